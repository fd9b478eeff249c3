// SPDX-License-Identifier: BSL-1.0
// What the benchmarks share; report.cpp prints each measurement as a ratio to the best one that is written by hand. Every call differs from the one before, so that nothing is hoisted out of the loop.
#pragma once
#include <benchmark/benchmark.h>

#include <cstddef>
#include <tapeless/tapeless.hpp>

namespace bench {

namespace tl = tapeless;

/// Repeatable numbers in [-0.25, 0.25).
template <class Range>
void fill(Range& numbers) {
  unsigned state = 1;
  for (auto& p : numbers)
    p = static_cast<std::remove_reference_t<decltype(p)>>(static_cast<double>((state = state * 1664525u + 1013904223u) >> 8) * 0x1p-25 - 0.25);
}

template <std::size_t N, class T = double>
tl::tensor<T, tl::vec<N>> numbers() {
  tl::tensor<T, tl::vec<N>> v{};
  fill(v);
  return v;
}

/// Times f(), which changes its input, and keeps what it returns.
template <class F>
void measure(benchmark::State& state, F f) {
  for (auto _ : state) {
    auto result = f();
    benchmark::DoNotOptimize(result);
  }
}

/// A network with inputs x and targets t, as generated: `program` is made from E.
template <class Program, class Expression, class Input, class Target>
void generated_network(benchmark::State& state, Program program, Expression E, Input x, Target t) {
  auto theta = tl::zeros<double>(tl::parameters(E));
  fill(theta);
  auto xs = numbers<Input::shape_type::size>();
  auto ts = numbers<Target::shape_type::size>();
  measure(state, [&] { return xs[0] += 1e-9, program(theta, x = xs, t = ts); });
}
/// The same by hand: f(weights, inputs, targets, gradient) returns the value.
template <std::size_t Weights, class Input, class Target, class F>
void network_by_hand(benchmark::State& state, Input, Target, F f) {
  auto theta = numbers<Weights>(), g = numbers<Weights>();
  auto xs = numbers<Input::shape_type::size>();
  auto ts = numbers<Target::shape_type::size>();
  measure(state, [&] {
    xs[0] += 1e-9;
    const double value = f(theta.data(), xs.data(), ts.data(), g.data());
    benchmark::DoNotOptimize(g);
    return value;
  });
}

/// A measurement, named WORKLOAD/VERSION. What is written by hand says "by hand", what has no gradient "value".
template <class F>
bool add(const char* name, F f) {
  return benchmark::RegisterBenchmark(name, f) != nullptr;
}

}  // namespace bench
