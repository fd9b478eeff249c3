// SPDX-License-Identifier: BSL-1.0
#pragma once

// sigmoid(x) = 1/(1 + e^-x) and its integral softplus(x) = ln(1 + e^x), stable over the whole range of the type.
// in: any value.  out: both within 2 ulp; both fall to 0 through subnormals as e^x does.

#include <concepts>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/math/log.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

/// e = e^-|x| cannot overflow: sigmoid is 1/(1+e) on the right and e/(1+e) on the left. The rounding error of 1+e is
/// put right at the end, or all errors would add up to more than 2 ulp.
template <class V>
TAPELESS_INLINE constexpr V sigmoid_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && is_nan(x)) return x;
  const V e = exp_nonpositive_double(-abs(x));
  const V numerator = select(x < 0, e, 1.0);
  const V sum = 1.0 + e, sum_error = (1.0 - sum) + e;
  const V quotient = numerator / sum;
  const V inverse_sum = select(x < 0, 1.0 - quotient, quotient);
  return fma(-quotient * sum_error, inverse_sum, quotient);
}

template <class V>
TAPELESS_INLINE constexpr V softplus_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && is_nan(x)) return x;
  const V positive = select(x < 0, 0.0, x);
  return positive + log1p_of_sum(exp_nonpositive_double(-abs(x)), 0.0);
}

} // namespace detail

} // namespace tapeless::math
