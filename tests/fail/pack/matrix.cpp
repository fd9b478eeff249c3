// SPDX-License-Identifier: BSL-1.0
// The elements of one matrix are not those of its transpose.
// EXPECT: tapeless: x = value requires a matrix of the shape of x
// EXPECT: value_has_the_shape<variable<"W", here::mat<2, 3>>, here::mat<3, 2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 2>>;
#ifdef EXPECT_FAIL
constexpr auto from = B;
#else
constexpr auto from = W;
#endif
void use(tl::pack<double, decltype(W), decltype(B)>& theta) { theta[W] = theta[from]; }
