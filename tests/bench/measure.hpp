// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the benchmarks of generated code share.
#include "versions.hpp"

#include <span>
#include <tapeless/tapeless.hpp>

namespace bench {

namespace tl = tapeless;

template <std::size_t N, class T = double>
tl::tensor<T, tl::vec<N>> numbers() {
  tl::tensor<T, tl::vec<N>> v{};
  fill(v);
  return v;
}

/// A network with inputs x and targets t, as generated: `program` is made from E.
template <class Program, class Expression, class Input, class Target>
void generated_network(run& runner, Program program, Expression E, Input x, Target t) {
  auto theta = tl::zeros<double>(tl::parameters(E));
  fill(theta);
  auto xs = numbers<Input::shape_type::size>();
  auto ts = numbers<Target::shape_type::size>();
  runner.measure([&] { return program(theta, x = xs, t = ts); }, theta, xs, ts);
}
/// What f computes by hand: its value, and the gradient if it takes a place for one as its last argument.
template <class F, class Gradient, class... Args>
auto computed(F& f, Gradient& gradient, Args... args) {
  if constexpr (std::is_invocable_v<F&, Args..., decltype(gradient.data())>) return std::tuple(f(args..., gradient.data()), std::span(gradient));
  else return f(args...);
}
/// The same network by hand: f(weights, inputs, targets[, gradient]) returns the value.
template <std::size_t Weights, class Input, class Target, class F>
void network_by_hand(run& runner, Input, Target, F f) {
  auto theta = numbers<Weights>(), g = numbers<Weights>();
  auto xs = numbers<Input::shape_type::size>();
  auto ts = numbers<Target::shape_type::size>();
  runner.measure([&] { return computed(f, g, theta.data(), xs.data(), ts.data()); }, theta, xs, ts);
}

}  // namespace bench
