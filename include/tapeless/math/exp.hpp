// SPDX-License-Identifier: BSL-1.0
#pragma once

// exp, exp2 and expm1, over the whole range of the type.
// in: any value.  out: e^x within 1 ulp; 0 and infinity at the ends, subnormals on the way, NaN for NaN.

#include <concepts>
#include <cstdint>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

/// Adding this to |x| < 2^50 rounds x to an integer, which is then in the low bits. With an even integer added to it, that is there, too, and ties are
/// rounded as without it: an odd one would round them to the other side.
inline constexpr double rounding_shift = 0x1.8p52;
/// The exponent of 1 as bits have it.
inline constexpr int bias_of_exponent = 1023;

inline constexpr double ln2 = 0x1.62e42fefa39efp-1;
inline constexpr double ln2_high = 0x1.62e42fefa3800p-1; // 42 bits: its product with an exponent is exact
inline constexpr double ln2_low = 0x1.ef35793c76730p-45;

/// e^r - 1 - r + more, for |r| <= ln(2)/2
template <class V>
TAPELESS_INLINE constexpr V exp_tail(V r, same<V> more) {
  const V r2 = r * r, r4 = r2 * r2;
  const V a = fma(r, 0x1.5555555555556p-3, 0.5);
  const V b = fma(r, 0x1.11111111109b3p-7, 0x1.5555555553d63p-5);
  const V c = fma(r, 0x1.a01a01a7c41d5p-13, 0x1.6c16c1788bd90p-10);
  const V d = fma(r, 0x1.71de0dae63bb3p-19, 0x1.a019b90d2ae7ap-16);
  const V e = fma(r, 0x1.af38a9b0ec855p-26, 0x1.289185613a3d6p-22);
  return fma(r2 * r4, fma(r4, e, fma(r2, d, c)), fma(r2, fma(r2, b, a), more));
}

/// e^x = (lead + tail) * 2^exponent, for |x| < 1000, or NaN; the exponent is given as a double and, with Bias added, in the low bits
/// of an integer.
template <class V>
struct exp_reduction {
  V lead;
  V tail;
  V exponent;
  bits_of<V> exponent_in_low_bits;
};
template <int Bias = 2 * bias_of_exponent, class V>
TAPELESS_INLINE constexpr exp_reduction<V> reduced_for_exp(V x) {
  static_assert(Bias % 2 == 0);
  constexpr double shift = rounding_shift + Bias;
  const V shifted = fma(x, 0x1.71547652b82fep+0, shift);
  const V k = shifted - shift;
  const V part = fma(k, -ln2_high, x);
  const V r = fma(k, -ln2_low, part);
  // the lead is 1 + part, which does not wait for r; what that rounds and what part lacks of r go to the tail, so that only the last addition counts
  const V lead = 1.0 + part;
  const V rest = fma(k, -ln2_low, (1.0 - lead) + part);
  return {lead, exp_tail(r, rest), k, to_bits(shifted)};
}

/// (e^2x + 1)/2 with the fewest operations: within 1.4 ulp for 0 <= x < 18, and 2.2 beyond. x < 354 is the caller's promise: no overflow.
template <class V>
TAPELESS_INLINE constexpr V half_of_exp_plus_one_in_range(V x) {
  constexpr double shift = rounding_shift + (bias_of_exponent - 1);
  const V shifted = fma(x, 0x1.71547652b82fep+1, shift);  // does not wait for 2x
  const V k = shifted - shift;
  const V r = fma(k, -ln2_low, fma(k, -ln2_high, x + x));
  const V half_power = from_bits(to_bits(shifted) << 52);
  return fma(half_power, exp_tail(r, r), half_power + 0.5);
}

/// 2^exponent as two factors, because it may lie outside the exponents of a double; the low bits have both biases.
template <class V>
struct two_factors {
  V first;
  V second;
};
template <class V>
TAPELESS_INLINE constexpr two_factors<V> split_power(V exponent, same<bits_of<V>> exponent_in_low_bits) {
  const auto first = to_bits(fma(exponent, 0.5, rounding_shift + bias_of_exponent)), second = exponent_in_low_bits - first;
  return {from_bits(first << 52), from_bits(second << 52)};
}

