// SPDX-License-Identifier: BSL-1.0
// Bishop's network in scalars with the C library's tanh, generated and by hand: docs/side-by-side.md shows both.
// COMPILE: -O2
// UNDEFINED: tanh|mem(cpy|move)
// SYMBOLS: by_(tapeless|hand)\(.*
// DATA: step|generated
// KINDS(gcc<13): by_tapeless multiply 39 add 21 call 3 load 21 store 14 move 26 shuffle 8 other 9 stack 56
// KINDS(gcc<13): by_hand multiply 39 add 21 call 3 load 21 store 14 move 27 shuffle 8 other 9 stack 56
// KINDS(clang<20): by_tapeless multiply 35 add 21 call 3 load 23 store 22 move 23 shuffle 8 other 8 stack 104
// KINDS(clang<20): by_hand multiply 35 add 21 call 3 load 20 store 18 move 19 shuffle 8 other 9 stack 88
#include <cmath>

#include "bishop.hpp"

constexpr auto generated = tl::value_and_gradient<tl::math::libm_math>(E);
using result = decltype(generated(weights{}, x1 = 0.0, x2 = 0.0, t1 = 0.0, t2 = 0.0));

// flatten: Clang leaves the program a function of its own otherwise
[[gnu::flatten]] result by_tapeless(const weights& theta, const double* at) {
  return generated(theta, x1 = at[0], x2 = at[1], t1 = at[2], t2 = at[3]);
}

void by_hand(const weights& p, const double* at, result& __restrict out) {
  const double a1 = at[0], a2 = at[1];
  const double h1 = std::tanh(p[w<"u10">] + p[w<"u11">] * a1 + p[w<"u12">] * a2);
  const double h2 = std::tanh(p[w<"u20">] + p[w<"u21">] * a1 + p[w<"u22">] * a2);
  const double h3 = std::tanh(p[w<"u30">] + p[w<"u31">] * a1 + p[w<"u32">] * a2);
  const double d1 = p[w<"c10">] + p[w<"c11">] * h1 + p[w<"c12">] * h2 + p[w<"c13">] * h3 - at[2];
  const double d2 = p[w<"c20">] + p[w<"c21">] * h1 + p[w<"c22">] * h2 + p[w<"c23">] * h3 - at[3];
  const double e1 = (p[w<"c11">] * d1 + p[w<"c21">] * d2) * (1 - h1 * h1);
  const double e2 = (p[w<"c12">] * d1 + p[w<"c22">] * d2) * (1 - h2 * h2);
  const double e3 = (p[w<"c13">] * d1 + p[w<"c23">] * d2) * (1 - h3 * h3);
  out.gradient[w<"u10">] = e1, out.gradient[w<"u11">] = e1 * a1, out.gradient[w<"u12">] = e1 * a2;
  out.gradient[w<"u20">] = e2, out.gradient[w<"u21">] = e2 * a1, out.gradient[w<"u22">] = e2 * a2;
  out.gradient[w<"u30">] = e3, out.gradient[w<"u31">] = e3 * a1, out.gradient[w<"u32">] = e3 * a2;
  out.gradient[w<"c10">] = d1, out.gradient[w<"c11">] = d1 * h1, out.gradient[w<"c12">] = d1 * h2, out.gradient[w<"c13">] = d1 * h3;
  out.gradient[w<"c20">] = d2, out.gradient[w<"c21">] = d2 * h1, out.gradient[w<"c22">] = d2 * h2, out.gradient[w<"c23">] = d2 * h3;
  out.value = 0.5 * (d1 * d1 + d2 * d2);
}
