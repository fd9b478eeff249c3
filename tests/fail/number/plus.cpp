// SPDX-License-Identifier: BSL-1.0
// A plain number to the right of +.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c
// EXPECT: never<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::scalar>;
#ifdef EXPECT_FAIL
constexpr auto y = x + 1;
#else
constexpr auto y = x + 1_c;
#endif
constexpr auto slope = tl::derivative(sum(square(y)), x);
