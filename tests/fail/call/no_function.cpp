// SPDX-License-Identifier: BSL-1.0
// A function that a program needs is looked for in the namespace of the scalar type.
// EXPECT: tapeless: exp(a) of a number type of your own requires its function exp; declare it in the type's namespace, before the program is called
// NOT SHORT: it is found where the function is called, some calls deep
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

namespace mine {
struct number {
  double value;
  explicit constexpr number(double v = 0) : value(v) {}
  friend constexpr number operator+(number a, number b) { return number(a.value + b.value); }
  friend constexpr number operator-(number a, number b) { return number(a.value - b.value); }
  friend constexpr number operator*(number a, number b) { return number(a.value * b.value); }
  friend constexpr number operator/(number a, number b) { return number(a.value / b.value); }
  friend constexpr number operator-(number a) { return number(-a.value); }
};
#ifndef EXPECT_FAIL
constexpr number exp(number a) { return number(tl::math::exp(a.value)); }
#endif
}  // namespace mine

constexpr auto x = tl::input<"x">;
constexpr auto program = tl::function(sigmoid(x));

double use() { return program(x = mine::number(2)).value; }
