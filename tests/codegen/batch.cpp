// SPDX-License-Identifier: BSL-1.0
// A batch of 16 through a network with softmax: loops over the caller's memory, no heap, no unwinding, no type information,
// no static initialiser, nothing of the graph.
// COMPILE: -O2 -fno-exceptions -fno-rtti
// UNDEFINED: mem(cpy|set|move)
// SYMBOLS: .*tapeless::(gradient_)?program<.*>::(operator\(\)|accumulate).*|.*tapeless::(math|codegen)::.*
// DATA: step
// READ-ONLY BYTES: 1
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr std::size_t batch = 16;
constexpr auto X = tl::input<"X", tl::mat<batch, 8>>;
constexpr auto T = tl::input<"T", tl::mat<batch, 4>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<8, 32>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<32>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<32, 4>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<4>>;
constexpr auto h = tanh(X * W1 + tl::broadcast<tl::mat<batch, 32>>(b1));
constexpr auto E = cross_entropy(h * W2 + tl::broadcast<tl::mat<batch, 4>>(b2), T);
constexpr auto step = tl::value_and_gradient(E);
using pack = decltype(tl::zeros<float>(tl::parameters(E)));

extern "C" float accumulate(pack& gradient, const pack& theta, const tl::tensor<float, tl::mat<batch, 8>>& at,
                            const tl::tensor<float, tl::mat<batch, 4>>& wanted) {
  return step.accumulate(gradient, theta, X = at, T = wanted);
}
