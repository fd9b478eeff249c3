// SPDX-License-Identifier: BSL-1.0
// Nor is its gradient, by several variables.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say
// EXPECT: root_is_scalar<here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto E = square(x - b);
#else
constexpr auto E = sum(square(x - b));
#endif
constexpr auto slopes = tl::gradient(E, tl::wrt(x, b));
constexpr auto slope = slopes[x] + slopes[b];
