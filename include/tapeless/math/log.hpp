// SPDX-License-Identifier: BSL-1.0
#pragma once

// log and log1p, over the whole range of the type, by the method of fdlibm.
// in: any value.  out: ln x and ln(1 + x) within 1 ulp; -infinity at the pole, NaN below it.

#include <concepts>
#include <cstdint>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/fma.hpp>
#include <tapeless/math/polynomial.hpp>

namespace tapeless::math {

namespace detail {

/// u = 2^exponent (1 + fraction) for a positive normal u, with 1 + fraction between sqrt(1/2) and sqrt(2)
struct log_parts {
  double exponent;
  double fraction;
};
[[gnu::always_inline]] constexpr log_parts log_reduced(double u) {
  constexpr std::uint64_t root_half = 0x3fe6a09e00000000u; // the shift is made on a number without sign
  const std::uint64_t offset = to_bits(u) - root_half;
  const std::uint64_t exponent = (offset + (std::uint64_t{1024} << 52)) >> 52;
  return {static_cast<double>(static_cast<std::int64_t>(exponent) - 1024),
          from_bits((offset & fraction_bits) + root_half) - 1.0};
}

/// ln(1 + f) - (f - f^2/2)
[[gnu::always_inline]] constexpr double log_series(double f, double half_square, double correction = 0.0) {
  const double s = f / (f + 2.0), z = s * s, w = z * z;
  const double odd = w * fma(w, fma(w, 1.531383769920937332e-01, 2.222219843214978396e-01), 3.999999999940941908e-01);
  const double even =
      z * fma(w, fma(w, fma(w, 1.479819860511658591e-01, 1.818357216161805012e-01), 2.857142874366239149e-01),
              6.666666666666735130e-01);
  return fma(s, half_square + (odd + even), correction);
}

/// ln u + correction for a positive normal u, plus `extra` times ln 2
[[gnu::always_inline]] constexpr double log_normal(double u, double extra, double correction) {
  const log_parts parts = log_reduced(u);
  const double k = parts.exponent + extra, f = parts.fraction, half_square = 0.5 * f * f;
  const double small = log_series(f, half_square, fma(k, ln2_low, correction));
  return fma(k, ln2_high, f - (half_square - small));
}

/// ln(1 + x + low) for -1/2 < x, or nearly; low is small against 1 + x
[[gnu::always_inline]] constexpr double log1p_of_sum(double x, double low) {
  const double u = 1.0 + x, x_part = u - 1.0;
  const double lost = (1.0 - (u - x_part)) + (x - x_part);
  return log_normal(u, 0.0, (lost + low) / u);
}

[[gnu::always_inline]] constexpr double log_double(double x) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x) || x == infinity<double>) return x;
    if (x < 0) return not_a_number<double>;
    if (x == 0) return -infinity<double>;
  }
  const bool subnormal = x < 0x1p-1022;
  const double u = x * select(subnormal, 0x1p54, 1.0);
  double result = log_normal(u, select(subnormal, -54.0, 0.0), 0.0);
  result = select(x > 0, result, not_a_number<double>);
  result = select(x == 0, -infinity<double>, result);
  return select(x == infinity<double>, x, result);
}

[[gnu::always_inline]] constexpr double log1p_double(double x) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x) || x == infinity<double>) return x;
    if (x < -1) return not_a_number<double>;
    if (x == -1) return -infinity<double>;
  }
  // ln(1+x) = ln(u) + (1 + x - u)/u up to the second order of the last term
  double result = log1p_of_sum(x, 0.0);
  result = select(abs(x) < 0x1p-54, x, result); // subnormals, and the sign of zero
  result = select(x > -1, result, not_a_number<double>);
  result = select(x == -1, -infinity<double>, result);
  return select(x == infinity<double>, x, result);
}

/// log2(x) or log10(x): k and ln(1 + f), the latter with 32 bits and a rest, times parts of 1/ln(base) (msun, e_log2.c).
[[gnu::always_inline]] constexpr double log_of_base(double x, double scale_high, double scale_low, double unit_high,
                                                    double unit_low) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x) || x == infinity<double>) return x;
    if (x < 0) return not_a_number<double>;
    if (x == 0) return -infinity<double>;
  }
  const bool subnormal = x < 0x1p-1022;
  const log_parts parts = log_reduced(x * select(subnormal, 0x1p54, 1.0));
  const double k = parts.exponent + select(subnormal, -54.0, 0.0), f = parts.fraction;
  const double half_square = 0.5 * f * f;
  const double high = from_bits(to_bits(f - half_square) & ~std::uint64_t{0xffffffff});
  const double low = (f - high) - half_square + log_series(f, half_square);
  const double scaled_high = high * scale_high;
  const double scaled_low = k * unit_low + ((low + high) * scale_low + low * scale_high);
  const two_doubles sum = two_sum(k * unit_high, scaled_high);
  double result = sum.high + (sum.low + scaled_low);
  result = select(x > 0, result, not_a_number<double>);
  result = select(x == 0, -infinity<double>, result);
  return select(x == infinity<double>, x, result);
}

[[gnu::always_inline]] constexpr double log2_double(double x) {
  return log_of_base(x, 1.44269504072144627571e+00, 1.67517131648865118353e-10, 1.0, 0.0);
}
[[gnu::always_inline]] constexpr double log10_double(double x) {
  return log_of_base(x, 4.34294481878168880939e-01, 2.50829467116452752298e-11, 3.01029995663611771306e-01,
                     3.69423907715893078616e-13);
}

} // namespace detail

template <std::floating_point T>
[[gnu::always_inline]] constexpr T log(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::log_double(x);
  } else if constexpr (std::same_as<T, float>) {
    return to_float(detail::log_double(static_cast<double>(x)));
  } else {
    return std::is_constant_evaluated() ? extended::log(x) : std::log(x);
  }
}

template <std::floating_point T>
[[gnu::always_inline]] constexpr T log1p(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::log1p_double(x);
  } else if constexpr (std::same_as<T, float>) {
    return to_float(detail::log1p_double(static_cast<double>(x)));
  } else {
    return std::is_constant_evaluated() ? extended::log1p(x) : std::log1p(x);
  }
}

} // namespace tapeless::math
