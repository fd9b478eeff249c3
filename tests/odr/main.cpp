// SPDX-License-Identifier: BSL-1.0
#include "expressions.hpp"

// What both units must compute, as the compiler computes it.
constexpr auto proved = program(x = 2.0, w = std::array{0.1, 0.2, 0.3});

bool near(double a, double b) { return a - b < 1e-12 && b - a < 1e-12; }

int main() {
  const result one = run_one(2.0), two = run_two(2.0), here = run(2.0);
  const auto same = [](const result& a, const result& b) {
    return a.value == b.value && a.by_x == b.by_x && a.by_w[0] == b.by_w[0] && a.by_w[1] == b.by_w[1] &&
           a.by_w[2] == b.by_w[2];
  };
  const bool right = near(here.value, proved.value) && near(here.by_x, proved.gradient[x]) &&
                     near(here.by_w[0], proved.gradient[w][0]) && near(here.by_w[2], proved.gradient[w][2]);
  return same(one, two) && same(one, here) && right ? 0 : 1;
}
