// SPDX-License-Identifier: BSL-1.0
// A function of numbers is called by its full name: functions of expressions have other namespaces.
// EXPECT: tapeless: an expression is no number: values come from a program, function(E)(x = value); and functions of expressions are named without a namespace, tanh(x) instead of std::tanh(x)
// EXPECT: never<x_is<here::scalar>>
#include <cmath>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
const auto y = std::tanh(x);
#else
constexpr auto y = tanh(x);
#endif
constexpr auto program = tl::function(tl::constant<2> * x);
double use() { return program(x = 1.0); }
