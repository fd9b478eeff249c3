// SPDX-License-Identifier: BSL-1.0
// dot is for vectors of one size.
// EXPECT: tapeless: dot(a, b) requires two vectors of one size
// EXPECT: vectors_of_equal_size<a_is<here::vec<3>>, b_is<here::vec<2>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_b = tl::vec<2>;
#else
using shape_of_b = tl::vec<3>;
#endif

constexpr auto a = tl::input<"a", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", shape_of_b>;
constexpr auto slope = tl::gradient(square(dot(a, b)))[b];
