// SPDX-License-Identifier: BSL-1.0
// A number is one element.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"W", here::mat<3, 2>>, number_of_elements<1>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use() {
#ifdef EXPECT_FAIL
  return step(x = {1.0, 2.0}, W = 0.5, b = {0, 0, 0}).gradient[b][1];
#else
  return step(x = {1.0, 2.0}, W = {{1, 2}, {3, 4}, {5, 6}}, b = {0, 0, 0}).gradient[b][1];
#endif
}
