// SPDX-License-Identifier: BSL-1.0
// The code of docs/how-to/real-time.md: a filter that learns from every sample, without the heap.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <new>
#include <span>
#include <stdexcept>
#include <tapeless/tapeless.hpp>
#include <utility>
#include <vector>

#include "../instructions/count.hpp"

namespace tl = tapeless;

namespace {

// --- the filter -----------------------------------------------------------------------------------------------------

constexpr std::size_t length = 16, units = 8;

constexpr auto past = tl::input<"past", tl::vec<length>>;  // the newest sample first
constexpr auto taps = tl::parameter<"taps", tl::vec<length>>;
constexpr auto W = tl::parameter<"W", tl::mat<units, length>>;
constexpr auto b = tl::parameter<"b", tl::vec<units>>;
constexpr auto w = tl::parameter<"w", tl::vec<units>>;

// what is linear, and what is not
constexpr auto predicted = dot(taps, past) + dot(w, tanh(W * past + b));

class adaptive_filter {
 public:
  explicit adaptive_filter(float rate) : rate_(rate) {
    for (std::size_t i = 0; i < units; ++i) theta_[W](i, i % length) = i % 2 == 0 ? 0.5f : -0.5f;
  }

  /// Takes one sample and what came out of the system for it. Returns what was not predicted, and learns.
  float operator()(float sample, float heard) noexcept {
    std::copy_backward(now_.begin(), now_.end() - 1, now_.end());
    now_[0] = sample;

    constexpr auto step = tl::value_and_gradient(predicted);
    auto [value, gradient] = step(theta_, past = now_);
    const float error = heard - value;

    float squares = 1e-3f;
    for (const float g : gradient) squares += g * g;
    gradient *= rate_ * error / squares;
    theta_ += gradient;
    return error;
  }

 private:
  float rate_;
  tl::tensor<float, tl::vec<length>> now_{};
  decltype(tl::zeros<float>(tl::parameters(predicted))) theta_{};
};

// what a program needs, asked when it is compiled
constexpr auto program = tl::value_and_gradient(predicted);
static_assert(program.workspace_bytes<float>() <= 256);  // on the stack, for vectors on the way
static_assert(program.operation_count() < 1000);         // scalar operations, a tanh counting as one
static_assert(sizeof(program) == 1);                     // an empty object: no state, so threads can share it

// --- sizes that are known, and sizes that are not -------------------------------------------------------------------

// An array, a tensor or a span of constant length is checked when it is compiled.
float fixed(std::span<const float, length> samples) noexcept {
  constexpr auto energy = tl::function(squared_norm(past));
  return energy(past = samples);
}

// The length of this one is known when it runs: the call checks it and would throw.
float checked(std::span<const float> samples) {
  constexpr auto energy = tl::function(squared_norm(past));
  return energy(past = samples);
}

}  // namespace

// --- the test -------------------------------------------------------------------------------------------------------

std::size_t allocations = 0;

// None is inline, for GCC then takes malloc() or free() for the wrong partner of the other and warns.
[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

[[gnu::noinline]] float once(adaptive_filter* filter, float sample, float heard) { return (*filter)(sample, heard); }

/// Is the number of instructions the same, whatever the numbers are?
bool counts_agree() {
  constexpr float infinity = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
  long fewest = std::numeric_limits<long>::max(), most = 0;
  for (const float sample : {0.0f, 0.1f, -3.0f, 1e-42f, 1e30f, infinity, nan}) {
    adaptive_filter filter(0.1f);
    for (std::size_t i = 0; i < length; ++i) filter(sample, 1);
    const long count = instructions::executed<float>(once, &filter, sample, -50.0f);
    fewest = std::min(fewest, count);
    most = std::max(most, count);
  }
  std::printf("instructions for a sample: %s\n", fewest == most ? "always as many" : "it depends");
  return fewest == most;
}

int main() {
  // the system: an echo that is overdriven
  std::uint32_t random = 1;
  const auto noise = [&random] {
    random = 1664525 * random + 1013904223;
    return static_cast<float>(random >> 8) * 0x1p-23f - 1;
  };
  float x1 = 0, x2 = 0, x3 = 0;
  const auto system = [&](float x) {
    const float y = 0.6f * x + std::tanh(1.5f * x1 - x3) - 0.3f * x2;
    x3 = x2, x2 = x1, x1 = x;
    return y;
  };

  adaptive_filter filter(0.1f);
  const std::size_t before = allocations;
  std::puts("samples    heard    not predicted");
  for (int block = 0; block < 40; ++block) {
    double heard_power = 0, error_power = 0;
    for (int k = 0; k < 1000; ++k) {
      const float sample = noise(), heard = system(sample), error = filter(sample, heard);
      heard_power += static_cast<double>(heard * heard) / 1000;
      error_power += static_cast<double>(error * error) / 1000;
    }
    if (block == 0 || block == 9 || block == 19 || block == 39)
      std::printf("%7d  %7.3f  %15.5f\n", 1000 * (block + 1), heard_power, error_power);
    if (block == 39 && !(error_power < 0.01 * heard_power)) return 1;
  }
  std::printf("%zu operations, %zu bytes of workspace, %zu heap allocations\n", program.operation_count(),
              program.workspace_bytes<float>(), allocations - before);
  if (allocations != before) return 2;
  if (!counts_agree()) return 5;

  std::vector<float> samples(length, 1.0f);
  if (fixed(std::span<const float, length>(samples)) != length || checked(samples) != length) return 3;
  samples.pop_back();
  try {
    static_cast<void>(checked(samples));
    return 4;
  } catch (const std::length_error& problem) {
    std::puts(problem.what());
  }
}
