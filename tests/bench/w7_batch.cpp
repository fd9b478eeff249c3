// SPDX-License-Identifier: BSL-1.0
// A batch of 32 through 64-128-10: tanh, softmax cross-entropy, mean loss, float; 9,610 weights. Against Eigen's matrices of constant size.
#include "measure.hpp"
#if __has_include(<Eigen/Dense>)
#include <w7_batch_eigen.hpp>
#define TAPELESS_BENCH_EIGEN
#endif

namespace {

using namespace bench;

// Forward X W1ᵀ and A W2ᵀ, backward Zᵀ A, Z W2 and Dᵀ X; nothing by X.
constexpr double forward = 32 * 128 * (64 + 10), backward = 32 * 128 * (10 + 10 + 64);
constexpr work value_work{forward, "float"}, gradient_work{forward + backward, "float"};

using namespace tl::literals;

constexpr auto X = tl::input<"X", tl::mat<32, 64>>;
constexpr auto T = tl::input<"T", tl::mat<32, 10>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<128, 64>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<128>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<10, 128>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<10>>;
constexpr auto A = tanh(X * transpose(W1) + tl::broadcast<tl::mat<32, 128>>(b1));
constexpr auto Z = A * transpose(W2) + tl::broadcast<tl::mat<32, 10>>(b2);
constexpr auto E = 0.03125_c * cross_entropy(Z, T);

template <class Program>
void generated(run& runner, Program program) {
  auto theta = tl::zeros<float>(tl::parameters(E));
  fill(theta);
  tl::tensor<float, tl::mat<32, 64>> xs{};
  fill(xs);
  tl::tensor<float, tl::mat<32, 10>> one_hot{};
  for (std::size_t i = 0; i < 32; ++i) one_hot(i, i % 10) = 1;
  runner.measure([&] { return program(theta, X = xs, T = one_hot); }, theta, xs, one_hot);
}
#ifdef TAPELESS_BENCH_EIGEN
template <class F>
void by_hand(run& runner, F f) {
  auto theta = numbers<9610, float>(), g = numbers<9610, float>();
  auto xs = numbers<2048, float>();
  int label[32];
  for (int i = 0; i < 32; ++i) label[i] = i % 10;
  W7 network;
  runner.measure([&] {
    const auto on_network = [&](auto... a) -> decltype(f(network, a...)) { return f(network, a...); };
    return computed(on_network, g, theta.data(), xs.data(), label);
  }, theta, xs, label);
}
#endif

[[maybe_unused]] const bool added[] = {
    add("w7/generated", [](run& runner) { generated(runner, tl::value_and_gradient(E)); }, gradient_work),
    add("w7/value, generated", [](run& runner) { generated(runner, tl::function(E)); }, value_work),
#ifdef TAPELESS_BENCH_EIGEN
    add("w7/by hand, Eigen", [](run& runner) { by_hand(runner, [](W7& n, auto p, auto x, auto c, auto g) { return n.grad(p, x, c, g); }); }, gradient_work),
    add("w7/value by hand, Eigen", [](run& runner) { by_hand(runner, [](W7& n, auto p, auto x, auto c) { return n.value(p, x, c); }); }, value_work),
#endif
};

}  // namespace
