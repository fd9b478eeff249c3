// SPDX-License-Identifier: BSL-1.0
// A condition goes with every element of the branches, or is a scalar.
// EXPECT: tapeless: select(c, a, b) requires a condition of the shape of a and b, or a scalar
// EXPECT: shapes_are_equal<a_is<here::vec<2>>, b_is<here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

#ifdef EXPECT_FAIL
constexpr auto c = tl::input<"c", tl::vec<2>>;
#else
constexpr auto c = tl::input<"c">;
#endif

constexpr auto a = tl::input<"a", tl::vec<3>>;
constexpr auto b = tl::parameter<"b">;
constexpr auto E = sum(square(select(gt(c, 0_c), a, b)));
constexpr auto slope = tl::gradient(E)[b];
