// SPDX-License-Identifier: BSL-1.0
// Bishop's network in vectors and matrices, its value and its gradient, against code by hand in scalars but for the three
// tanh, which it computes in one register.
// MOST(gcc): CALLED 1.02 INLINED 1.02
// MOST(clang): CALLED 1.02 INLINED 1.02
#include <tapeless/tapeless.hpp>

#include "count.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
constexpr auto E = 0.5_c * sum(square(W2 * tanh(W1 * x + b1) + b2 - t));
constexpr auto step = tl::value_and_gradient(E);

using weights = decltype(tl::zeros<double>(tl::parameters(E)));
using pair = tl::tensor<double, tl::vec<2>>;
using result = decltype(step(weights{}, x = pair{}, t = pair{}));

[[gnu::noinline]] result called(const weights* theta, const pair* at, const pair* target) {
  return step(*theta, x = *at, t = *target);
}
[[gnu::noinline, gnu::flatten]] result inlined(const weights* theta, const pair* at, const pair* target) {
  return step(*theta, x = *at, t = *target);
}

[[gnu::noinline, gnu::flatten]] void by_hand(const weights* theta, const pair* at, const pair* target, result* __restrict out) {
  const auto W = (*theta)[W1];
  const auto b = (*theta)[b1];
  const auto V = (*theta)[W2];
  const auto c = (*theta)[b2];
  const double x0 = (*at)[0], x1 = (*at)[1];
  const double sums[4] = {W[0] * x0 + W[1] * x1 + b[0], W[2] * x0 + W[3] * x1 + b[1], W[4] * x0 + W[5] * x1 + b[2], 0};
  const auto h = tl::math::tanh(tl::math::lanes<double, 4>::load(sums));
  const double h0 = h[0], h1 = h[1], h2 = h[2];
  const double d0 = V[0] * h0 + V[1] * h1 + V[2] * h2 + c[0] - (*target)[0];
  const double d1 = V[3] * h0 + V[4] * h1 + V[5] * h2 + c[1] - (*target)[1];
  const double e0 = (V[0] * d0 + V[3] * d1) * (1 - h0 * h0);
  const double e1 = (V[1] * d0 + V[4] * d1) * (1 - h1 * h1);
  const double e2 = (V[2] * d0 + V[5] * d1) * (1 - h2 * h2);
  auto by_W = out->gradient[W1];
  auto by_b = out->gradient[b1];
  auto by_V = out->gradient[W2];
  auto by_c = out->gradient[b2];
  by_W[0] = e0 * x0, by_W[1] = e0 * x1, by_W[2] = e1 * x0, by_W[3] = e1 * x1, by_W[4] = e2 * x0, by_W[5] = e2 * x1;
  by_b[0] = e0, by_b[1] = e1, by_b[2] = e2;
  by_V[0] = d0 * h0, by_V[1] = d0 * h1, by_V[2] = d0 * h2, by_V[3] = d1 * h0, by_V[4] = d1 * h1, by_V[5] = d1 * h2;
  by_c[0] = d0, by_c[1] = d1;
  out->value = 0.5 * (d0 * d0 + d1 * d1);
}

}  // namespace

int main() {
  weights theta{};
  for (std::size_t i = 0; i < theta.size(); ++i) theta.data()[i] = 0.1 * static_cast<double>(i % 5) - 0.2;
  const pair at = {0.3, -0.7}, target = {0.5, -0.25};
  return instructions::compare(called, inlined, by_hand, instructions::value_then_gradient, static_cast<const weights*>(&theta), &at + 0, &target + 0);
}
