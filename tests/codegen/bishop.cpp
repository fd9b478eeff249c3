// SPDX-License-Identifier: BSL-1.0
// Bishop's 2-3-2 network in scalars: the code of the program and of tanh, and of the graph nothing: no table, no
// relocation, no heap, no unwinding. The objects of the front end may be there, one empty byte each.
// COMPILE: -O2
// COMPILE: -O2 -g -fno-exceptions -fno-rtti
// COMPILE: -O3 -march=native -ffp-contract=off
// UNDEFINED: mem(cpy|move)
// SYMBOLS: .*tapeless::gradient_program<.*>::operator\(\).*|.*tapeless::math::.*
// DATA: step
// READ-ONLY BYTES: 1
// LOCATIONS(gcc): 4000
#include "bishop.hpp"

extern "C" void value_and_gradient(const weights& theta, const double* at, double& value, weights& gradient) {
  const auto result = step(theta, x1 = at[0], x2 = at[1], t1 = at[2], t2 = at[3]);
  value = result.value;
  gradient = result.gradient;
}
