// SPDX-License-Identifier: BSL-1.0
// Vectors of two sizes have no quotient.
// EXPECT: tapeless: element-wise operations require operands of one shape, or a scalar
// EXPECT: shapes_are_equal<a_is<here::vec<3>>, b_is<here::vec<4>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_b = tl::vec<4>;
#else
using shape_of_b = tl::vec<3>;
#endif

constexpr auto a = tl::input<"a", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", shape_of_b>;
constexpr auto step = tl::value_and_gradient(sum(square(a / b)));

double use() {
  tl::tensor<double, tl::vec<3>> at{};
  tl::tensor<double, shape_of_b> by{};
  return step(a = at, b = by).gradient[b][0];
}
