// SPDX-License-Identifier: BSL-1.0
#pragma once
// The versions of each workload: what is measured, and the numbers on which all versions of one workload must agree. Knows nothing of the
// library, and C++17 will do, so that peers compile.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace bench {

/// Repeatable numbers in [-0.25, 0.25).
template <class Range>
void fill(Range& numbers) {
  unsigned state = 1;
  for (auto& p : numbers)
    p = static_cast<std::remove_reference_t<decltype(p)>>(static_cast<double>((state = state * 1664525u + 1013904223u) >> 8) * 0x1p-25 - 0.25);
}

/// What one call computed: the value, then the derivatives.
struct numbers_of_call {
  std::vector<double> all;
  bool single_precision = false;

  void append(double number) { all.push_back(number); }
  void append(float number) { all.push_back(static_cast<double>(number)), single_precision = true; }
  template <class Range>
  auto append(const Range& range) -> decltype(range.begin(), void()) {
    for (const auto& number : range) append(number);
  }
  template <class Result>
  auto append(const Result& result) -> decltype(result.gradient, void()) {
    append(result.value), append(result.gradient);
  }
  template <class... Parts>
  void append(const std::tuple<Parts...>& parts) {
    std::apply([&](const auto&... each) { (append(each), ...); }, parts);
  }
};

/// One use of a version: it is called once for its numbers, or it is timed.
class run {
 public:
  explicit run(benchmark::State& state) : state_(&state) {}
  explicit run(numbers_of_call& numbers) : numbers_(&numbers) {}

  /// f() returns a number, a range of them, a value with a gradient, or a tuple of these. What it reads is named, and
  /// not constant, so that the compiler takes it for changed after every call. Nothing does change it: a load of several numbers would wait for
  /// the store of one of them.
  template <class F, class... Inputs>
  void measure(F f, Inputs&... inputs) {
    static_assert(!(std::is_const_v<Inputs> || ...));
    if (numbers_) return numbers_->append(f());
    (benchmark::DoNotOptimize(&inputs), ...);
    for (auto _ : *state_) {
      auto result = f();
      benchmark::DoNotOptimize(result);
    }
  }

 private:
  benchmark::State* state_ = nullptr;
  numbers_of_call* numbers_ = nullptr;
};

/// The multiply-adds of one call, where they are nearly all that it does; of `elements`, the terms of the sum, and of `functions` the numbers.
struct work {
  double amount = 0;
  const char* type = "double";
};

struct version {
  std::string name;  // WORKLOAD/VERSION; what is written by hand says "by hand", what has no gradient begins with "value"
  std::function<void(run&)> body;
  work done;
};
inline std::vector<version>& versions() {
  static std::vector<version> all;
  return all;
}
inline bool add(std::string name, std::function<void(run&)> body, work done = {}) {
  versions().push_back(version{std::move(name), std::move(body), done});
  return true;
}

}  // namespace bench
