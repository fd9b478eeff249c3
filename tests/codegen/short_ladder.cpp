// SPDX-License-Identifier: BSL-1.0
// A ladder in which every node is used twice, and its gradient: the slots of the program, one for each of its nodes,
// dissolve into registers. A short one needs no stack at all.
// COMPILE: -O2
// COMPILE: -O2 -g
// SYMBOLS: .*tapeless::gradient_program<.*>::operator\(\).*
// DATA: step
// READ-ONLY BYTES: 1
// JUMPS: 0
// STORES: 2
// FRAME: 32
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

template <int N, class E>
constexpr auto ladder(E a) {
  if constexpr (N == 0) return a;
  else return ladder<N - 1>(a * (a + tl::constant<N>) - a);
}
constexpr auto x = tl::input<"x">;
constexpr auto step = tl::value_and_gradient(ladder<3>(x), tl::wrt(x));

extern "C" double slope(double at) { return step(x = at).gradient[x]; }
