// SPDX-License-Identifier: BSL-1.0
// accumulate takes the same bindings.
// EXPECT: tapeless: a call requires every variable of the program to be bound; this one is not
// EXPECT: is_bound<variable<"x", here::vec<2>>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use(tl::pack<double, decltype(W), decltype(b)>& total) {
  const auto theta = tl::zeros<double>(tl::parameters(E));
#ifdef EXPECT_FAIL
  return step.accumulate(total, theta);
#else
  return step.accumulate(total, theta, x = {1, 2});
#endif
}
