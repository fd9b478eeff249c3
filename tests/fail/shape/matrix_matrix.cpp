// SPDX-License-Identifier: BSL-1.0
// W * X of two matrices.
// EXPECT: tapeless: W * X requires columns(W) == rows(X)
// EXPECT: columns_equal_size<W_is<here::mat<3, 2>>, x_is<here::mat<3, 5>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_X = tl::mat<3, 5>;
#else
using shape_of_X = tl::mat<2, 5>;
#endif

constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto X = tl::input<"X", shape_of_X>;
constexpr auto b = tl::parameter<"b", tl::mat<3, 5>>;
constexpr auto E = mean(square(W * X + b));
constexpr auto slope = tl::derivative(E, W);
