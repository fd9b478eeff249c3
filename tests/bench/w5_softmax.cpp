// SPDX-License-Identifier: BSL-1.0
// A softmax layer with its cross entropy, 20 inputs, 10 classes; 210 weights.
#include "measure.hpp"
#include <w5_softmax.hpp>

namespace {

using namespace bench;

constexpr auto x = tl::input<"x", tl::vec<20>>;
constexpr auto t = tl::input<"t", tl::vec<10>>;
constexpr auto W = tl::parameter<"W", tl::mat<10, 20>>;
constexpr auto b = tl::parameter<"b", tl::vec<10>>;
constexpr auto E = cross_entropy(W * x + b, t);

template <class Program>
void generated(run& runner, Program program) {
  auto theta = tl::zeros<double>(tl::parameters(E));
  fill(theta);
  auto xs = numbers<20>();
  tl::tensor<double, tl::vec<10>> one_hot{};
  one_hot[3] = 1;
  runner.measure([&] { return program(theta, x = xs, t = one_hot); }, theta, xs, one_hot);
}
template <class F>
void by_hand(run& runner, F f) {
  auto theta = numbers<210>(), g = numbers<210>();
  auto xs = numbers<20>();
  int target = 3;
  runner.measure([&] { return computed(f, g, theta.data(), xs.data(), target); }, theta, xs, target);
}

[[maybe_unused]] const bool added[] = {
    add("w5/generated", [](run& runner) { generated(runner, tl::value_and_gradient(E)); }),
    add("w5/by hand, plain", [](run& runner) { by_hand(runner, [](auto... a) { return w5_softmax_grad(a...); }); }),
    add("w5/value, generated", [](run& runner) { generated(runner, tl::function(E)); }),
    add("w5/value by hand, plain", [](run& runner) { by_hand(runner, [](auto p, auto in, auto c) { return w5_softmax_value(p, in, c); }); }),
#if defined(__AVX512F__)
    add("w5/by hand, vectors", [](run& runner) { by_hand(runner, [](auto... a) { return w5_softmax_grad_v(a...); }); }),
    add("w5/value by hand, vectors", [](run& runner) { by_hand(runner, [](auto p, auto in, auto c) { return w5_softmax_value_v(p, in, c); }); }),
#endif
};

}  // namespace
