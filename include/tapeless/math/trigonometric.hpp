// SPDX-License-Identifier: BSL-1.0
#pragma once

// sin, cos and tan, for angles of any size.
// in: any value.  out: within 1.1 ulp, tan within 1.8; NaN for infinity and NaN. No jumps for |x| <= 2^20 pi; beyond, one call of the
// slow reduction of payne_hanek.hpp.

#include <concepts>
#include <cstdint>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exp.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/math/payne_hanek.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

template <class V>
struct sine_and_cosine {
  V sin;
  V cos;
};

namespace detail {

inline constexpr double fast_angle_limit = 3294198.0; // a little below 2^20 pi

/// |x| <= fast_angle_limit, so that the number of quadrants k has at most 21 bits. Every product but the last is exact:
/// the parts of pi/2 have 32 bits or the fma cancels. No double in this range is so near to a multiple of pi/2 that
/// more than the 138 (149) bits of pi/2 used here would count.
template <class V>
TAPELESS_INLINE constexpr reduced_angle<V> reduce_angle(V x) {
  const V shifted = fma(x, 0x1.45f306dc9c883p-1, rounding_shift);
  const V k = shifted - rounding_shift;
  if constexpr (has_fma<double>) {
    const V part = fma(-k, 0x1.921fb54442d18p+0, x);
    const V second = k * 0x1.1a62633000000p-54;
    const V remainder = part - second;
    return {remainder, fma(-k, 0x1.45c06e0e68948p-86, (part - remainder) - second), to_bits(shifted)};
  } else {
    const V part = x - k * 0x1.921fb54400000p+0;
    const V second = k * 0x1.0b4611a600000p-34;
    const V next = part - second;
    const V third = k * 0x1.3198a2e000000p-69;
    const V remainder = next - third;
    const V lost = ((part - next) - second) + ((next - remainder) - third);
    return {remainder, lost - k * 0x1.b839a252049c1p-104, to_bits(shifted)};
  }
}

/// sin or cos as high - excess; |r| <= pi/4, z = r^2. Both are high - z·factor·(a0 + a1 z + … + a5 z^5) - what is left of tail:
///     sin: high = r, factor = r                cos: high = 1 - z/2, factor = z
/// A result is one rounding of the difference, its parts are computed side by side. Terms are asked for one by one, in an order that needs few registers.
/// The sign of zero comes out right, so that nobody has to choose it behind the last step: at r = ±0 the terms of the sine make ±0, for a0 and a2
/// have one sign, and `left`, minus what is left of tail, is +0; so the sine is ±0 - (±0 + 0) = ±0.
template <class V, class Term>
TAPELESS_INLINE constexpr V excess(V z, V factor, Term a, V left) {
  const V z2 = z * z, last = fma(z, a(5), a(4)), middle = fma(z, a(3), a(2)), rest = fma(z2, last, middle), first = fma(z, a(1), a(0));
  const V product = factor * z;
  return fma(product * z2, rest, product * first) + left;
}
inline constexpr double sin_terms[] = {0x1.5555555555555p-3,   -0x1.1111111110bb1p-7, 0x1.a01a019e8357dp-13,
                                       -0x1.71de37961e4c6p-19, 0x1.ae600a926c89ap-26, -0x1.5e0af186af739p-33};
inline constexpr double cos_terms[] = {-0x1.5555555555555p-5, 0x1.6c16c16c16966p-10,  -0x1.a01a019f4e867p-16,
                                       0x1.27e4fa17a41b4p-22, -0x1.1eeb68b109173p-29, 0x1.907d7aebd5e3dp-37};
/// The two parts, to be subtracted
template <class V>
struct high_and_excess {
  V high;
  V excess;
};
template <class V>
TAPELESS_INLINE constexpr high_and_excess<V> sin_parts(V r, same<V> tail) {
  const auto a = [](int at_term) TAPELESS_INLINE_LAMBDA { return V(sin_terms[at_term]); };
  return {r, excess(V(r * r), r, a, 0.0 - tail)};
}
template <class V>
TAPELESS_INLINE constexpr high_and_excess<V> cos_parts(V r, same<V> tail) {
  const auto a = [](int at_term) TAPELESS_INLINE_LAMBDA { return V(cos_terms[at_term]); };
  const V z = r * r, leading = fma(z, V(-0.5), V(1.0)), lost = fma(z, V(0.5), leading - 1.0);
  return {leading, excess(z, z, a, fma(r, tail, lost))};
}

/// The sine of an angle in a quadrant, the bits of the parts above: what belongs to the quadrant is chosen at the beginning, where
/// it does not lengthen the way from the angle to the result. The terms are given for it, and a half with its sign where it is odd, or a zero.
template <class V, class Bits, class Term>
TAPELESS_INLINE constexpr V sin_in_quadrant(const reduced_angle<V>& angle, Bits quadrant, V half, Term term) {
  const auto odd = bit_of(quadrant, 0);
  const auto sign = quadrant >> 1 << 63;
  const V r = angle.remainder, z = r * r;
  const auto chosen = [&](const V& of_cosine, const V& of_sine) TAPELESS_INLINE_LAMBDA { return V(from_bits(to_bits(select(odd, of_cosine, of_sine)) ^ sign)); };
  const V first = chosen(1.0, r), slope = chosen(r, -1.0);  // the slope of what is subtracted, by r
  const V high = fma(-z, half, first), lost = fma(z, half, high - first);  // of a sine high is r, of which nothing is lost
  return high - excess(z, r * slope, term, fma(slope, angle.tail, lost));
}
template <class V, class Bits>
TAPELESS_INLINE constexpr V sin_in_quadrant(const reduced_angle<V>& angle, Bits quadrant) {
  const auto odd = bit_of(quadrant, 0);
  const V half = from_bits(to_bits(select(odd, V(0.5), V(0.0))) ^ (quadrant >> 1 << 63));
  const auto term = [&](int at_term) TAPELESS_INLINE_LAMBDA { return select(odd, V(cos_terms[at_term]), V(-sin_terms[at_term])); };
  return sin_in_quadrant(angle, quadrant, half, term);
}

/// An angle of any size.
template <class V>
TAPELESS_INLINE constexpr reduced_angle<V> reduce_any_angle(V x) {
  if constexpr (is_number<V>) {
    return abs(x) <= fast_angle_limit ? reduce_angle(x) : reduce_large_angle(x);
  } else {
    reduced_angle<V> angle = reduce_angle(x);
    if (!all(abs(x) <= fast_angle_limit)) [[unlikely]] {
      double of[V::size], remainder[V::size], tail[V::size];
      std::uint64_t quadrant[V::size];
      x.store(of), angle.remainder.store(remainder), angle.tail.store(tail), angle.quadrant.store(quadrant);
      reduce_large_angles(of, fast_angle_limit, remainder, tail, quadrant, V::size);
      angle = {V::load(remainder), V::load(tail), bits_of<V>::load(quadrant)};
    }
    return angle;
  }
}

template <class V>
TAPELESS_INLINE constexpr sine_and_cosine<V> sincos_double(V x) {
  if constexpr (is_number<V>)
    if (!is_finite(x)) return {not_a_number<double>, not_a_number<double>};
  const reduced_angle<V> angle = reduce_any_angle(x);
  const high_and_excess<V> s_parts = sin_parts(angle.remainder, angle.tail), c_parts = cos_parts(angle.remainder, angle.tail);
  const V s = s_parts.high - s_parts.excess, c = c_parts.high - c_parts.excess;
  const auto odd = bit_of(angle.quadrant, 0);
  const auto sin_sign = angle.quadrant >> 1 << 63, cos_sign = (angle.quadrant + 1) >> 1 << 63;
  return {from_bits(to_bits(select(odd, c, s)) ^ sin_sign), from_bits(to_bits(select(odd, s, c)) ^ cos_sign)};
}

template <class V>
TAPELESS_INLINE constexpr V sin_double(V x) {
  if constexpr (is_number<V>)
    if (!is_finite(x)) return not_a_number<double>;
  const reduced_angle<V> angle = reduce_any_angle(x);
  return sin_in_quadrant(angle, angle.quadrant);
}
template <class V>
TAPELESS_INLINE constexpr V cos_double(V x) {
  if constexpr (is_number<V>)
    if (!is_finite(x)) return not_a_number<double>;
  const reduced_angle<V> angle = reduce_any_angle(x);
  return sin_in_quadrant(angle, angle.quadrant + 1);
}

#if TAPELESS_VECTOR_BYTES > 0
/// For a quadrant of an angle: the half and the terms of its sine, and in the second lane those of its cosine. A table of them takes fewer steps than
/// choosing in each lane, and what it has is there before the powers of the remainder are.
struct alignas(128) row_of_quadrants {
  double half[2]{}, term[6][2]{};

