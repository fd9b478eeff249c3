// SPDX-License-Identifier: BSL-1.0
// How many multiply-adds one core does at most: independent accumulators in registers of the target's width, and nothing else. More of
// them than latency times units on any core we know (4 · 2), fewer than registers (16).
#include "versions.hpp"

namespace {

using namespace bench;

#if defined(__AVX512F__)
constexpr std::size_t width = 64;
#elif defined(__AVX__)
constexpr std::size_t width = 32;
#else
constexpr std::size_t width = 16;
#endif

template <class T>
using lanes [[gnu::vector_size(width)]] = T;

template <class T>
bool add_peak(const char* type) {
  constexpr int accumulators = 12, rounds = 1000;
  const double done = static_cast<double>(accumulators * rounds * width / sizeof(T));
  return add(std::string("peak/") + type, [](run& runner) {
    runner.measure([] {
      lanes<T> start[accumulators] = {}, factor = lanes<T>{} + T(0.5), term = lanes<T>{} + T(1), sums[accumulators];
      benchmark::DoNotOptimize(start);  // or all sums would be found to be one
      benchmark::DoNotOptimize(factor);
      benchmark::DoNotOptimize(term);
#pragma GCC unroll 12
      for (int k = 0; k < accumulators; ++k) sums[k] = start[k];
      for (int i = 0; i < rounds; ++i)
#pragma GCC unroll 12
        for (int k = 0; k < accumulators; ++k) sums[k] = sums[k] * factor + term;
      lanes<T> all = sums[0];
#pragma GCC unroll 12
      for (int k = 1; k < accumulators; ++k) all += sums[k];
      return all[0];
    });
  }, {done, type});
}

[[maybe_unused]] const bool added[] = {add_peak<float>("float"), add_peak<double>("double")};

}  // namespace
