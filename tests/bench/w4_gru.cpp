// SPDX-License-Identifier: BSL-1.0
// One step of a gated recurrent unit, 8 inputs, 16 units, and half the squared distance to a target; 1,216 weights and the state.
#include "measure.hpp"
#include <w4_gru.hpp>

namespace {

using namespace bench;
using namespace tl::literals;

using gate_of_inputs = tl::mat<16, 8>;
using gate_of_state = tl::mat<16, 16>;
constexpr auto x = tl::input<"x", tl::vec<8>>;
constexpr auto h = tl::input<"h", tl::vec<16>>;
constexpr auto t = tl::input<"t", tl::vec<16>>;
constexpr auto Wr = tl::parameter<"Wr", gate_of_inputs>;
constexpr auto Wz = tl::parameter<"Wz", gate_of_inputs>;
constexpr auto Wn = tl::parameter<"Wn", gate_of_inputs>;
constexpr auto Ur = tl::parameter<"Ur", gate_of_state>;
constexpr auto Uz = tl::parameter<"Uz", gate_of_state>;
constexpr auto Un = tl::parameter<"Un", gate_of_state>;
constexpr auto br = tl::parameter<"br", tl::vec<16>>;
constexpr auto bz = tl::parameter<"bz", tl::vec<16>>;
constexpr auto bn = tl::parameter<"bn", tl::vec<16>>;
constexpr auto cn = tl::parameter<"cn", tl::vec<16>>;
constexpr auto r = sigmoid(Wr * x + Ur * h + br);
constexpr auto z = sigmoid(Wz * x + Uz * h + bz);
constexpr auto n = tanh(Wn * x + bn + hadamard(r, Un * h + cn));
constexpr auto E = 0.5_c * sum(square(n + hadamard(z, h - n) - t));

template <class Program>
void generated(run& runner, Program program) {
  auto theta = tl::zeros<double>(Wr, Wz, Wn, Ur, Uz, Un, br, bz, bn, cn);  // in the order of those by hand
  fill(theta);
  auto xs = numbers<8>();
  auto hs = numbers<16>(), ts = numbers<16>();
  runner.measure([&] { return program(theta, x = xs, h = hs, t = ts); }, theta, xs, hs, ts);
}
template <class F>
void by_hand(run& runner, F f) {
  auto theta = numbers<1216>();
  auto g = numbers<1232>();
  auto xs = numbers<8>();
  auto hs = numbers<16>(), ts = numbers<16>();
  runner.measure([&] { return computed(f, g, theta.data(), hs.data(), xs.data(), ts.data()); }, theta, xs, hs, ts);
}

[[maybe_unused]] const bool added[] = {
    add("w4/generated", [](run& runner) { generated(runner, tl::value_and_gradient(E, tl::wrt(Wr, Wz, Wn, Ur, Uz, Un, br, bz, bn, cn, h))); }),
    add("w4/by hand, plain", [](run& runner) { by_hand(runner, [](auto... a) { return w4_gru_grad(a...); }); }),
    add("w4/by hand, vectors", [](run& runner) { by_hand(runner, [](auto... a) { return w4_gru_grad_v(a...); }); }),
    add("w4/by hand, vectors, fused", [](run& runner) { by_hand(runner, [](auto... a) { return w4_gru_grad_v2(a...); }); }),
    add("w4/value, generated", [](run& runner) { generated(runner, tl::function(E)); }),
    add("w4/value by hand, plain", [](run& runner) { by_hand(runner, [](auto p, auto hs, auto in, auto target) { return w4_gru_value(p, hs, in, target); }); }),
    add("w4/value by hand, vectors", [](run& runner) { by_hand(runner, [](auto p, auto hs, auto in, auto target) { return w4_gru_value_v2(p, hs, in, target); }); }),
};

}  // namespace
