// SPDX-License-Identifier: BSL-1.0
// Vectors and matrices: loops over the caller's memory, no heap, no unwinding, nothing of the graph.
// COMPILE: -O2
// COMPILE: -O2 -g
// COMPILE: -O3 -fno-exceptions -fno-rtti
// UNDEFINED: mem(cpy|set|move)
// SYMBOLS: .*tapeless::gradient_program<.*>::(operator\(\)|accumulate).*|.*tapeless::math::.*
// DATA: step
// READ-ONLY BYTES: 1
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<8>>;
constexpr auto t = tl::input<"t", tl::vec<4>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<16, 8>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<16>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<4, 16>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<4>>;
constexpr auto E = cross_entropy(W2 * tanh(W1 * x + b1) + b2, t);
constexpr auto step = tl::value_and_gradient(E);
using pack = decltype(tl::zeros<float>(tl::parameters(E)));
using xs = tl::tensor<float, tl::vec<8>>;
using ts = tl::tensor<float, tl::vec<4>>;

extern "C" float accumulate(pack& gradient, const pack& theta, const xs& at, const ts& wanted) {
  return step.accumulate(gradient, theta, x = at, t = wanted);
}
extern "C" void value_and_gradient(pack& gradient, const pack& theta, const xs& at, const ts& wanted) {
  gradient = step(theta, x = at, t = wanted).gradient;
}
