// SPDX-License-Identifier: BSL-1.0
// A multi-layer perceptron, 16-32-32-4: tanh, linear output, mean of squares; one sample, 1,732 weights.
#include "measure.hpp"
#include <w3_mlp.hpp>

namespace {

using namespace bench;

constexpr auto x = tl::input<"x", tl::vec<16>>;
constexpr auto t = tl::input<"t", tl::vec<4>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<32, 16>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<32>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<32, 32>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<32>>;
constexpr auto W3 = tl::parameter<"W3", tl::mat<4, 32>>;
constexpr auto b3 = tl::parameter<"b3", tl::vec<4>>;
constexpr auto E = mean(square(W3 * tanh(W2 * tanh(W1 * x + b1) + b2) + b3 - t));

template <class Program>
void generated(benchmark::State& state, Program program) {
  auto theta = tl::zeros<double>(tl::parameters(E));
  fill(theta);
  auto xs = numbers<16>();
  auto ts = numbers<4>();
  measure(state, [&] { return xs[0] += 1e-9, program(theta, x = xs, t = ts); });
}
template <class F>
void by_hand(benchmark::State& state, F f) {
  auto theta = numbers<1732>(), g = numbers<1732>();
  auto xs = numbers<16>();
  auto ts = numbers<4>();
  measure(state, [&] {
    xs[0] += 1e-9;
    const double value = f(theta.data(), xs.data(), ts.data(), g.data());
    benchmark::DoNotOptimize(g);
    return value;
  });
}

[[maybe_unused]] const bool added[] = {
    add("w3/generated", [](benchmark::State& state) { generated(state, tl::value_and_gradient(E)); }),
    add("w3/by hand, plain", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w3_mlp_grad(a...); }); }),
    add("w3/by hand, vectors", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w3_mlp_grad_v(a...); }); }),
    add("w3/by hand, vectors, fused", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w3_mlp_grad_v2(a...); }); }),
    add("w3/value, generated", [](benchmark::State& state) { generated(state, tl::function(E)); }),
    add("w3/value by hand, plain", [](benchmark::State& state) { by_hand(state, [](auto p, auto in, auto target, auto) { return w3_mlp_value(p, in, target); }); }),
    add("w3/value by hand, vectors", [](benchmark::State& state) { by_hand(state, [](auto p, auto in, auto target, auto) { return w3_mlp_value_v2(p, in, target); }); }),
};

}  // namespace
