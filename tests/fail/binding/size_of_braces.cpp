// SPDX-License-Identifier: BSL-1.0
// As many elements between the braces.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"x", here::vec<2>>, number_of_elements<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use(const tl::pack<double, decltype(W), decltype(b)>& theta) {
#ifdef EXPECT_FAIL
  return step(theta, x = {1.0, 2.0, 3.0}).gradient[b][1];
#else
  return step(theta, x = {1.0, 2.0}).gradient[b][1];
#endif
}
