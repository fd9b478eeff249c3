// SPDX-License-Identifier: BSL-1.0
// A ladder of 30 dependent sines, every node used three times: a[k+1] = sin(a[k])·a[k-1] + a[k].
#include "measure.hpp"
#include <w2_ladder.hpp>

namespace {

using namespace bench;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;

template <int K, class A, class B>
constexpr auto ladder(A a, B b) {
  if constexpr (K == 0) return b;
  else return ladder<K - 1>(b, sin(b) * a + b);
}
constexpr auto E = ladder<30>(x, y);

template <class Program>
void generated(benchmark::State& state, Program program) {
  double at = 0.3;
  measure(state, [&] { return at += 1e-9, program(x = at, y = 0.4); });
}
template <class F>
void by_hand(benchmark::State& state, F f) {
  double in[2] = {0.3, 0.4}, g[2];
  measure(state, [&] {
    in[0] += 1e-9;
    const double value = f(in, g);
    benchmark::DoNotOptimize(g);
    return value;
  });
}

[[maybe_unused]] const bool added[] = {
    add("w2/generated", [](benchmark::State& state) { generated(state, tl::value_and_gradient(E, tl::wrt(x, y))); }),
    add("w2/by hand, sincos", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w2_ladder_grad(a...); }); }),
    add("w2/by hand, cosines late", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w2_ladder_grad_late(a...); }); }),
    add("w2/by hand, cosines late, vectors", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w2_ladder_grad_latev(a...); }); }),
    add("w2/by hand, forward", [](benchmark::State& state) { by_hand(state, [](auto... a) { return w2_ladder_grad_fwd(a...); }); }),
    add("w2/value, generated", [](benchmark::State& state) { generated(state, tl::function(E)); }),
    add("w2/value by hand", [](benchmark::State& state) { by_hand(state, [](auto in, auto) { return w2_ladder_value(in); }); }),
};

}  // namespace
