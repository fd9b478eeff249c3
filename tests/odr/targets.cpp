// SPDX-License-Identifier: BSL-1.0
// Programs with many functions, of double and of float, for targets.py.
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<5>>;
constexpr auto W = tl::parameter<"W", tl::mat<4, 5>>;
constexpr auto t = tl::input<"t", tl::vec<4>>;
constexpr auto a = tl::parameter<"a">;
constexpr auto z = W * x;
constexpr auto E = cross_entropy(z, t) + norm(sigmoid(z)) + pow(a, 1.5_c) * erf(a) + atan2(a, sum(gelu(x))) + log1p(exp(sin(a))) + softplus(cbrt(a)) +
                   sum(tanh(x)) * max(a, 0.5_c);
constexpr auto program = tl::value_and_gradient(E);

template <class T>
T computed(T from) {
  auto theta = tl::zeros<T>(tl::parameters(E));
  theta[a] = from;
  const tl::tensor<T, tl::vec<5>> xs{};
  const tl::tensor<T, tl::vec<4>> ts{};
  const auto result = program(theta, x = xs, t = ts);
  return result.value + result.gradient[a];
}

double of_double(double from) { return computed(from); }
float of_float(float from) { return computed(from); }
