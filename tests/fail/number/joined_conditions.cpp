// SPDX-License-Identifier: BSL-1.0
// Conditions are expressions, and C++ has && for truth values alone.
// EXPECT: tapeless: conditions are joined by hadamard(c, d), which is 1 where both are, or max(c, d), where one is
// EXPECT: never<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
#ifdef EXPECT_FAIL
constexpr auto inside = lt(0_c, x) && lt(x, y);
#else
constexpr auto inside = hadamard(lt(0_c, x), lt(x, y));
#endif
constexpr auto kept = select(inside, x, y);
