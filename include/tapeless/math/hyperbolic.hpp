// SPDX-License-Identifier: BSL-1.0
#pragma once

// sinh, cosh and tanh, over the whole range of the type.
// in: any value.  out: tanh x within 1.5 ulp, the others within 2; ±0 for ±0, NaN for NaN.

#include <concepts>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

/// tanh |x| = x + x^3 P(x^2)/Q(x^2) for small x (the rational function of Cephes), else 1 - 2/(e^2x + 1): one division
/// serves both.
template <class V>
TAPELESS_INLINE constexpr V tanh_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && is_nan(x)) return x;
  const V size = abs(x);
  const V a = smaller(V(22.0), size); // tanh 22 rounds to 1
  const V z = a * a;
  const V p = fma(z, fma(z, -9.64399179425052238628e-1, -9.92877231001918586564e1), -1.61468768441708447952e3);
  const V q = fma(z, fma(z, z + 1.12811678491632931402e2, 2.23548839060100448583e3), 4.84406305325125486048e3);
  const auto small = a < 0.625;
  const V numerator = select(small, a * (z * p), -1.0);
  const V denominator = select(small, q, half_of_exp_plus_one_in_range(a));
  return with_sign_of(x, select(small, a, 1.0) + numerator / denominator);
}

/// e^x / 2 for 0 <= x: finite as long as sinh and cosh are.
template <class V>
TAPELESS_INLINE constexpr two_parts<V> half_exp(V x) {
  const exp_reduction<V> e = reduced_for_exp(smaller(V(711.0), x));
  const V half = scaled_sum(e.lead, e.tail, split_power(e.exponent - 1.0, e.exponent_in_low_bits - 1));
  return {half, 0.25 / half};
}

/// x + x^3/3! + … below 1, else (e^x - e^-x)/2
template <class V>
TAPELESS_INLINE constexpr V sinh_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (!is_finite(x)) return x;
      if (abs(x) > 0x1.633ce8fb9f87dp+9) return copy_sign(infinity<double>, x);
    }
  const V size = abs(x), a = select(size < 1, size, 0.0), z = a * a;
  const V series = polynomial(z, 1.0 / 6, 1.0 / 120, 1.0 / 5040, 1.0 / 362880, 1.0 / 39916800, 1.0 / 6227020800,
                                   1.0 / 1307674368000, 1.0 / 355687428096000, 1.0 / 121645100408832000);
  const two_parts<V> e = half_exp(size);
  const V result = select(size < 1, fma(a * z, series, a), e.high - e.low);
  return copy_sign(select(size > 0x1.633ce8fb9f87dp+9, infinity<double>, result), x);
}

template <class V>
TAPELESS_INLINE constexpr V cosh_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (abs(x) > 0x1.633ce8fb9f87dp+9) return infinity<double>;
    }
  const V size = abs(x);
  const two_parts<V> e = half_exp(size);
  return select(size > 0x1.633ce8fb9f87dp+9, infinity<double>, e.high + e.low);
}

} // namespace detail

} // namespace tapeless::math
