// SPDX-License-Identifier: BSL-1.0
#pragma once

// sin, cos, both at once, and tan, for angles of any size.
// in: any value.  out: within 1.1 ulp, tan within 2; NaN for infinity and NaN. No jumps for |x| <= 2^20 pi; beyond, one call of the
// slow reduction of payne_hanek.hpp.

#include <concepts>
#include <cstdint>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/fma.hpp>
#include <tapeless/math/payne_hanek.hpp>

namespace tapeless::math {

template <std::floating_point T>
struct sine_and_cosine {
  T sin;
  T cos;
};

namespace detail {

inline constexpr double fast_angle_limit = 3294198.0; // a little below 2^20 pi

/// |x| <= fast_angle_limit, so that the number of quadrants k has at most 21 bits. Every product but the last is exact:
/// the parts of pi/2 have 32 bits or the fma cancels. No double in this range is so near to a multiple of pi/2 that
/// more than the 138 (149) bits of pi/2 used here would count.
[[gnu::always_inline]] constexpr reduced_angle reduce_angle(double x) {
  const double shifted = fma(x, 0x1.45f306dc9c883p-1, rounding_shift);
  const double k = shifted - rounding_shift;
  if constexpr (has_fma<double>) {
    const double part = fma(-k, 0x1.921fb54442d18p+0, x);
    const double second = k * 0x1.1a62633000000p-54;
    const double remainder = part - second;
    return {remainder, fma(-k, 0x1.45c06e0e68948p-86, (part - remainder) - second), to_bits(shifted)};
  } else {
    const double part = x - k * 0x1.921fb54400000p+0;
    const double second = k * 0x1.0b4611a600000p-34;
    const double next = part - second;
    const double third = k * 0x1.3198a2e000000p-69;
    const double remainder = next - third;
    const double lost = ((part - next) - second) + ((next - remainder) - third);
    return {remainder, lost - k * 0x1.b839a252049c1p-104, to_bits(shifted)};
  }
}

/// sin(r + tail), |r| <= pi/4
[[gnu::always_inline]] constexpr double sin_of_remainder(double r, double tail) {
  const double z = r * r, z2 = z * z;
  const double a = fma(z, 0x1.1111111110bb1p-7, -0x1.5555555555555p-3);
  const double b = fma(z, 0x1.71de37961e4c6p-19, -0x1.a01a019e8357dp-13);
  const double c = fma(z, 0x1.5e0af186af739p-33, -0x1.ae600a926c89ap-26);
  return r + fma(r * z, fma(z2, fma(z2, c, b), a), tail);
}

/// cos(r + tail), |r| <= pi/4
[[gnu::always_inline]] constexpr double cos_of_remainder(double r, double tail) {
  const double z = r * r, z2 = z * z;
  const double a = fma(z, -0x1.6c16c16c16966p-10, 0x1.5555555555555p-5);
  const double b = fma(z, -0x1.27e4fa17a41b4p-22, 0x1.a01a019f4e867p-16);
  const double c = fma(z, -0x1.907d7aebd5e3dp-37, 0x1.1eeb68b109173p-29);
  const double half_z = 0.5 * z, leading = 1.0 - half_z;
  const double lost = (1.0 - leading) - half_z;
  return leading + fma(z2, fma(z2, fma(z2, c, b), a), fma(-r, tail, lost));
}

[[gnu::always_inline]] constexpr sine_and_cosine<double> sincos_of(reduced_angle angle) {
  const double s = sin_of_remainder(angle.remainder, angle.tail);
  const double c = cos_of_remainder(angle.remainder, angle.tail);
  const bool odd = (angle.quadrant & 1) != 0;
  const std::uint64_t sin_sign = (angle.quadrant & 2) << 62, cos_sign = ((angle.quadrant + 1) & 2) << 62;
  return {from_bits(to_bits(select(odd, c, s)) ^ sin_sign), from_bits(to_bits(select(odd, s, c)) ^ cos_sign)};
}

[[gnu::always_inline]] constexpr sine_and_cosine<double> sincos_double(double x) {
  if (std::is_constant_evaluated() && !is_finite(x)) return {not_a_number<double>, not_a_number<double>};
  if (!(abs(x) <= fast_angle_limit)) [[unlikely]]
    return sincos_of(reduce_large_angle(x));
  const sine_and_cosine<double> result = sincos_of(reduce_angle(x));
  return {select(x == 0, x, result.sin), result.cos}; // the sign of zero
}

/// tan r or -1/tan r, r = remainder + tail: sin and cos over each other
[[gnu::always_inline]] constexpr double tan_of(reduced_angle angle) {
  const double s = sin_of_remainder(angle.remainder, angle.tail);
  const double c = cos_of_remainder(angle.remainder, angle.tail);
  const bool odd = (angle.quadrant & 1) != 0;
  return select(odd, -c, s) / select(odd, s, c);
}

[[gnu::always_inline]] constexpr double tan_double(double x) {
  if (std::is_constant_evaluated() && !is_finite(x)) return not_a_number<double>;
  if (!(abs(x) <= fast_angle_limit)) [[unlikely]]
    return tan_of(reduce_large_angle(x));
  return select(abs(x) < 0x1p-27, x, tan_of(reduce_angle(x)));
}

} // namespace detail

/// Both functions of one angle, for the price of one reduction.
template <std::floating_point T>
[[gnu::always_inline]] constexpr sine_and_cosine<T> sincos(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::sincos_double(x);
  } else if constexpr (std::same_as<T, float>) {
    const sine_and_cosine<double> result = detail::sincos_double(static_cast<double>(x));
    return {to_float(result.sin), to_float(result.cos)};
  } else {
    if (std::is_constant_evaluated()) return {extended::sin(x), extended::cos(x)};
    return {std::sin(x), std::cos(x)};
  }
}

template <std::floating_point T>
[[gnu::always_inline]] constexpr T sin(T x) {
  return sincos(x).sin;
}

template <std::floating_point T>
[[gnu::always_inline]] constexpr T cos(T x) {
  return sincos(x).cos;
}

} // namespace tapeless::math