/// (lead + tail) * power for a power of two. With FMA one operation follows the tail, for the power meets what is known before; the bits are the same.
template <class V>
TAPELESS_INLINE constexpr V sum_times(V lead, same<V> tail, same<V> power) {
  if constexpr (has_fma<double>) return fma(power, tail, power * lead);
  else return (lead + tail) * power;
}
template <class V>
TAPELESS_INLINE constexpr V scaled_sum(V lead, same<V> tail, two_factors<V> power) {
  return product_or_infinity(sum_times(lead, tail, power.first), power.second);
}

/// x where e^x is neither 0 nor infinity, and a little beyond; NaN for NaN
template <class V>
TAPELESS_INLINE constexpr V bounded_for_exp(V x) {
  return larger(V(-746.0), smaller(V(710.0), x));
}

template <class V>
TAPELESS_INLINE constexpr V exp_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (x > 0x1.62e42fefa39efp+9) return infinity<double>;
    }
  const exp_reduction<V> e = reduced_for_exp(bounded_for_exp(x));
  return scaled_sum(e.lead, e.tail, split_power(e.exponent, e.exponent_in_low_bits));
}

/// e^x for x <= 0 or NaN, the same bits with fewer operations: nothing overflows, so one power of two and a constant scale.
template <class V>
TAPELESS_INLINE constexpr V exp_nonpositive_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) return exp_double(x);
  const exp_reduction<V> e = reduced_for_exp<bias_of_exponent + 63>(larger(V(-746.0), x));
  return scaled_sum(e.lead, e.tail, {from_bits(e.exponent_in_low_bits << 52), V(0x1p-63)});
}

/// What was reduced, times 1 + low for a low below 2^-40: added where the last rounding is not done yet.
template <class V>
TAPELESS_INLINE constexpr V exp_of_reduced(const exp_reduction<V>& e, same<V> low) {
  return scaled_sum(e.lead, fma(low, e.lead + e.tail, e.tail), split_power(e.exponent, e.exponent_in_low_bits));
}

/// e^(high + low), for a low part below 2^-40 of the other
template <class V>
TAPELESS_INLINE constexpr V exp_of_sum(V high, same<V> low) {
  const auto below = high < -746.0, over = high > 710.0;
  const V bounded = select(below, -746.0, select(over, 710.0, high));
  return exp_of_reduced(reduced_for_exp(bounded), select(below || over, 0.0, low));
}

template <class V>
TAPELESS_INLINE constexpr V exp2_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (x >= 1024) return infinity<double>;
    }
  const V bounded = larger(V(-1080.0), smaller(V(1025.0), x));
  constexpr double shift = rounding_shift + 2 * bias_of_exponent;
  const V shifted = bounded + shift;
  const V k = shifted - shift, part = bounded - k; // 2^x = 2^k 2^part, |part| <= 1/2
  const V high = part * ln2, low = fma(part, ln2, -high);
  const V lost = fma(part, 0x1.abc9e3b39803fp-56, has_fma<double> ? low : 0.0);
  const V one_plus = 1.0 + high;
  return scaled_sum(one_plus, exp_tail(high, ((1.0 - one_plus) + high) + lost), split_power(k, to_bits(shifted)));
}

/// e^x - 1 = 2^k (e^r - 1) + (2^k - 1), in halves, so that 2^1024 does not overflow
template <class V>
TAPELESS_INLINE constexpr V expm1_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (x > 0x1.62e42fefa39efp+9) return infinity<double>;
    }
  const V bounded = larger(V(-40.0), smaller(V(710.0), x));
  constexpr double shift = rounding_shift + (bias_of_exponent - 1);
  const V shifted = fma(bounded, 0x1.71547652b82fep+0, shift);
  const V k = shifted - shift;
  const V part = fma(k, -ln2_high, bounded);
  const V r = fma(k, -ln2_low, part), r_error = fma(k, -ln2_low, part - r);
  const V half_power = from_bits(to_bits(shifted) << 52);
  const V tail = exp_tail(r, r_error); // e^r - 1 = r + tail
  const V whole = half_power - 0.5, lead = fma(half_power, r, whole);
  const V lost = select(abs(whole) < abs(half_power * r), (half_power * r - lead) + whole, (whole - lead) + half_power * r);
  const V result = 2.0 * (lead + fma(half_power, tail, lost));
  return select(abs(x) < 0x1p-54, x, result); // subnormals, and the sign of zero
}

} // namespace detail

} // namespace tapeless::math
