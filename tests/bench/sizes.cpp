// SPDX-License-Identifier: BSL-1.0
// What a layer of n units with n inputs does, at round and odd n, of double: W x, Wᵀ d, G + d xᵀ, and all three in the gradient of
// ½|W x|² by W and x.
#include "measure.hpp"

namespace {

using namespace bench;
using namespace tl::literals;

template <std::size_t N>
bool add_size() {
  static constexpr auto W = tl::parameter<"W", tl::mat<N, N>>;
  static constexpr auto x = tl::input<"x", tl::vec<N>>;
  static constexpr auto d = tl::input<"d", tl::vec<N>>;
  static constexpr double n = static_cast<double>(N);
  const auto layer = [](auto program) {
    return [=](run& runner) {
      tl::tensor<double, tl::mat<N, N>> weights{};
      fill(weights);
      auto inputs = numbers<N>(), deltas = numbers<N>();
      runner.measure([&] { return program(W = weights, x = inputs, d = deltas); }, weights, inputs, deltas);
    };
  };
  const std::string size = "/" + std::to_string(N);
  add("sizes/W x" + size, layer(tl::function(W * x)), {n * n});
  add("sizes/Wᵀ d" + size, layer(tl::function(transpose(W) * d)), {n * n});
  add("sizes/W + d xᵀ" + size, layer(tl::function(W + outer(d, x))), {n * n});
  return add("sizes/gradient" + size, layer(tl::value_and_gradient(0.5_c * squared_norm(W * x), tl::wrt(W, x))), {3 * n * n});
}

[[maybe_unused]] const bool added[] = {add_size<3>(),  add_size<4>(),  add_size<5>(),  add_size<7>(), add_size<8>(),
                                       add_size<16>(), add_size<17>(), add_size<32>(), add_size<33>()};

}  // namespace
