// SPDX-License-Identifier: BSL-1.0
// A vector goes into the rows of a matrix with as many columns.
// EXPECT: tapeless: broadcast<Shape>(a) requires a scalar a, or a vector a and a matrix with as many columns as a has elements
// EXPECT: never<x_is<here::vec<3>>, here::mat<3, 4>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
using batch = tl::mat<3, 4>;
#else
using batch = tl::mat<4, 3>;
#endif
constexpr auto slope = tl::gradient(sum(square(tl::broadcast<batch>(b))))[b];
