// SPDX-License-Identifier: BSL-1.0
// No conditional jump in the code of a network of tanh: the same instructions for every input. clang makes jumps (16:
// six, 19: two) of the selects in tanh unless the target has AVX-512; g++ 12 makes none on any target, g++ 16 three.
// COMPILE(gcc): -O2
// COMPILE: -O3 -march=x86-64-v4 -ffp-contract=off
// UNDEFINED: mem(cpy|move)
// SYMBOLS: .*tapeless::gradient_program<.*>::operator\(\).*|.*tapeless::math::.*
// DATA: step
// READ-ONLY BYTES: 1
// JUMPS(gcc<16): 0
// JUMPS(gcc>15): 3
// JUMPS(clang): 0
#include "bishop.hpp"

extern "C" void value_and_gradient(const weights& theta, const double* at, double& value, weights& gradient) {
  const auto result = step(theta, x1 = at[0], x2 = at[1], t1 = at[2], t2 = at[3]);
  value = result.value;
  gradient = result.gradient;
}
