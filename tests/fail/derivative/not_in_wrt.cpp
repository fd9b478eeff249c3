// SPDX-License-Identifier: BSL-1.0
// A gradient knows the variables that it was asked for.
// EXPECT: tapeless: gradient(E, wrt(...))[x] requires an x that is in wrt(...)
// EXPECT: node_is_in_wrt<false, variable<"b", here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto slopes = tl::gradient(sum(square(x - b)), tl::wrt(x));
#else
constexpr auto slopes = tl::gradient(sum(square(x - b)), tl::wrt(x, b));
#endif
constexpr auto slope = slopes[b] - slopes[x];
