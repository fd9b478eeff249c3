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

/// e = e^-|x| cannot overflow: sigmoid is 1/(1 + e) on the right and e/(1 + e) on the left. Where e is small, the errors of
/// the sum and of the quotient would count in full; there it is e - e (e/(1 + e)): they count by e.
template <class V>
TAPELESS_INLINE constexpr V sigmoid_of_exp(V x, V e) {
  const V quotient = select(x < 0, e, V(1)) / (V(1) + e);
  return select(x < -1, fma(-e, quotient, e), quotient);
}

template <class V>
TAPELESS_INLINE constexpr V sigmoid_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && is_nan(x)) return x;
  return sigmoid_of_exp(x, exp_nonpositive_double(-abs(x)));
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
