// SPDX-License-Identifier: BSL-1.0
// Values meet expressions in a call, not in an expression.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, or make it an input, as a tensor, an array or a pack must be
// EXPECT: never<x_is<here::mat<2, 3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr tl::tensor<double, tl::vec<3>> sample = {1, 2, 3};
#ifdef EXPECT_FAIL
constexpr auto E = sum(square(W * sample));
#else
constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto E = sum(square(W * x));
#endif
constexpr auto slope = tl::gradient(E)[W];
