// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/rewrite.hpp>

// Signs that a sum takes into one operation: results, and the signs of zeros, are those of the formula as C++ computes it.
#include <cmath>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;

namespace {

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;

template <class E, class F>
void check(E formula, F computed) {
  constexpr auto program = tl::function(E{});
  static_cast<void>(formula);
  for (const double a : {0.0, -0.0, 1.0, -1.0})
    for (const double b : {0.0, -0.0, 1.0, -2.0})
      for (const double c : {0.0, -0.0, 2.0, -1.0}) {
        const double got = program(x = double(a), y = double(b), z = double(c)), expected = computed(a, b, c);
        INFO(a << ", " << b << ", " << c << ": " << got << ", not " << expected);
        CHECK((got == expected && std::signbit(got) == std::signbit(expected)));
      }
}

}  // namespace

TEST_CASE("signs of zeros are those of the formula", "[pass]") {
  check(-z - x * y, [](double a, double b, double c) { return -c - a * b; });
  check(-(x * y) - z, [](double a, double b, double c) { return -(a * b) - c; });
  check(x * -y - z, [](double a, double b, double c) { return a * -b - c; });
  check(-(x * y) - z * y, [](double a, double b, double c) { return -(a * b) - c * b; });
  check(-x - z, [](double a, double, double c) { return -a - c; });
  check(-(x * y) + z, [](double a, double b, double c) { return -(a * b) + c; });
}
