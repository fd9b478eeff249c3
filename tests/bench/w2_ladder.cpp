// SPDX-License-Identifier: BSL-1.0
// A ladder of 30 dependent sines, every node used three times: a[k+1] = sin(a[k])·a[k-1] + a[k].
#include "functions.hpp"
#include "measure.hpp"
#include <w2_ladder.hpp>

namespace {

using namespace bench;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;

template <int K, class A, class B>
constexpr auto rungs(A a, B b) {
  if constexpr (K == 0) return b;
  else return rungs<K - 1>(b, sin(b) * a + b);
}
constexpr auto E = rungs<30>(x, y);

template <class Program>
void generated(run& runner, Program program) {
  auto in = ladder::at();
  runner.measure([&] { return program(x = in[0], y = in[1]); }, in);
}
template <class F>
void by_hand(run& runner, F f) {
  auto in = ladder::at(), g = in;
  runner.measure([&] { return computed(f, g, in.data()); }, in);
}

[[maybe_unused]] const bool added[] = {
    add("w2/generated", [](run& runner) { generated(runner, tl::value_and_gradient(E, tl::wrt(x, y))); }),
    add("w2/by hand, sincos", [](run& runner) { by_hand(runner, [](auto... a) { return w2_ladder_grad(a...); }); }),
    add("w2/by hand, cosines late", [](run& runner) { by_hand(runner, [](auto... a) { return w2_ladder_grad_late(a...); }); }),
    add("w2/by hand, cosines late, vectors", [](run& runner) { by_hand(runner, [](auto... a) { return w2_ladder_grad_latev(a...); }); }),
    add("w2/by hand, forward", [](run& runner) { by_hand(runner, [](auto... a) { return w2_ladder_grad_fwd(a...); }); }),
    add("w2/value, generated", [](run& runner) { generated(runner, tl::function(E)); }),
    add("w2/value by hand", [](run& runner) { by_hand(runner, [](auto in) { return w2_ladder_value(in); }); }),
};

}  // namespace
