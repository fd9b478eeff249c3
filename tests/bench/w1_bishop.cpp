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

[[maybe_unused]] const bool added[] = {
    add("w1/generated", [](run& runner) { generated_network(runner, tl::value_and_gradient(E), E, x, t); }),
    add("w1/by hand, plain", [](run& runner) { network_by_hand<17>(runner, x, t, [](auto... a) { return w1_bishop_grad(a...); }); }),
    add("w1/value, generated", [](run& runner) { generated_network(runner, tl::function(E), E, x, t); }),
    add("w1/value by hand, plain", [](run& runner) { network_by_hand<17>(runner, x, t, [](auto p, auto in, auto target) { return w1_bishop_value(p, in, target); }); }),
#if HW_VL >= 4
    add("w1/by hand, vectors", [](run& runner) { network_by_hand<17>(runner, x, t, [](auto... a) { return w1_bishop_grad_v(a...); }); }),
#endif
};

}  // namespace
