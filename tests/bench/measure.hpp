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

/// A measurement, named WORKLOAD/VERSION. What is written by hand says "by hand", what has no gradient "value".
template <class F>
bool add(const char* name, F f) {
  return benchmark::RegisterBenchmark(name, f) != nullptr;
}

}  // namespace bench
