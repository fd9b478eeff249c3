// SPDX-License-Identifier: BSL-1.0
// A variable of the program is no better than a literal: it would have to be an input.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c
// EXPECT: never<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::scalar>;
#ifdef EXPECT_FAIL
constexpr auto y = [] { float rate = 0.5; return x * rate; }();
#else
constexpr auto y = [] { return x * tl::input<"rate">; }();
#endif
constexpr auto slope = tl::derivative(sum(square(y)), x);
