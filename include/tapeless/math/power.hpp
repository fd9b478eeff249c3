// SPDX-License-Identifier: BSL-1.0
#pragma once

// pow, cbrt and hypot.
// in: any values.  out: within 2 ulp; special values as C's Annex F.

#include <tapeless/math/exp.hpp>
#include <tapeless/math/log.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/math/root.hpp>

namespace tapeless::math::detail {

/// ln x to about 2^-66 of it, for a positive normal x = 2^k m: with s = (m - 1)/(m + 1), ln m = 2 (s + s^3/3 + s^5/5 + …).
/// s and its cube are kept with their rounding errors.
[[gnu::always_inline]] constexpr two_doubles precise_log(double u, double extra_exponent) {
  const log_parts parts = log_reduced(u);
  const double k = parts.exponent + extra_exponent, f = parts.fraction;
  const two_doubles below = fast_two_sum(2.0, f);
  const double s = f / below.high;
  const two_doubles back = two_product(s, below.high);
  const double s_low = ((f - back.high) - back.low - s * below.low) / below.high;
  const two_doubles z = two_product(s, s);
  const double z_low = z.low + 2.0 * s * s_low;
  const two_doubles cube = two_product(s, z.high);
  const double cube_low = cube.low + s * z_low + s_low * z.high;
  // 1/3 as a sum of two; the other coefficients meet factors below z^2 = 2^-10
  const two_doubles third = two_product(cube.high, 0x1.5555555555555p-2);
  const double third_low = third.low + cube.high * 0x1.5555555555555p-56 + cube_low * 0x1.5555555555555p-2;
  const double rest = cube.high * z.high *
                      polynomial(z.high, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19,
                                 1.0 / 21, 1.0 / 23);
  const two_doubles lead = fast_two_sum(s, third.high);
  const two_doubles of_m = fast_two_sum(2.0 * lead.high, 2.0 * (lead.low + (s_low + third_low + rest)));
  const two_doubles sum = two_sum(k * ln2_high, of_m.high);
  const double low = sum.low + (of_m.low + k * ln2_low);
  // ln2_high and ln2_low hold 95 bits of ln 2
  return fast_two_sum(sum.high, low);
}

/// |x|^y = exp(y ln |x|), then the sign and the special values
[[gnu::always_inline]] constexpr double pow_double(double x, double y) {
  if (std::is_constant_evaluated()) {
    if (x == 1 || y == 0) return 1;
    if (is_nan(x) || is_nan(y)) return is_nan(x) ? x : y;
  }
  const double size = abs(x), exponent_size = abs(y);
  const bool base_zero = size == 0, base_infinite = size == infinity<double>;
  const bool edge = base_zero || base_infinite || is_nan(x);
  const bool subnormal = size < 0x1p-1022;
  const double u = select(edge, 1.0, size * select(subnormal, 0x1p54, 1.0));
  const two_doubles logarithm = precise_log(u, select(subnormal && !edge, -54.0, 0.0));
  // beyond 2^70 every power of a number but 1 is 0 or infinite; 2^-70 times any logarithm is nothing
  const double bounded = copy_sign(select(exponent_size > 0x1p70, 0x1p70, select(exponent_size < 0x1p-80, 0x1p-80, exponent_size)), y);
  const two_doubles product = two_product(bounded, logarithm.high);
  const two_doubles exponent = fast_two_sum(product.high, fma(bounded, logarithm.low, product.low));
  double result = exp_of_sum(exponent.high, exponent.low);

  const bool grows = (size > 1) == (y > 0);
  result = select(edge || (exponent_size == infinity<double> && size != 1), select(grows, infinity<double>, 0.0), result);
  // an odd integer has its last bit just before the point; from 2^53 on every number is even
  const double floor_shift = select(exponent_size < 0x1p52, exponent_size, 0.0) + 0x1p52;
  const bool below_shift = exponent_size < 0x1p52;
  const bool integer = !below_shift || floor_shift - 0x1p52 == exponent_size;
  const bool odd = integer && exponent_size < 0x1p53 &&
                   (to_bits(select(below_shift, floor_shift, exponent_size)) & 1) != 0;
  const bool negative = (to_bits(x) & sign_bit) != 0;
  result = select(negative && odd, -result, result);
  result = select(negative && !integer && !base_zero && !base_infinite, not_a_number<double>, result);
  result = select(is_nan(x) || is_nan(y), not_a_number<double>, result);
  return select(x == 1 || y == 0, 1.0, result);
}

/// x = 2^3k m with m in [1, 8): a polynomial, Halley's step, and a last step from a root of 23 bits, whose square is exact
/// (as msun's s_cbrt.c ends).
[[gnu::always_inline]] constexpr double cbrt_double(double x) {
  if (std::is_constant_evaluated() && (!is_finite(x) || x == 0)) return x;
  const double size = abs(x);
  const bool subnormal = size < 0x1p-1022, plain = size > 0 && size < infinity<double>;
  const double u = select(plain, size * select(subnormal, 0x1p54, 1.0), 1.0);
  const double exponent = static_cast<double>(static_cast<std::int64_t>(to_bits(u) >> 52) - 1023);
  const double third_shifted = fma(exponent - 1.0, 1.0 / 3, rounding_shift);
  const double third = third_shifted - rounding_shift, left = exponent - 3.0 * third; // 0, 1 or 2
  const double m = from_bits((to_bits(u) & fraction_bits) | (std::uint64_t{1023} << 52));
  const double guess = polynomial(m, 0.5092481335, 0.7117423866, -0.2939541181, 0.08307903548, -0.01010221234) *
                       select(left == 0, 1.0, select(left == 1, 1.2599210498948732, 1.5874010519681994));
  const double value = m * select(left == 0, 1.0, select(left == 1, 2.0, 4.0));
  double t = guess;
  for (int i = 0; i < 2; ++i) {
    const double cube = t * t * t;
    t = t * ((cube + 2.0 * value) / (2.0 * cube + value));
  }
  t = from_bits((to_bits(t) + 0x80000000u) & ~std::uint64_t{0x3fffffff});
  const double quotient = value / (t * t);
  const double root = t + t * ((quotient - t) / (t + t + quotient));
  const double power = third - select(subnormal, 18.0, 0.0);
  const double result = root * from_bits((to_bits(power + (rounding_shift + 1023.0))) << 52);
  return select(plain, copy_sign(result, x), x);
}

/// The squares and their sum with their rounding errors, in a range where nothing is lost
[[gnu::always_inline]] constexpr double hypot_double(double x, double y) {
  const double ax = abs(x), ay = abs(y);
  if (std::is_constant_evaluated()) {
    if (is_inf(x) || is_inf(y)) return infinity<double>;
    if (is_nan(x) || is_nan(y)) return not_a_number<double>;
  }
  const bool steep = ay > ax;
  const double larger = select(steep, ay, ax), smaller = select(steep, ax, ay);
  const double scale = select(larger > 0x1p490, 0x1p-600, select(larger < 0x1p-400, 0x1p600, 1.0));
  const double a = larger * scale, b = select(smaller < larger * 0x1p-60, 0.0, smaller) * scale;
  const two_doubles squared = two_product(a, a), other = two_product(b, b), sum = fast_two_sum(squared.high, other.high);
  const double low = sum.low + (squared.low + other.low), root = sqrt(sum.high);
  const two_doubles back = two_product(root, root);
  const double rest = ((sum.high - back.high) - back.low + low) / select(root > 0, root + root, 1.0);
  const double result = product_or_infinity(root + rest, 1.0 / scale);
  const bool infinite = ax == infinity<double> || ay == infinity<double>;
  return select(infinite, infinity<double>, select(is_nan(x) || is_nan(y), not_a_number<double>, result));
}

} // namespace tapeless::math::detail
