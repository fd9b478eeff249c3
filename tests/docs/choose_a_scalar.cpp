// SPDX-License-Identifier: BSL-1.0
// The code of docs/how-to/choose-a-scalar.md.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <tapeless/tapeless.hpp>
#include <type_traits>

#include "require.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto s = tl::input<"s">;
constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto f = tl::function(s * sum(x));
constexpr int whole[3] = {1, 2, 3};

template <class T, class... Bindings>
constexpr bool computes_in(Bindings... bindings) {
  return std::is_same_v<decltype(f(bindings...)), T>;
}

// what is bound decides
static_assert(computes_in<float>(s = 0.5f, x = {1.0f, 2.0f, 3.0f}));
static_assert(computes_in<long double>(s = 0.5L, x = {1.0L, 2.0L, 3.0L}));
static_assert(computes_in<float>(s = 0.5f, x = whole));  // whole numbers adopt it
static_assert(computes_in<double>(s = 2, x = whole));    // double, where there is no other

// The gradient of a chain of ten sines, in each type.
constexpr auto chain = tl::unroll<10>(s, [](auto a, auto) { return sin(a) + 0.1_c * s; });
constexpr auto step = tl::value_and_gradient(chain, tl::wrt(s));

void compare() {
  const long double most = step(s = 0.7L).gradient[s];
  const auto misses = [most](auto found) { return std::abs((static_cast<long double>(found) - most) / most); };
  require(misses(step(s = 0.7f).gradient[s]) < 1e-6L, "the gradient in float");
  require(misses(step(s = 0.7).gradient[s]) < 2e-15L, "the gradient in double");
}

// parameters in double, the gradient in float
constexpr auto w = tl::parameter<"w", tl::vec<3>>;
constexpr auto E = 0.5_c * squared_norm(w - x);

void train() {
  constexpr auto slope = tl::value_and_gradient(E);
  constexpr std::array<float, 3> at = {0, 0, 0};
  constexpr float rate = 1e-9f;

  auto exact = tl::zeros<double>(tl::parameters(E));
  auto theta = tl::zeros<float>(tl::parameters(E));
  auto alone = tl::zeros<float>(tl::parameters(E));
  exact[w] = {1, 1, 1};
  alone[w] = {1, 1, 1};
  for (int k = 0; k < 1000; ++k) {
    for (std::size_t i = 0; i < theta.size(); ++i) theta.data()[i] = static_cast<float>(exact.data()[i]);
    auto gradient = slope(theta, x = at).gradient;
    for (std::size_t i = 0; i < theta.size(); ++i) exact.data()[i] -= static_cast<double>(rate * gradient.data()[i]);

    gradient = slope(alone, x = at).gradient;
    gradient *= rate;
    alone -= gradient;
  }
  std::printf("parameters in double: %.7f\nparameters in float:  %.7f\n", exact[w][0], static_cast<double>(alone[w][0]));
  require(std::abs(exact[w][0] - (1 - 1e-6)) < 1e-10, "small steps add up in double");
  require(alone[w][0] == 1, "and are lost in float");
}

}  // namespace

int main() {
  compare();
  train();
  return failures;
}
