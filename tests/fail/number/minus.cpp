// SPDX-License-Identifier: BSL-1.0
// A plain number to the left of -.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c
// EXPECT: never<x_is<here::mat<2, 2>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::mat<2, 2>>;
#ifdef EXPECT_FAIL
constexpr auto y = 1.0f - square(x);
#else
constexpr auto y = 1_c - square(x);
#endif
constexpr auto slope = tl::derivative(sum(square(y)), x);
