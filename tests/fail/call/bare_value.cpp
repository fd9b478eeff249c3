// SPDX-License-Identifier: BSL-1.0
// Values have names.
// EXPECT: tapeless: a call requires bindings (x = value) and packs; write the variable's name before a value
// EXPECT: are_bindings_or_packs<
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use(const tl::pack<double, decltype(W), decltype(b)>& theta, const tl::tensor<double, tl::vec<2>>& xs) {
#ifdef EXPECT_FAIL
  return step(theta, xs).gradient[b][0];
#else
  return step(theta, x = xs).gradient[b][0];
#endif
}
