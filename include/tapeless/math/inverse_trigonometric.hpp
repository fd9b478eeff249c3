// SPDX-License-Identifier: BSL-1.0
#pragma once

// asin, acos, atan and atan2; the coefficients are those of fdlibm (e_asin.c, s_atan.c).
// in: any value.  out: radians within 2 ulp; NaN outside the domain, the quadrants of C's Annex F.

#include <tapeless/math/polynomial.hpp>
#include <tapeless/math/root.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::detail {

inline constexpr double pi_high = 0x1.921fb54442d18p+1, pi_low = 0x1.1a62633145c07p-53;

/// (asin x - x) / x^3 at z = x^2 <= 1/4, times z
template <class V>
TAPELESS_INLINE constexpr V asin_tail(V z) {
  const V p = polynomial(z, 1.66666666666666657415e-01, -3.25565818622400915405e-01, 2.01212532134862925881e-01,
                              -4.00555345006794114027e-02, 7.91534994289814532176e-04, 3.47933107596021167570e-05);
  const V q = polynomial(z, 1.0, -2.40339491173441421878e+00, 2.02094576023350569471e+00,
                              -6.88283971605453293030e-01, 7.70381505559019352791e-02);
  return z * (p / q);
}

/// What asin and acos share: up to 1/2 x itself, above sqrt((1 - |x|)/2) with what that root lacks.
template <class V>
struct arc {
  V start;
  V rest;
  V tail; // asin(start + rest) = start + (rest + start * tail)
};
template <class V>
TAPELESS_INLINE constexpr arc<V> arc_of(V size) {
  const auto low = size <= 0.5;
  const V z = select(low, size * size, 0.5 * (1.0 - size));
  const V root = select(low, size, sqrt(select(size <= 1, z, 0.0)));
  const V rest = select(low, 0.0, remainder(z, root, root) / select(root == 0, 1.0, root + root));
  return {root, rest, asin_tail(z)};
}

/// asin |x|, or pi/2 - 2 asin sqrt((1 - |x|)/2)
template <class V>
TAPELESS_INLINE constexpr V asin_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (abs(x) > 1) return not_a_number<double>;
    }
  const V size = abs(x);
  const arc<V> a = arc_of(select(size <= 1, size, 0.0));
  const V low = fma(a.start, a.tail, a.start);
  const two_parts<V> high = fast_two_sum(0.5 * pi_high, -2.0 * a.start);
  const V upper = high.high + (high.low + (0.5 * pi_low - 2.0 * fma(a.start, a.tail, a.rest)));
  const V result = select(size <= 0.5, select(size < 0x1p-27, size, low), upper);
  return select(size <= 1, copy_sign(result, x), not_a_number<double>);
}

/// pi/2 - asin x up to 1/2; 2 asin sqrt((1 - x)/2) above; pi minus that below -1/2
template <class V>
TAPELESS_INLINE constexpr V acos_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (abs(x) > 1) return not_a_number<double>;
    }
  const V size = abs(x);
  const arc<V> a = arc_of(select(size <= 1, size, 0.0));
  const V signed_start = copy_sign(a.start, x);
  const two_parts<V> middle = fast_two_sum(0.5 * pi_high, -signed_start);
  const V near_half_pi = middle.high + (middle.low + fma(-signed_start, a.tail, 0.5 * pi_low));
  const V small = fma(a.start, a.tail, a.rest);
  const V above = 2.0 * (a.start + small);
  const two_parts<V> back = fast_two_sum(pi_high, -2.0 * a.start);
  const V below = back.high + (back.low + (pi_low - 2.0 * small));
  const V outer = select(x > 0, above, below);
  return select(size <= 1, select(size <= 0.5, near_half_pi, outer), not_a_number<double>);
}

/// atan of numerator/denominator, both >= 0 and their quotient not 0/0 or inf/inf: the angle as high + low.
/// The quotient is moved by one of four known angles: (n - c d)/(d + c n), c = 0, 1/2, 1, 3/2, or -d/n.
template <class V>
TAPELESS_INLINE constexpr two_parts<V> atan_of_quotient(V n, same<V> d) {
  const V q = n / d;
  const auto from1 = q >= 0.4375, from2 = q >= 0.6875, from3 = q >= 1.1875, from4 = q >= 2.4375;
  const V c = select(from3, 1.5, select(from2, 1.0, select(from1, 0.5, 0.0)));
  const V high = select(from4, 1.57079632679489655800e+00,
                             select(from3, 9.82793723247329054082e-01,
                                    select(from2, 7.85398163397448278999e-01, select(from1, 4.63647609000806093515e-01, 0.0))));
  const V low = select(from4, 6.12323399573676603587e-17,
                            select(from3, 1.39033110312309984516e-17,
                                   select(from2, 3.06161699786838301793e-17, select(from1, 2.26987774529616870924e-17, 0.0))));
  const V moved = select(from4, -d, fma(-c, d, n)) / select(from4, n, fma(c, n, d));
  const V t = select(from1, moved, q);
  const V z = t * t;
  const V series =
      z * polynomial(z, 3.33333333333329318027e-01, -1.99999999998764832476e-01, 1.42857142725034663711e-01,
                     -1.11111104054623557880e-01, 9.09088713343650656196e-02, -7.69187620504482999495e-02,
                     6.66107313738753120669e-02, -5.83357013379057348645e-02, 4.97687799461593236017e-02,
                     -3.65315727442169155270e-02, 1.62858201153657823623e-02);
  const two_parts<V> angle = fast_two_sum(select(from1, high, t), select(from1, t, 0.0));
  return {angle.high, angle.low + fma(-t, series, low)};
}

template <class V>
TAPELESS_INLINE constexpr V atan_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (is_inf(x)) return copy_sign(0.5 * pi_high, x);
    }
  const V size = abs(x);
  const two_parts<V> angle = atan_of_quotient(smaller(V(0x1p60), size), 1.0);
  return copy_sign(select(size < 0x1p-27, size, angle.high + angle.low), x);
}

template <class V>
TAPELESS_INLINE constexpr V atan2_double(V y, same<V> x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && (is_nan(y) || is_nan(x))) return is_nan(y) ? y : x;
  // both sides are brought near 1: the quotient of the exponents does not overflow before the numbers do
  const V ay = abs(y), ax = abs(x);
  const V larger = select(ay > ax, ay, ax);
  const V scale = select(larger > 0x1p500, 0x1p-600, select(larger < 0x1p-400, 0x1p600, 1.0));
  const auto infinite = larger == infinity<double>, zero = larger == 0;
  const V n = select(infinite, select(ay == larger, 1.0, 0.0), ay * scale);
  const V d = select(infinite, select(ax == larger, 1.0, 0.0), select(zero, 1.0, ax * scale));
  const auto steep = n > 0x1p60 * d, flat = n < 0x1p-60 * d;
  const two_parts<V> angle = atan_of_quotient(select(steep, 0x1p60, n), select(steep, 1.0, d));
  const auto left = bit_of(to_bits(x), 63);
  const two_parts<V> mirrored = fast_two_sum(pi_high, -angle.high);
  const auto direct = flat && !infinite && !zero;
  const V tiny = select(direct, ay / select(direct, ax, 1.0), angle.high);
  const V right_side = select(flat, tiny, angle.high + angle.low);
  const V result = select(left, mirrored.high + (mirrored.low + (pi_low - angle.low)), right_side);
  return copy_sign(select(is_nan(x) || is_nan(y), not_a_number<double>, result), y);
}

} // namespace tapeless::math::detail
