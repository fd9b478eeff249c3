// SPDX-License-Identifier: BSL-1.0
#pragma once

// The functions of this library for float (by way of double), double and long double (libm; in constant expressions
// extended.hpp).
// in: any value.  out: the function; special values as C's Annex F.

#include <cmath>
#include <concepts>
#include <type_traits>

#include <tapeless/math/error_function.hpp>
#include <tapeless/math/extended_functions.hpp>
#include <tapeless/math/hyperbolic.hpp>
#include <tapeless/math/inverse_hyperbolic.hpp>
#include <tapeless/math/inverse_trigonometric.hpp>
#include <tapeless/math/power.hpp>
#include <tapeless/math/trigonometric.hpp>

namespace tapeless::math {

#define TAPELESS_MATH_FUNCTION(name)                                                \
  template <std::floating_point T>                                                  \
  [[gnu::always_inline]] constexpr T name(T x) {                                    \
    if constexpr (std::same_as<T, double>) return detail::name##_double(x);         \
    else if constexpr (std::same_as<T, float>)                                      \
      return to_float(detail::name##_double(static_cast<double>(x)));               \
    else return std::is_constant_evaluated() ? extended::name(x) : std::name(x);    \
  }
#define TAPELESS_MATH_FUNCTION_OF_TWO(name)                                                            \
  template <std::floating_point T>                                                                     \
  [[gnu::always_inline]] constexpr T name(T x, T y) {                                                  \
    if constexpr (std::same_as<T, double>) return detail::name##_double(x, y);                         \
    else if constexpr (std::same_as<T, float>)                                                         \
      return to_float(detail::name##_double(static_cast<double>(x), static_cast<double>(y)));          \
    else return std::is_constant_evaluated() ? extended::name(x, y) : std::name(x, y);                 \
  }

TAPELESS_MATH_FUNCTION(cbrt)
TAPELESS_MATH_FUNCTION(exp2)
TAPELESS_MATH_FUNCTION(expm1)
TAPELESS_MATH_FUNCTION(log2)
TAPELESS_MATH_FUNCTION(log10)
TAPELESS_MATH_FUNCTION(tan)
TAPELESS_MATH_FUNCTION(asin)
TAPELESS_MATH_FUNCTION(acos)
TAPELESS_MATH_FUNCTION(atan)
TAPELESS_MATH_FUNCTION(sinh)
TAPELESS_MATH_FUNCTION(cosh)
TAPELESS_MATH_FUNCTION(asinh)
TAPELESS_MATH_FUNCTION(acosh)
TAPELESS_MATH_FUNCTION(atanh)
TAPELESS_MATH_FUNCTION(erf)
TAPELESS_MATH_FUNCTION(erfc)
TAPELESS_MATH_FUNCTION_OF_TWO(pow)
TAPELESS_MATH_FUNCTION_OF_TWO(atan2)
TAPELESS_MATH_FUNCTION_OF_TWO(hypot)

#undef TAPELESS_MATH_FUNCTION
#undef TAPELESS_MATH_FUNCTION_OF_TWO

} // namespace tapeless::math
