// SPDX-License-Identifier: BSL-1.0
// A name that a pack holds is bound already.
// EXPECT: tapeless: a call requires every variable to be bound once; this one is bound twice
// EXPECT: is_bound_once<variable<"b", here::vec<3>>, 2>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto E = sum(square(tanh(W * x + b)));
constexpr auto step = tl::value_and_gradient(E);

float use(const tl::pack<float, decltype(W), decltype(b)>& theta) {
#ifdef EXPECT_FAIL
  return step(theta, x = {1, 2}, b = {1, 2, 3}).gradient[b][0];
#else
  return step(theta, x = {1, 2}).gradient[b][0];
#endif
}
