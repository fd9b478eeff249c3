// SPDX-License-Identifier: BSL-1.0
// Scalars and vectors are broadcast.
// EXPECT: tapeless: broadcast<Shape>(a) requires a scalar a, or a vector a and a matrix with as many columns as a has elements
// EXPECT: never<x_is<here::mat<2, 3>>, here::mat<4, 3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto a = tl::input<"a", tl::mat<2, 3>>;
#else
constexpr auto a = tl::input<"a", tl::vec<3>>;
#endif
constexpr auto slope = tl::derivative(sum(tl::broadcast<tl::mat<4, 3>>(a)), a);
