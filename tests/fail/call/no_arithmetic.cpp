// SPDX-License-Identifier: BSL-1.0
// A class may be the scalar type if it has the arithmetic of a field.
// EXPECT: tapeless: a call requires numbers with + - * / and unary -, made of T(0); bind another type, or give this one what it lacks
// EXPECT: has_arithmetic<number>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

struct number {
  double value;
  explicit constexpr number(double v = 0) : value(v) {}
  friend constexpr number operator+(number a, number b) { return number(a.value + b.value); }
  friend constexpr number operator*(number a, number b) { return number(a.value * b.value); }
#ifndef EXPECT_FAIL
  friend constexpr number operator-(number a, number b) { return number(a.value - b.value); }
  friend constexpr number operator/(number a, number b) { return number(a.value / b.value); }
  friend constexpr number operator-(number a) { return number(-a.value); }
#endif
};

constexpr auto x = tl::input<"x">;
constexpr auto program = tl::function(square(x));

double use() { return program(x = number(2)).value; }
