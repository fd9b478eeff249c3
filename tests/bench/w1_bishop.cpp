// SPDX-License-Identifier: BSL-1.0
// Bishop's network: 2 inputs, 3 hidden units, 2 outputs; 17 weights.
#include "measure.hpp"
#include <w1_bishop.hpp>

namespace {

using namespace bench;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
constexpr auto E = 0.5_c * sum(square(W2 * tanh(W1 * x + b1) + b2 - t));

// the same, written in scalars, in the order of the weights
template <tl::meta::fixed_string Name>
constexpr auto w = tl::parameter<Name>;
constexpr auto weights = tl::wrt(w<"u11">, w<"u12">, w<"u21">, w<"u22">, w<"u31">, w<"u32">, w<"u10">, w<"u20">, w<"u30">, w<"v11">, w<"v12">, w<"v13">,
                                 w<"v21">, w<"v22">, w<"v23">, w<"v10">, w<"v20">);
constexpr auto h1 = tanh(w<"u11"> * x[0_c] + w<"u12"> * x[1_c] + w<"u10">);
constexpr auto h2 = tanh(w<"u21"> * x[0_c] + w<"u22"> * x[1_c] + w<"u20">);
constexpr auto h3 = tanh(w<"u31"> * x[0_c] + w<"u32"> * x[1_c] + w<"u30">);
constexpr auto z1 = w<"v11"> * h1 + w<"v12"> * h2 + w<"v13"> * h3 + w<"v10">;
constexpr auto z2 = w<"v21"> * h1 + w<"v22"> * h2 + w<"v23"> * h3 + w<"v20">;
constexpr auto S = 0.5_c * (square(z1 - t[0_c]) + square(z2 - t[1_c]));

void in_scalars(run& runner) {
  constexpr auto program = tl::value_and_gradient(S, weights);
  auto theta = tl::zeros<double>(weights);
  fill(theta);
  auto xs = numbers<2>(), ts = numbers<2>();
  runner.measure([&] { return program(theta, x = xs, t = ts); }, theta, xs, ts);
}

[[maybe_unused]] const bool added[] = {
    add("w1/generated, in scalars", in_scalars),
    add("w1/generated", [](run& runner) { generated_network(runner, tl::value_and_gradient(E), E, x, t); }),
    add("w1/by hand, plain", [](run& runner) { network_by_hand<17>(runner, x, t, [](auto... a) { return w1_bishop_grad(a...); }); }),
    add("w1/value, generated", [](run& runner) { generated_network(runner, tl::function(E), E, x, t); }),
    add("w1/value by hand, plain", [](run& runner) { network_by_hand<17>(runner, x, t, [](auto p, auto in, auto target) { return w1_bishop_value(p, in, target); }); }),
#if HW_VL >= 4
    add("w1/by hand, vectors", [](run& runner) { network_by_hand<17>(runner, x, t, [](auto... a) { return w1_bishop_grad_v(a...); }); }),
#endif
};

}  // namespace
