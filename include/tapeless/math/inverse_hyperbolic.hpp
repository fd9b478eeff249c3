// SPDX-License-Identifier: BSL-1.0
#pragma once

// asinh, acosh and atanh as logarithms, whose arguments are kept with their rounding error.
// in: any value.  out: within 2 ulp; NaN outside the domain.

#include <tapeless/math/log.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/math/root.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::detail {

/// sqrt(x + low), with what the root lacks
template <class V>
TAPELESS_INLINE constexpr two_parts<V> sqrt_of_sum(V x, same<V> low) {
  const V root = sqrt(x);
  return {root, (remainder(x, root, root) + low) / select(root > 0, root + root, 1.0)};
}

/// ln(1 + |x| + (sqrt(x^2 + 1) - 1)); from 2^28 on ln(2|x|)
template <class V>
TAPELESS_INLINE constexpr V asinh_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && !is_finite(x)) return x;
  const V size = abs(x);
  const auto large = size > 0x1p28;
  const V a = select(large, 1.0, size);
  const two_parts<V> square = two_product(a, a), sum = two_sum(1.0, square.high);
  const two_parts<V> root = sqrt_of_sum(sum.high, sum.low + square.low);
  // sqrt(1 + a^2) - 1 = a^2 / (1 + sqrt(1 + a^2))
  const two_parts<V> below = two_sum(1.0, root.high);
  const V quotient = square.high / below.high;
  const V rest = (remainder(square.high, quotient, below.high) + square.low - quotient * (below.low + root.low)) / below.high;
  const two_parts<V> argument = two_sum(a, quotient);
  const V small = log1p_of_sum(argument.high, argument.low + rest);
  const V result = select(large, log_normal(select(large, size, 1.0), 1.0, 0.0), small);
  const V sized = select(size < 0x1p-28, size, result);
  return copy_sign(select(size > 1.7976931348623157e308, size, sized), x);
}

/// With t = x - 1: ln(1 + t + sqrt(2t + t^2)); from 2^28 on ln(2x)
template <class V>
TAPELESS_INLINE constexpr V acosh_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x) || x == infinity<double>) return x;
      if (x < 1) return not_a_number<double>;
    }
  const auto large = x > 0x1p28;
  const V t = select(large, 1.0, x) - 1.0;
  const two_parts<V> square = two_product(t, t), sum = two_sum(t + t, square.high);
  const two_parts<V> root = sqrt_of_sum(sum.high, sum.low + square.low), argument = two_sum(t, root.high);
  const V small = log1p_of_sum(argument.high, argument.low + root.low);
  const V result = select(large, log_normal(select(large, x, 1.0), 1.0, 0.0), small);
  return select(x >= 1, select(x > 1.7976931348623157e308, x, result), not_a_number<double>);
}

/// ln(1 + 2|x| / (1 - |x|)) / 2
template <class V>
TAPELESS_INLINE constexpr V atanh_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (abs(x) > 1) return not_a_number<double>;
      if (abs(x) == 1) return copy_sign(infinity<double>, x);
    }
  const V size = abs(x);
  const auto inside = size < 1;
  const V a = select(inside, size, 0.5);
  const two_parts<V> below = two_sum(1.0, -a);
  const V quotient = (a + a) / below.high;
  const V rest = (remainder(a + a, quotient, below.high) - quotient * below.low) / below.high;
  const V result = select(a < 0x1p-28, a, 0.5 * log1p_of_sum(quotient, rest));
  const V outside = select(size == 1, infinity<double>, not_a_number<double>);
  return copy_sign(select(inside, result, outside), x);
}

} // namespace tapeless::math::detail
