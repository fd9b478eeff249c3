// SPDX-License-Identifier: BSL-1.0
// One program, called by 8 threads at once with inputs of their own, gives each the bits of a call alone: with its workspace
// on the stack, with one of the thread's own, accumulated, and by map. Also built with ThreadSanitizer (preset "thread").
#include <array>
#include <barrier>
#include <cstddef>
#include <cstring>
#include <span>
#include <tapeless/tapeless.hpp>
#include <thread>
#include <vector>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto X = tl::input<"X", tl::mat<8, 12>>;
constexpr auto W = tl::parameter<"W", tl::mat<12, 12>>;
constexpr auto b = tl::parameter<"b", tl::vec<12>>;
constexpr auto h = tanh(X * W + tl::broadcast<tl::mat<8, 12>>(b));
constexpr auto E = mean(square(h)) + logsumexp(h);
constexpr auto s = tl::input<"s">;

constexpr auto step = tl::value_and_gradient(E);
constexpr auto slope = tl::value_and_gradient(sin(s) * exp(s), tl::wrt(s));
static_assert(step.workspace_bytes() > 0);

using parameters = decltype(tl::zeros<double>(tl::parameters(E)));

/// What one thread computes from one input; the objects `step` and `slope` are those of all.
struct results {
  std::vector<double> numbers;
  void add(double number) { numbers.push_back(number); }
  void add(const auto& several) { numbers.insert(numbers.end(), several.begin(), several.end()); }
  bool operator==(const results& other) const {  // the bits
    return numbers.size() == other.numbers.size() && std::memcmp(numbers.data(), other.numbers.data(), numbers.size() * sizeof(double)) == 0;
  }
};

results compute(const parameters& theta, int seed) {
  results r;
  tl::tensor<double, tl::vec<96>> numbers{};
  for (std::size_t i = 0; i < 96; ++i) numbers[i] = 0.01 * static_cast<double>(i) - 0.1 * seed;
  const auto on_stack = step(theta, X = numbers);
  r.add(on_stack.value);
  r.add(on_stack.gradient);

  std::vector<double> memory(step.workspace_bytes() / sizeof(double));
  const auto in_memory = step(theta, X = numbers, tl::workspace(memory));
  r.add(in_memory.value);
  r.add(in_memory.gradient);

  parameters sum{};
  r.add(step.accumulate(sum, theta, X = numbers));
  r.add(sum);

  std::array<double, 33> values{}, slopes{};
  slope.map(values, slopes, s = std::span(numbers.data(), values.size()));
  r.add(values);
  r.add(slopes);
  return r;
}

}  // namespace

TEST_CASE("8 threads share one program", "[codegen]") {
  constexpr std::size_t threads = 8, rounds = 50;
  parameters theta{};
  for (std::size_t i = 0; i < theta.size(); ++i) theta.data()[i] = 0.02 * static_cast<double>(i % 17) - 0.1;
  std::vector<results> alone;
  for (std::size_t i = 0; i < threads; ++i) alone.push_back(compute(theta, static_cast<int>(i)));
  for (std::size_t i = 1; i < threads; ++i) REQUIRE_FALSE(alone[i] == alone[0]);

  std::array<std::size_t, threads> different{};
  std::barrier start(threads);
  std::vector<std::thread> running;
  for (std::size_t i = 0; i < threads; ++i)
    running.emplace_back([&, i] {
      start.arrive_and_wait();  // all at once
      for (std::size_t round = 0; round < rounds; ++round) {
        const std::size_t which = (i + round) % threads;
        if (!(compute(theta, static_cast<int>(which)) == alone[which])) ++different[i];
      }
    });
  for (std::thread& thread : running) thread.join();
  for (std::size_t i = 0; i < threads; ++i) CHECK(different[i] == 0);
}
