// SPDX-License-Identifier: BSL-1.0
// No conditional jump in the code of a network of tanh: the same instructions for every input. Before AVX, clang
// (16: six, 19: two) makes jumps of the selects in tanh; g++ makes none there either.
// COMPILE: -O2 -mavx2 -mfma
// COMPILE: -O3 -march=native -ffp-contract=off
// UNDEFINED: mem(cpy|move)
// SYMBOLS: .*tapeless::gradient_program<.*>::operator\(\).*|.*tapeless::math::.*
// DATA: step
// READ-ONLY BYTES: 1
// JUMPS: 0
#include "bishop.hpp"

extern "C" void value_and_gradient(const weights& theta, const double* at, double& value, weights& gradient) {
  const auto result = step(theta, x1 = at[0], x2 = at[1], t1 = at[2], t2 = at[3]);
  value = result.value;
  gradient = result.gradient;
}
