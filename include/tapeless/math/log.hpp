// SPDX-License-Identifier: BSL-1.0
#pragma once

// log and log1p, over the whole range of the type: x = 2^k (1 + f), and ln(1 + f) is one polynomial, whose coefficients
// tests/accuracy/log_coefficients.py computes: no division and no long chain of steps, and what is added last is known first.
// log1p corrects for the rounding of 1 + x, log2 and log10 multiply in two parts.
// in: any value.  out: ln x and ln(1 + x) within 1 ulp; -infinity at the pole, NaN below it.

#include <concepts>
#include <cstdint>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

/// u = 2^(exponent - extra) (1 + fraction) for a positive normal u, with 1 + fraction between sqrt(1/2) and sqrt(2)
template <class V>
struct log_parts {
  V exponent;
  V fraction;
};
template <class V>
TAPELESS_INLINE constexpr log_parts<V> log_reduced(V u, same<V> extra) {
  constexpr std::uint64_t root_half = 0x3fe6a09e00000000u; // the shift is made on a number without sign
  const auto offset = to_bits(u) - root_half;
  const auto exponent = (offset + (std::uint64_t{1024} << 52)) >> 52; // 1024 too many, and 2^52 when it becomes a double
  return {from_bits(exponent | (std::uint64_t{0x433} << 52)) + (extra - (0x1p52 + 1024.0)), from_bits((offset & fraction_bits) + root_half) - 1.0};
}

/// The same for a positive u that may be subnormal
template <class V>
TAPELESS_INLINE constexpr log_parts<V> log_reduced(V u) {
  const auto subnormal = u < 0x1p-1022;
  return log_reduced(select(subnormal, smaller(V(1.0), u) * 0x1p54, u), select(subnormal, -54.0, 0.0));
}

/// ln(1 + f) - (f - f^2/2) + correction
template <class V>
TAPELESS_INLINE constexpr V log_series(V f, same<V> correction) {
  const V f2 = f * f, f4 = f2 * f2, f8 = f4 * f4;
  const V a = fma(f2, fma(f, -0x1.5555555563955p-3, 0x1.99999999944f6p-3), fma(f, -0x1.ffffffffffeeep-3, 0x1.555555555556ep-2));
  const V b = fma(f2, fma(f, -0x1.9999996f5eca3p-4, 0x1.c71c701904896p-4), fma(f, -0x1.fffffff9947f8p-4, 0x1.2492492797359p-3));
  const V c = fma(f2, fma(f, -0x1.2486eb806ac59p-4, 0x1.3b0d784874334p-4), fma(f, -0x1.555599ca43fe8p-4, 0x1.745d5a792bb75p-4));
  const V d = fma(f2, fma(f, -0x1.b377d80efc6d3p-5, 0x1.dced436c0291cp-5), fma(f, -0x1.00e73bd23098ep-4, 0x1.1167ae564e5d0p-4));
  const V e = fma(f2, fma(f, -0x1.9922b7cd0c8cbp-6, 0x1.da16f993e6aefp-5), fma(f, -0x1.0177cb4672c68p-4, 0x1.b91ed87453bb5p-5));
  return fma(f * f2, fma(f8, fma(f8, e, fma(f4, d, c)), fma(f4, b, a)), correction);
}

/// The logarithm of a number in parts, plus correction
template <class V>
TAPELESS_INLINE constexpr V log_of(log_parts<V> parts, same<V> correction) {
  const V k = parts.exponent, f = parts.fraction, f2 = f * f;
  const V near = fma(f2, -0.5, f), near_low = fma(f2, -0.5, f - near);
  const two_parts<V> sum = fast_two_sum(k * ln2_high, near);
  return sum.high + log_series(f, (near_low + fma(k, ln2_low, correction)) + sum.low);
}

/// ln u + correction for a positive normal u, plus `extra` times ln 2
template <class V>
TAPELESS_INLINE constexpr V log_normal(V u, same<V> extra, same<V> correction) {
  return log_of(log_reduced(u, extra), correction);
}

/// ln(1 + x + low) for -1/2 < x, or nearly; low is small against 1 + x
template <class V>
TAPELESS_INLINE constexpr V log1p_of_sum(V x, same<V> low) {
  const V u = 1.0 + x, x_part = u - 1.0;
  const V lost = (1.0 - (u - x_part)) + (x - x_part);
  return log_normal(u, 0.0, (lost + low) / u);
}

/// The logarithm of what has none in parts: 0, infinity, and what is negative or NaN.
template <class V>
TAPELESS_INLINE constexpr V log_elsewhere(V x) {
  return select(x == 0, -infinity<double>, select(x > 0, x, not_a_number<double>));
}

template <class V>
TAPELESS_INLINE constexpr V log_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x) || x == infinity<double>) return x;
      if (x < 0) return not_a_number<double>;
      if (x == 0) return -infinity<double>;
    }
  // what is finite takes what is added to it, infinity or NaN: nothing is chosen behind the last step
  return log_of(log_reduced(x), select(x > 0 && x < infinity<double>, 0.0, log_elsewhere(x)));
}

/// ln x for 1 <= x < infinity or NaN, the same bits with fewer operations
template <class V>
TAPELESS_INLINE constexpr V log_from_one_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) return log_double(x);
  return log_of(log_reduced(x, 0.0), x - x);
}

template <class V>
TAPELESS_INLINE constexpr V log1p_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x) || x == infinity<double>) return x;
      if (x < -1) return not_a_number<double>;
      if (x == -1) return -infinity<double>;
    }
  // ln(1+x) = ln(u) + (1 + x - u)/u up to the second order of the last term
  const V elsewhere = select(x == -1, -infinity<double>, select(x > -1, x, not_a_number<double>)); // subnormals and zeros, too, with their signs
  return select(x > -1 && x < infinity<double> && abs(x) >= 0x1p-54, log1p_of_sum(x, 0.0), elsewhere);
}

/// log2(x) or log10(x): k and ln(1 + f), the latter with 32 bits and a rest, times parts of 1/ln(base) (msun, e_log2.c).
template <class V>
TAPELESS_INLINE constexpr V log_of_base(V x, same<V> scale_high, same<V> scale_low, same<V> unit_high, same<V> unit_low) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x) || x == infinity<double>) return x;
      if (x < 0) return not_a_number<double>;
      if (x == 0) return -infinity<double>;
    }
  const log_parts<V> parts = log_reduced(x);
  const V k = parts.exponent, f = parts.fraction;
  const V half_square = 0.5 * f * f;
  const V high = from_bits(to_bits(f - half_square) & ~std::uint64_t{0xffffffff});
  const V low = log_series(f, (f - high) - half_square);
  const V scaled_high = high * scale_high;
  const V scaled_low = k * unit_low + ((low + high) * scale_low + low * scale_high);
  const two_parts<V> sum = two_sum(k * unit_high, scaled_high);
  return select(x > 0 && x < infinity<double>, sum.high + (sum.low + scaled_low), log_elsewhere(x));
}

template <class V>
TAPELESS_INLINE constexpr V log2_double(V x) {
  return log_of_base(x, 1.44269504072144627571e+00, 1.67517131648865118353e-10, 1.0, 0.0);
}
template <class V>
TAPELESS_INLINE constexpr V log10_double(V x) {
  return log_of_base(x, 4.34294481878168880939e-01, 2.50829467116452752298e-11, 3.01029995663611771306e-01,
                     3.69423907715893078616e-13);
}

} // namespace detail

} // namespace tapeless::math
