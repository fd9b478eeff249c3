// SPDX-License-Identifier: BSL-1.0
#pragma once

// sigmoid(x) = 1/(1 + e^-x) and its integral softplus(x) = ln(1 + e^x), stable over the whole range of the type.
// in: any value.  out: both within 2 ulp; both fall to 0 through subnormals as e^x does.

#include <concepts>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/fma.hpp>
#include <tapeless/math/log.hpp>

namespace tapeless::math {

namespace detail {

/// e = e^-|x| cannot overflow: sigmoid is 1/(1+e) on the right and e/(1+e) on the left. The rounding error of 1+e is
/// put right at the end, or all errors would add up to more than 2 ulp.
[[gnu::always_inline]] constexpr double sigmoid_double(double x) {
  if (std::is_constant_evaluated() && is_nan(x)) return x;
  const double e = exp_double(-abs(x));
  const double numerator = select(x < 0, e, 1.0);
  const double sum = 1.0 + e, sum_error = (1.0 - sum) + e;
  const double quotient = numerator / sum;
  const double inverse_sum = select(x < 0, 1.0 - quotient, quotient);
  return fma(-quotient * sum_error, inverse_sum, quotient);
}

[[gnu::always_inline]] constexpr double softplus_double(double x) {
  if (std::is_constant_evaluated() && is_nan(x)) return x;
  const double positive = select(x < 0, 0.0, x);
  return positive + log1p_double(exp_double(-abs(x)));
}

} // namespace detail

template <std::floating_point T>
[[gnu::always_inline]] constexpr T sigmoid(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::sigmoid_double(x);
  } else if constexpr (std::same_as<T, float>) {
    return to_float(detail::sigmoid_double(static_cast<double>(x)));
  } else {
    const T e = exp(-abs(x));
    return (x < 0 ? e : T{1}) / (T{1} + e);
  }
}

template <std::floating_point T>
[[gnu::always_inline]] constexpr T softplus(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::softplus_double(x);
  } else if constexpr (std::same_as<T, float>) {
    return to_float(detail::softplus_double(static_cast<double>(x)));
  } else {
    return (x < 0 ? T{0} : x) + log1p(exp(-abs(x)));
  }
}

} // namespace tapeless::math
