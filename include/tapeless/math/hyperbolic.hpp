// SPDX-License-Identifier: BSL-1.0
#pragma once

// sinh, cosh and tanh, over the whole range of the type.
// in: any value.  out: tanh x within 1.5 ulp, the others within 2; ±0 for ±0, NaN for NaN.

#include <concepts>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/fma.hpp>
#include <tapeless/math/polynomial.hpp>

namespace tapeless::math {

namespace detail {

/// tanh |x| = x + x^3 P(x^2)/Q(x^2) for small x (the rational function of Cephes), else 1 - 2/(e^2x + 1): one division
/// serves both.
[[gnu::always_inline]] constexpr double tanh_double(double x) {
  if (std::is_constant_evaluated() && is_nan(x)) return x;
  const double size = abs(x);
  const double a = select(size > 22.0, 22.0, size); // tanh 22 rounds to 1
  const double z = a * a;
  const double p = fma(z, fma(z, -9.64399179425052238628e-1, -9.92877231001918586564e1), -1.61468768441708447952e3);
  const double q = fma(z, fma(z, z + 1.12811678491632931402e2, 2.23548839060100448583e3), 4.84406305325125486048e3);
  const double e = exp_in_range(a + a);
  const bool small = a < 0.625;
  const double numerator = select(small, a * (z * p), -2.0);
  const double denominator = select(small, q, e + 1.0);
  return copy_sign(select(small, a, 1.0) + numerator / denominator, x);
}

/// e^x / 2 for 0 <= x: finite as long as sinh and cosh are.
[[gnu::always_inline]] constexpr two_doubles half_exp(double x) {
  const exp_parts parts = exp_reduced(select(x > 711.0, 711.0, x));
  const double half = scaled(parts.significand, parts.exponent - 1.0, parts.exponent_in_low_bits - 1);
  return {half, 0.25 / half};
}

/// x + x^3/3! + … below 1, else (e^x - e^-x)/2
[[gnu::always_inline]] constexpr double sinh_double(double x) {
  if (std::is_constant_evaluated()) {
    if (!is_finite(x)) return x;
    if (abs(x) > 0x1.633ce8fb9f87dp+9) return copy_sign(infinity<double>, x);
  }
  const double size = abs(x), a = select(size < 1, size, 0.0), z = a * a;
  const double series = polynomial(z, 1.0 / 6, 1.0 / 120, 1.0 / 5040, 1.0 / 362880, 1.0 / 39916800, 1.0 / 6227020800,
                                   1.0 / 1307674368000, 1.0 / 355687428096000, 1.0 / 121645100408832000);
  const two_doubles e = half_exp(size);
  const double result = select(size < 1, fma(a * z, series, a), e.high - e.low);
  return copy_sign(select(size > 0x1.633ce8fb9f87dp+9, infinity<double>, result), x);
}

[[gnu::always_inline]] constexpr double cosh_double(double x) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x)) return x;
    if (abs(x) > 0x1.633ce8fb9f87dp+9) return infinity<double>;
  }
  const double size = abs(x);
  const two_doubles e = half_exp(size);
  return select(size > 0x1.633ce8fb9f87dp+9, infinity<double>, e.high + e.low);
}

} // namespace detail

template <std::floating_point T>
[[gnu::always_inline]] constexpr T tanh(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::tanh_double(x);
  } else if constexpr (std::same_as<T, float>) {
    return to_float(detail::tanh_double(static_cast<double>(x)));
  } else {
    return std::is_constant_evaluated() ? extended::tanh(x) : std::tanh(x);
  }
}

} // namespace tapeless::math
