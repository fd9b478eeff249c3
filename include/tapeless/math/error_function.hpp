// SPDX-License-Identifier: BSL-1.0
#pragma once

// erf and erfc, without a branch: erf of small numbers by the rational approximation of fdlibm (s_erf.c), the rest by one
// polynomial, whose coefficients tests/accuracy/erfc_coefficients.py computes.
// in: any value.  out: within 2 ulp, the tail of erfc down to its subnormals too.

#include <tapeless/math/exp.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::detail {

/// (erf x - x)/x for |x| below 0.84375, by x²
template <class V>
TAPELESS_INLINE constexpr V erf_ratio(V z) {
  const V p =
      polynomial(z, 1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
                 -5.77027029648944159157e-03, -2.37630166566501626084e-05);
  const V q = polynomial(z, 1.0, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03,
                              1.32494738004321644526e-04, -3.96022827877536812320e-06);
  return p / q;
}

/// erfc |x|: (1 + 2x) e^(x²) erfc x = 1 + u h(u - 1), where u = 2x/(x + 4) and h is a polynomial for x up to 28; beyond, e^(-x²) is 0.
/// That is computed by the operations of exp(-x²), which the derivative asks for: in lanes of double compilers share them. What the
/// larger roundings lose goes into the exponent.
template <class V>
TAPELESS_INLINE constexpr V erfc_of_size(V signed_x) {
  const exp_reduction<V> reduced = reduced_for_exp(bounded_for_exp(-(signed_x * signed_x)));
  const V x = smaller(V(28.0), abs(signed_x)), twice = x + x;
  const two_parts<V> divisor = fast_two_sum(1.0, twice);  // exact for the larger, too, because the smaller is 1
  const V u = twice / (x + 4.0), q = u - 1.0, q2 = q * q, q4 = q2 * q2, q8 = q4 * q4;
  // the small terms in pairs, pairs of pairs, and so on; the large ones, which nearly cancel, one by one
  const V a = fma(q2, fma(q, 0x1.e1a956431b5cap-5, -0x1.00428c8fecad6p-3), fma(q, 0x1.c0398cb6f176ep-3, -0x1.47938f4c73022p-2));
  const V b = fma(q2, fma(q, -0x1.77d6565e1160ep-12, -0x1.a2bee167b72bcp-12), fma(q, 0x1.63f2604cadb4dp-8, -0x1.625ed096f6d54p-6));
  const V c = fma(q2, fma(q, 0x1.36af18b43a95fp-18, -0x1.09f480f2527p-16), fma(q, -0x1.1ed4b70ef5053p-17, 0x1.4dcdbd0a8ec32p-13));
  const V d = fma(q2, fma(q, 0x1.e54d710de6f12p-24, -0x1.635d3d9b7f64p-25), fma(q, -0x1.a689e1f21d6a5p-21, 0x1.229db39fffc53p-20));
  const V e = fma(q2, fma(q, 0x1.fe660695248e6p-31, -0x1.5f26185966756p-34), fma(q, -0x1.e1517d8bf8bcap-27, -0x1.50a4947d181fbp-30));
  const V small = fma(q8, fma(q8, e, fma(q4, d, c)), fma(q4, b, a));
  const V h = polynomial(q, 0x1.dd2c8b74febf6p-3, -0x1.7d8f1c4524744p-2, 0x1.8d4ecb405c605p-2, small);
  const V dividend = fma(u, h, 1.0), quotient = dividend * (1.0 / divisor.high);
  const V lost = fma(u, h, 1.0 - dividend) + fma(-quotient, divisor.low, remainder(dividend, quotient, divisor.high));
  const V low = fma(fma(dividend, -0.757, 1.748), lost, rounding_of_square(x));  // 1/dividend within a hundredth
  const two_factors<V> scale = split_power(reduced.exponent, reduced.exponent_in_low_bits);
  const V lead = scale.first * reduced.lead;
  const V tail = fma(low, sum_times(reduced.lead, reduced.tail, scale.first), scale.first * reduced.tail), power = lead + tail;
  const V lost_of_power = (lead - power) + tail;
  return product_or_infinity(fma(quotient, lost_of_power, quotient * power), scale.second);
}

template <class V>
TAPELESS_INLINE constexpr V erf_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (abs(x) > 28.0) return copy_sign(1.0, x);
    }
  const V size = abs(x), bounded = smaller(V(1.0), size);
  const V small = fma(bounded, erf_ratio(bounded * bounded), bounded);
  const V tiny = 0.125 * fma(8.0, bounded, 1.02703333676410069053e+00 * bounded); // no subnormal before the last step
  const V outer = 1.0 - erfc_of_size(x);
  return copy_sign(select(size < 0.84375, select(size < 0x1p-28, tiny, small), outer), x);
}

template <class V>
TAPELESS_INLINE constexpr V erfc_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (abs(x) > 28.0) return x > 0 ? 0.0 : 2.0;
    }
  const V of_size = erfc_of_size(x);
  return select(x < 0, 2.0 - of_size, of_size);
}

} // namespace tapeless::math::detail
