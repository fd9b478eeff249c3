// SPDX-License-Identifier: BSL-1.0
#pragma once

// The functions that this library and <cmath> both have, for what is written once for each of them: a list of names for
// one macro of functions of one number and another of functions of two.

#define TAPELESS_ALL_MATH_FUNCTIONS(ONE, TWO) ONE(abs) ONE(sqrt) TAPELESS_MATH_FUNCTIONS(ONE, TWO)
#define TAPELESS_MATH_FUNCTIONS(ONE, TWO)                                                                            \
  ONE(cbrt) ONE(exp) ONE(exp2) ONE(expm1) ONE(log) ONE(log2) ONE(log10) ONE(log1p) ONE(sin) ONE(cos) ONE(tan) \
  ONE(asin) ONE(acos) ONE(atan) ONE(sinh) ONE(cosh) ONE(tanh) ONE(asinh) ONE(acosh) ONE(atanh) ONE(erf) ONE(erfc)       \
  TWO(pow) TWO(atan2) TWO(hypot)
