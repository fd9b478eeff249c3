// SPDX-License-Identifier: BSL-1.0
// What is trained on the device and on the host: Bishop's 2-3-2 network (PRML, figure 5.1) and a classifier with 8 inputs, 16
// tanh units and 4 classes, in float. A step is forward, backward and update.
#pragma once
#include <tapeless/tapeless.hpp>

namespace networks {

namespace tl = tapeless;
using namespace tl::literals;

template <std::size_t Inputs, std::size_t Units, std::size_t Outputs>
struct network {
  static constexpr auto x = tl::input<"x", tl::vec<Inputs>>;
  static constexpr auto t = tl::input<"t", tl::vec<Outputs>>;
  static constexpr auto W1 = tl::parameter<"W1", tl::mat<Units, Inputs>>;
  static constexpr auto b1 = tl::parameter<"b1", tl::vec<Units>>;
  static constexpr auto W2 = tl::parameter<"W2", tl::mat<Outputs, Units>>;
  static constexpr auto b2 = tl::parameter<"b2", tl::vec<Outputs>>;
  static constexpr auto y = W2 * tanh(W1 * x + b1) + b2;

  using inputs = tl::tensor<float, tl::vec<Inputs>>;
  using targets = tl::tensor<float, tl::vec<Outputs>>;
  using weights = decltype(tl::zeros<float>(tl::wrt(W1, b1, W2, b2)));
};

struct bishop : network<2, 3, 2> {
  static constexpr auto program = tl::value_and_gradient(0.5_c * sum(square(y - t)));
  static constexpr float rate = 0.1f;
  static constexpr targets target(const inputs& at) { return {at[0] * at[1], at[0] - at[1]}; }
};

struct classifier : network<8, 16, 4> {
  static constexpr auto program = tl::value_and_gradient(cross_entropy(y, t));
  static constexpr float rate = 0.2f;
  static constexpr targets target(const inputs& at) {
    const std::size_t left = at[0] + at[1] + at[2] + at[3] > 0 ? 1 : 0, right = at[4] + at[5] > at[6] + at[7] ? 2 : 0;
    targets all{};
    all[left + right] = 1;
    return all;
  }
};

/// One step; returns the loss before it.
template <class Network>
constexpr float step(typename Network::weights& theta, const typename Network::inputs& at, const typename Network::targets& wanted) {
  auto [loss, gradient] = Network::program(theta, Network::x = at, Network::t = wanted);
  gradient *= Network::rate;
  theta -= gradient;
  return loss;
}

// The same steps as functions that are compiled apart, so that their code and stack can be weighed.
float step_of_bishop(bishop::weights&, const bishop::inputs&, const bishop::targets&) noexcept;
float step_of_classifier(classifier::weights&, const classifier::inputs&, const classifier::targets&) noexcept;

}  // namespace networks
