// SPDX-License-Identifier: BSL-1.0
// outer is for vectors.
// EXPECT: tapeless: outer(a, b) requires two vectors
// EXPECT: both_are_vectors<a_is<here::vec<3>>, b_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_b = tl::scalar;
#else
using shape_of_b = tl::vec<1>;
#endif

constexpr auto a = tl::input<"a", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", shape_of_b>;
constexpr auto C = tl::input<"C", tl::mat<3, 1>>;
constexpr auto slope = tl::gradient(sum(square(outer(a, b) - C)))[b];
