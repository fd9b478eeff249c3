// SPDX-License-Identifier: BSL-1.0
// Every variable is bound.
// EXPECT: tapeless: a call requires every variable of the program to be bound; this one is not
// EXPECT: is_bound<variable<"b", here::vec<3>>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use(const tl::tensor<double, tl::mat<3, 2>>& w) {
#ifdef EXPECT_FAIL
  const auto [value, gradient] = step(x = {1.0, 2.0}, W = w);
#else
  const auto [value, gradient] = step(x = {1.0, 2.0}, W = w, b = {0, 0, 0});
#endif
  return value + gradient[W](0, 0) + gradient[b][1];
}
