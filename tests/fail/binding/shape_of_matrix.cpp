// SPDX-License-Identifier: BSL-1.0
// As many elements are not enough for a matrix: rows and columns too.
// EXPECT: tapeless: x = value requires a matrix of the shape of x
// EXPECT: value_has_the_shape<variable<"W", here::mat<3, 2>>, here::mat<2, 3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto f = tl::function(W * x);

double use() {
#ifdef EXPECT_FAIL
  const double w[2][3] = {{1, 2, 3}, {4, 5, 6}};
#else
  const double w[3][2] = {{1, 2}, {3, 4}, {5, 6}};
#endif
  return f(W = w, x = {1.0, 2.0})[0];
}