  consteval explicit row_of_quadrants(std::uint64_t quadrant) {
    for (std::uint64_t lane = 0; lane < 2; ++lane) {
      const bool is_odd = bit_of(quadrant + lane, 0), is_negative = bit_of(quadrant + lane, 1);
      half[lane] = (is_odd ? 0.5 : 0.0) * (is_negative ? -1.0 : 1.0);
      for (int k = 0; k < 6; ++k) term[k][lane] = is_odd ? cos_terms[k] : -sin_terms[k];
    }
  }
};
inline constexpr row_of_quadrants rows_of_quadrants[4] = {row_of_quadrants(0), row_of_quadrants(1), row_of_quadrants(2), row_of_quadrants(3)};

/// Of an angle in both lanes: the sine in the first, the cosine in the second.
TAPELESS_INLINE inline lanes<double, 2> sine_beside_cosine(lanes<double, 2> x) {
  using two = lanes<double, 2>;
  const reduced_angle<two> angle = reduce_any_angle(x);
  const row_of_quadrants& row = rows_of_quadrants[angle.quadrant[0] & 3];
  const bits_of<two> turn(vector<std::uint64_t, 2>{0, 1});
  const auto term = [&row](int at_term) TAPELESS_INLINE_LAMBDA { return two::load(row.term[at_term]); };
  return sin_in_quadrant(angle, angle.quadrant + turn, two::load(row.half), term);
}
#endif

/// tan r or -1/tan r, r = remainder + tail: sin and cos over each other
template <class V>
TAPELESS_INLINE constexpr V tan_double(V x) {
  if constexpr (is_number<V>)
    if (!is_finite(x)) return not_a_number<double>;
  const reduced_angle<V> angle = reduce_any_angle(x);
  const high_and_excess<V> s_parts = sin_parts(angle.remainder, angle.tail), c_parts = cos_parts(angle.remainder, angle.tail);
  const V s = s_parts.high - s_parts.excess, c = c_parts.high - c_parts.excess;
  const auto odd = bit_of(angle.quadrant, 0);
  const V over = select(odd, -c, s), under = select(odd, s, c), ratio = over / under;
  // the quotient is corrected by its own rounding, where that is known, and by what the last additions have lost
  const V rounding = has_fma<double> ? fma(-ratio, under, over) : V(0.0);
  const V s_lost = (s_parts.high - s) - s_parts.excess, c_lost = (c_parts.high - c) - c_parts.excess;
  const V over_lost = select(odd, -c_lost, s_lost), under_lost = select(odd, s_lost, c_lost);
  return select(abs(x) < 0x1p-27, x, ratio + ((rounding + over_lost) - ratio * under_lost) / under);
}

} // namespace detail

} // namespace tapeless::math
