// SPDX-License-Identifier: BSL-1.0
// What is accumulated into holds every variable of the gradient.
// EXPECT: tapeless: accumulate(grad, ...) requires a pack that holds every variable of the gradient
// EXPECT: pack_holds<false, variable<"b", here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use(const tl::pack<double, decltype(W), decltype(b)>& theta) {
#ifdef EXPECT_FAIL
  auto total = tl::zeros<double>(tl::wrt(W));
#else
  auto total = tl::zeros<double>(tl::wrt(W, b));
#endif
  return step.accumulate(total, theta, x = {1, 2}) + total[W](0, 0);
}
