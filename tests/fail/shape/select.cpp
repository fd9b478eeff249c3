// SPDX-License-Identifier: BSL-1.0
// The two branches of a choice have one shape.
// EXPECT: tapeless: select(c, a, b) requires a and b of one shape, or a scalar
// EXPECT: shapes_are_equal<a_is<here::vec<3>>, b_is<here::mat<3, 1>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

#ifdef EXPECT_FAIL
using shape_of_b = tl::mat<3, 1>;
#else
using shape_of_b = tl::vec<3>;
#endif

constexpr auto a = tl::input<"a", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", shape_of_b>;
constexpr auto E = sum(square(select(gt(a, 0_c), a, b)));
constexpr auto slope = tl::gradient(E)[b];
