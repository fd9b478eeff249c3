// SPDX-License-Identifier: BSL-1.0
// A multi-layer perceptron, 16-32-32-4: tanh, linear output, mean of squares; one sample, 1,732 weights.
#include "measure.hpp"
#include <w3_mlp.hpp>

namespace {

using namespace bench;

constexpr auto x = tl::input<"x", tl::vec<16>>;
constexpr auto t = tl::input<"t", tl::vec<4>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<32, 16>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<32>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<32, 32>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<32>>;
constexpr auto W3 = tl::parameter<"W3", tl::mat<4, 32>>;
constexpr auto b3 = tl::parameter<"b3", tl::vec<4>>;
constexpr auto E = mean(square(W3 * tanh(W2 * tanh(W1 * x + b1) + b2) + b3 - t));

[[maybe_unused]] const bool added[] = {
    add("w3/generated", [](run& runner) { generated_network(runner, tl::value_and_gradient(E), E, x, t); }),
    add("w3/by hand, plain", [](run& runner) { network_by_hand<1732>(runner, x, t, [](auto... a) { return w3_mlp_grad(a...); }); }),
    add("w3/by hand, vectors", [](run& runner) { network_by_hand<1732>(runner, x, t, [](auto... a) { return w3_mlp_grad_v(a...); }); }),
    add("w3/by hand, vectors, fused", [](run& runner) { network_by_hand<1732>(runner, x, t, [](auto... a) { return w3_mlp_grad_v2(a...); }); }),
    add("w3/value, generated", [](run& runner) { generated_network(runner, tl::function(E), E, x, t); }),
    add("w3/value by hand, plain", [](run& runner) { network_by_hand<1732>(runner, x, t, [](auto p, auto in, auto target) { return w3_mlp_value(p, in, target); }); }),
    add("w3/value by hand, vectors", [](run& runner) { network_by_hand<1732>(runner, x, t, [](auto p, auto in, auto target) { return w3_mlp_value_v2(p, in, target); }); }),
};

}  // namespace
