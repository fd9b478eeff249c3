// SPDX-License-Identifier: BSL-1.0
// A pack knows the variables that it was made for.
// EXPECT: tapeless: pack[x] requires a variable x that the pack was made for
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

double use(const tl::pack<double, decltype(W), decltype(b)>& theta) {
  const auto gradient = step(theta, x = {1, 2}).gradient;
#ifdef EXPECT_FAIL
  return gradient[x][1];
#else
  return gradient[b][1];
#endif
}
