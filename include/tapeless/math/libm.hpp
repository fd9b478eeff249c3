// SPDX-License-Identifier: BSL-1.0
#pragma once

// The C library's functions, by the names that compilers have for them: <cmath> would take a tenth of the time that this library does.
// in: a number of a built-in type.  out: what the C library computes.

#include <tapeless/math/names.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::libm {

#define TAPELESS_ONE_AS(name, builtin)                                                    \
  TAPELESS_LEAF inline float name(float x) { return __builtin_##builtin##f(x); }          \
  TAPELESS_LEAF inline double name(double x) { return __builtin_##builtin(x); }           \
  TAPELESS_LEAF inline long double name(long double x) { return __builtin_##builtin##l(x); }
#define TAPELESS_ONE(name) TAPELESS_ONE_AS(name, name)
#define TAPELESS_TWO(name)                                                                           \
  TAPELESS_LEAF inline float name(float x, float y) { return __builtin_##name##f(x, y); }            \
  TAPELESS_LEAF inline double name(double x, double y) { return __builtin_##name(x, y); }            \
  TAPELESS_LEAF inline long double name(long double x, long double y) { return __builtin_##name##l(x, y); }
TAPELESS_ONE_AS(abs, fabs)
TAPELESS_ONE(sqrt)
TAPELESS_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
#undef TAPELESS_ONE_AS
#undef TAPELESS_ONE
#undef TAPELESS_TWO

}  // namespace tapeless::math::libm
