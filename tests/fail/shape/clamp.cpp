// SPDX-License-Identifier: BSL-1.0
// Bounds of another shape.
// EXPECT: tapeless: clamp(a, low, high) requires bounds of the shape of a, or scalars
// EXPECT: shapes_are_equal<a_is<here::vec<3>>, b_is<here::mat<2, 3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

#ifdef EXPECT_FAIL
constexpr auto r = sum(clamp(v, A, 1_c));
#else
constexpr auto r = sum(clamp(v, 0_c, 1_c)) + sum(A);
#endif
constexpr auto slope = tl::gradient(r)[A];
