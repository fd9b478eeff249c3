// SPDX-License-Identifier: BSL-1.0
// Rows in braces tell their shape.
// EXPECT: tapeless: x = value requires a matrix of the shape of x; this one has as many elements in another shape
// EXPECT: value_has_the_shape<variable<"W", here::mat<2, 3>>, here::mat<3, 2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
void start(tl::pack<double, decltype(W)>& theta) {
#ifdef EXPECT_FAIL
  theta[W] = {{1, 2}, {3, 4}, {5, 6}};
#else
  theta[W] = {{1, 2, 3}, {4, 5, 6}};
#endif
}
