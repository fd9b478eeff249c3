// SPDX-License-Identifier: BSL-1.0
#pragma once

// Reduction of an angle of any size by multiples of pi/2, in integers (Payne and Hanek, 1983): the slow way, for
// angles that the usual reduction cannot do.
// in: any double, |x| >= 1.  out: the quadrant and the remainder as a double and its tail; NaN for infinity and NaN.

#include <bit>
#include <cstdint>

#include <tapeless/math/exact_fma.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/math/wide.hpp>

namespace tapeless::math {

/// An angle = quadrant * pi/2 + remainder + tail, |remainder| <= pi/4 (a little more after the fast reduction).
/// Only the two lowest bits of the quadrant count.
template <class V>
struct reduced_angle {
  V remainder;
  V tail;
  bits_of<V> quadrant;
};

namespace detail {

/// 64 zeros, then 2/pi to 1280 binary places.
inline constexpr std::uint64_t two_over_pi_bits[] = {
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
    0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41,
    0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7,
    0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
    0xf0cfbc209af4361d};

/// 64 bits of that table from a given bit on.
constexpr std::uint64_t two_over_pi_word(unsigned first_bit) {
  const unsigned word = first_bit / 64, offset = first_bit % 64;
  const std::uint64_t head = two_over_pi_bits[word] << offset;
  return offset == 0 ? head : head | (two_over_pi_bits[word + 1] >> (64 - offset));
}

} // namespace detail

template <int Target = this_target>
#if defined(__GNUC__)
[[gnu::noinline, gnu::cold]]
#endif
constexpr reduced_angle<double>
reduce_large_angle(double x) {
  if (!is_finite(x)) return {not_a_number<double>, 0.0, 0};
  const detail::unpacked magnitude = detail::unpack(x);
  // Bits of 2/pi worth multiples of 4 quadrants are skipped; the 192 that follow leave 2 bits of quadrant and 137
  // good ones of fraction. No double comes closer to a multiple of pi/2 than 2^-62, so at least 75 are left.
  const auto first_bit = static_cast<unsigned>(magnitude.exponent + 62);
  const std::uint64_t m = magnitude.significand;
  const uint128 low = multiply_wide(m, detail::two_over_pi_word(first_bit + 128));
  const uint128 middle = multiply_wide(m, detail::two_over_pi_word(first_bit + 64)) + uint128{0, low.high};
  const std::uint64_t high = m * detail::two_over_pi_word(first_bit) + middle.high;
  std::uint64_t quadrant = high >> 62;
  uint128 fraction{(high << 2) | (middle.low >> 62), (middle.low << 2) | (low.low >> 62)};
  const bool above_half = (fraction.high & sign_bit) != 0;
  if (above_half) {
    ++quadrant;
    fraction = uint128{} - fraction;
  }
  constexpr uint128 half_pi{0xc90fdaa22168c234, 0xc4c6628b80dc1cd1}; // pi/2 * 2^127
  const int zeros = leading_zeros(fraction);
  const uint128 product = multiply_high(fraction << zeros, half_pi); // remainder * 2^(127 + zeros)
  const double remainder = static_cast<double>(product.high >> 11) * power_of_two(-52 - zeros);
  const double tail =
      static_cast<double>(((product.high & 0x7ff) << 53) | (product.low >> 11)) * power_of_two(-116 - zeros);
  const bool negative = (x < 0) != above_half;
  if (x < 0) quadrant = 0 - quadrant;
  return negative ? reduced_angle<double>{-remainder, -tail, quadrant} : reduced_angle<double>{remainder, tail, quadrant};
}

/// Puts those of n reduced angles right that the fast reduction cannot do: |x| > limit, infinity and NaN.
template <int Target = this_target>
#if defined(__GNUC__)
[[gnu::noinline, gnu::cold]]
#endif
inline void reduce_large_angles(const double* x, double limit, double* remainder, double* tail, std::uint64_t* quadrant, int n) {
  for (int i = 0; i < n; ++i) {
    if (abs(x[i]) <= limit) continue;
    const reduced_angle<double> angle = reduce_large_angle<Target>(x[i]);
    remainder[i] = angle.remainder;
    tail[i] = angle.tail;
    quadrant[i] = angle.quadrant;
  }
}

} // namespace tapeless::math
