// SPDX-License-Identifier: BSL-1.0
// Value and gradient of two networks, generated against written by hand (handwritten/), in one run:
//   cmake --workflow --preset bench
// Every call differs from the one before, so that nothing is hoisted out of the loop.
#include <benchmark/benchmark.h>

#include <tapeless/tapeless.hpp>
#include <w1_bishop.hpp>
#include <w3_mlp.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

namespace w1 {
constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
constexpr auto E = 0.5_c * sum(square(W2 * tanh(W1 * x + b1) + b2 - t));
}  // namespace w1

namespace w3 {
constexpr auto x = tl::input<"x", tl::vec<16>>;
constexpr auto t = tl::input<"t", tl::vec<4>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<32, 16>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<32>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<32, 32>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<32>>;
constexpr auto W3 = tl::parameter<"W3", tl::mat<4, 32>>;
constexpr auto b3 = tl::parameter<"b3", tl::vec<4>>;
constexpr auto E = mean(square(W3 * tanh(W2 * tanh(W1 * x + b1) + b2) + b3 - t));
}  // namespace w3

template <class Pack>
void fill(Pack& theta) {
  unsigned state = 1;
  for (double& p : theta) p = static_cast<double>((state = state * 1664525u + 1013904223u) >> 8) * 0x1p-25 - 0.25;
}

template <class Program, class Expression, class Input, class Target>
void generated(benchmark::State& state, Program step, Expression E, Input x, Target t) {
  auto theta = tl::zeros<double>(tl::parameters(E));
  fill(theta);
  tl::tensor<double, typename Input::shape_type> xs{};
  tl::tensor<double, typename Target::shape_type> ts{};
  for (auto _ : state) {
    xs[0] += 1e-9;
    auto result = step(theta, x = xs, t = ts);
    benchmark::DoNotOptimize(result);
  }
}

template <std::size_t Weights, std::size_t Inputs, std::size_t Targets>
void by_hand(benchmark::State& state, double (*gradient)(const double*, const double*, const double*, double*)) {
  tl::tensor<double, tl::vec<Weights>> theta{}, g{};
  fill(theta);
  tl::tensor<double, tl::vec<Inputs>> xs{};
  tl::tensor<double, tl::vec<Targets>> ts{};
  for (auto _ : state) {
    xs[0] += 1e-9;
    benchmark::DoNotOptimize(gradient(theta.data(), xs.data(), ts.data(), g.data()));
    benchmark::DoNotOptimize(g);
  }
}

void bishop_generated(benchmark::State& state) {
  generated(state, tl::value_and_gradient(w1::E), w1::E, w1::x, w1::t);
}
void bishop_by_hand(benchmark::State& state) { by_hand<17, 2, 2>(state, &w1_bishop_grad); }
void mlp_generated(benchmark::State& state) {
  generated(state, tl::value_and_gradient(w3::E), w3::E, w3::x, w3::t);
}
void mlp_by_hand(benchmark::State& state) { by_hand<1732, 16, 4>(state, &w3_mlp_grad); }

BENCHMARK(bishop_generated);
BENCHMARK(bishop_by_hand);
BENCHMARK(mlp_generated);
BENCHMARK(mlp_by_hand);
#if defined(__AVX2__)
void bishop_by_hand_vectors(benchmark::State& state) { by_hand<17, 2, 2>(state, &w1_bishop_grad_v); }
void mlp_by_hand_vectors(benchmark::State& state) { by_hand<1732, 16, 4>(state, &w3_mlp_grad_v2); }
BENCHMARK(bishop_by_hand_vectors);
BENCHMARK(mlp_by_hand_vectors);
#endif

}  // namespace
