// SPDX-License-Identifier: BSL-1.0
#include "expressions.hpp"

int main() {
  const result one = run_one(2.0), two = run_two(2.0), here = run(2.0);
  const auto same = [](const result& a, const result& b) {
    return a.value == b.value && a.by_x == b.by_x && a.by_w[0] == b.by_w[0] && a.by_w[1] == b.by_w[1] &&
           a.by_w[2] == b.by_w[2];
  };
  return same(one, two) && same(one, here) ? 0 : 1;
}
