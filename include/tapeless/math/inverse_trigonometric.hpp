// SPDX-License-Identifier: BSL-1.0
#pragma once

// asin, acos, atan and atan2; the coefficients are those of fdlibm (e_asin.c, s_atan.c).
// in: any value.  out: radians within 2 ulp; NaN outside the domain, the quadrants of C's Annex F.

#include <tapeless/math/polynomial.hpp>
#include <tapeless/math/root.hpp>

namespace tapeless::math::detail {

inline constexpr double pi_high = 0x1.921fb54442d18p+1, pi_low = 0x1.1a62633145c07p-53;

/// (asin x - x) / x^3 at z = x^2 <= 1/4, times z
[[gnu::always_inline]] constexpr double asin_tail(double z) {
  const double p = polynomial(z, 1.66666666666666657415e-01, -3.25565818622400915405e-01, 2.01212532134862925881e-01,
                              -4.00555345006794114027e-02, 7.91534994289814532176e-04, 3.47933107596021167570e-05);
  const double q = polynomial(z, 1.0, -2.40339491173441421878e+00, 2.02094576023350569471e+00,
                              -6.88283971605453293030e-01, 7.70381505559019352791e-02);
  return z * (p / q);
}

/// What asin and acos share: up to 1/2 x itself, above sqrt((1 - |x|)/2) with what that root lacks.
struct arc {
  double start;
  double rest;
  double tail; // asin(start + rest) = start + (rest + start * tail)
};
[[gnu::always_inline]] constexpr arc arc_of(double size) {
  const bool low = size <= 0.5;
  const double z = select(low, size * size, 0.5 * (1.0 - size));
  const double root = select(low, size, sqrt(select(size <= 1, z, 0.0)));
  const two_doubles back = two_product(root, root);
  const double rest = select(low, 0.0, ((z - back.high) - back.low) / select(root == 0, 1.0, root + root));
  return {root, rest, asin_tail(z)};
}

/// asin |x|, or pi/2 - 2 asin sqrt((1 - |x|)/2)
[[gnu::always_inline]] constexpr double asin_double(double x) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x)) return x;
    if (abs(x) > 1) return not_a_number<double>;
  }
  const double size = abs(x);
  const arc a = arc_of(select(size <= 1, size, 0.0));
  const double low = fma(a.start, a.tail, a.start);
  const two_doubles high = fast_two_sum(0.5 * pi_high, -2.0 * a.start);
  const double upper = high.high + (high.low + (0.5 * pi_low - 2.0 * fma(a.start, a.tail, a.rest)));
  const double result = select(size <= 0.5, select(size < 0x1p-27, size, low), upper);
  return select(size <= 1, copy_sign(result, x), not_a_number<double>);
}

/// pi/2 - asin x up to 1/2; 2 asin sqrt((1 - x)/2) above; pi minus that below -1/2
[[gnu::always_inline]] constexpr double acos_double(double x) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x)) return x;
    if (abs(x) > 1) return not_a_number<double>;
  }
  const double size = abs(x);
  const arc a = arc_of(select(size <= 1, size, 0.0));
  const double signed_start = copy_sign(a.start, x);
  const two_doubles middle = fast_two_sum(0.5 * pi_high, -signed_start);
  const double near_half_pi = middle.high + (middle.low + fma(-signed_start, a.tail, 0.5 * pi_low));
  const double small = fma(a.start, a.tail, a.rest);
  const double above = 2.0 * (a.start + small);
  const two_doubles back = fast_two_sum(pi_high, -2.0 * a.start);
  const double below = back.high + (back.low + (pi_low - 2.0 * small));
  const double outer = select(x > 0, above, below);
  return select(size <= 1, select(size <= 0.5, near_half_pi, outer), not_a_number<double>);
}

/// atan of numerator/denominator, both >= 0 and their quotient not 0/0 or inf/inf: the angle as high + low.
/// The quotient is moved by one of four known angles: (n - c d)/(d + c n), c = 0, 1/2, 1, 3/2, or -d/n.
[[gnu::always_inline]] constexpr two_doubles atan_of_quotient(double n, double d) {
  const double q = n / d;
  const bool from1 = q >= 0.4375, from2 = q >= 0.6875, from3 = q >= 1.1875, from4 = q >= 2.4375;
  const double c = select(from3, 1.5, select(from2, 1.0, select(from1, 0.5, 0.0)));
  const double high = select(from4, 1.57079632679489655800e+00,
                             select(from3, 9.82793723247329054082e-01,
                                    select(from2, 7.85398163397448278999e-01, select(from1, 4.63647609000806093515e-01, 0.0))));
  const double low = select(from4, 6.12323399573676603587e-17,
                            select(from3, 1.39033110312309984516e-17,
                                   select(from2, 3.06161699786838301793e-17, select(from1, 2.26987774529616870924e-17, 0.0))));
  const double moved = select(from4, -d, fma(-c, d, n)) / select(from4, n, fma(c, n, d));
  const double t = select(from1, moved, q);
  const double z = t * t;
  const double series =
      z * polynomial(z, 3.33333333333329318027e-01, -1.99999999998764832476e-01, 1.42857142725034663711e-01,
                     -1.11111104054623557880e-01, 9.09088713343650656196e-02, -7.69187620504482999495e-02,
                     6.66107313738753120669e-02, -5.83357013379057348645e-02, 4.97687799461593236017e-02,
                     -3.65315727442169155270e-02, 1.62858201153657823623e-02);
  const two_doubles angle = fast_two_sum(select(from1, high, t), select(from1, t, 0.0));
  return {angle.high, angle.low + fma(-t, series, low)};
}

[[gnu::always_inline]] constexpr double atan_double(double x) {
  if (std::is_constant_evaluated()) {
    if (is_nan(x)) return x;
    if (is_inf(x)) return copy_sign(0.5 * pi_high, x);
  }
  const double size = abs(x);
  const two_doubles angle = atan_of_quotient(select(size > 0x1p60, 0x1p60, size), 1.0);
  return copy_sign(select(size < 0x1p-27, size, angle.high + angle.low), x);
}

[[gnu::always_inline]] constexpr double atan2_double(double y, double x) {
  if (std::is_constant_evaluated() && (is_nan(y) || is_nan(x))) return is_nan(y) ? y : x;
  // both sides are brought near 1: the quotient of the exponents does not overflow before the numbers do
  const double ay = abs(y), ax = abs(x);
  const double larger = select(ay > ax, ay, ax);
  const double scale = select(larger > 0x1p500, 0x1p-600, select(larger < 0x1p-400, 0x1p600, 1.0));
  const bool infinite = larger == infinity<double>, zero = larger == 0;
  const double n = select(infinite, select(ay == larger, 1.0, 0.0), ay * scale);
  const double d = select(infinite, select(ax == larger, 1.0, 0.0), select(zero, 1.0, ax * scale));
  const bool steep = n > 0x1p60 * d, flat = n < 0x1p-60 * d;
  const two_doubles angle = atan_of_quotient(select(steep, 0x1p60, n), select(steep, 1.0, d));
  const bool left = (to_bits(x) & sign_bit) != 0;
  const two_doubles mirrored = fast_two_sum(pi_high, -angle.high);
  const bool direct = flat && !infinite && !zero;
  const double tiny = select(direct, ay / select(direct, ax, 1.0), angle.high);
  const double right_side = select(flat, tiny, angle.high + angle.low);
  const double result = select(left, mirrored.high + (mirrored.low + (pi_low - angle.low)), right_side);
  return copy_sign(select(is_nan(x) || is_nan(y), not_a_number<double>, result), y);
}

} // namespace tapeless::math::detail
