// SPDX-License-Identifier: BSL-1.0
#pragma once

// tanh, over the whole range of the type.
// in: any value.  out: tanh x within 1.5 ulp; ±1 at infinity, ±0 for ±0, NaN for NaN.

#include <concepts>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/fma.hpp>

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
