// SPDX-License-Identifier: BSL-1.0
#pragma once

// pow, cbrt and hypot.
// in: any values.  out: within 2 ulp; special values as C's Annex F.

#include <tapeless/math/exp.hpp>
#include <tapeless/math/log.hpp>
#include <tapeless/math/polynomial.hpp>
#include <tapeless/math/root.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::detail {

/// ln x to about 2^-66 of it, for a positive normal x = 2^k m: with s = (m - 1)/(m + 1), ln m = 2 (s + s^3/3 + s^5/5 + …).
/// s and its cube are kept with their rounding errors.
template <class V>
TAPELESS_INLINE constexpr two_parts<V> precise_log(V u, same<V> extra_exponent) {
  const log_parts<V> parts = log_reduced(u, extra_exponent);
  const V k = parts.exponent, f = parts.fraction;
  const two_parts<V> below = fast_two_sum(2.0, f);
  const V s = f / below.high;
  const V s_low = (remainder(f, s, below.high) - s * below.low) / below.high;
  const two_parts<V> z = two_product(s, s);
  const V z_low = z.low + 2.0 * s * s_low;
  const two_parts<V> cube = two_product(s, z.high);
  const V cube_low = cube.low + s * z_low + s_low * z.high;
  // 1/3 as a sum of two; the other coefficients meet factors below z^2 = 2^-10
  const two_parts<V> third = two_product(cube.high, 0x1.5555555555555p-2);
  const V third_low = third.low + cube.high * 0x1.5555555555555p-56 + cube_low * 0x1.5555555555555p-2;
  const V rest = cube.high * z.high *
                      polynomial(z.high, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19,
                                 1.0 / 21, 1.0 / 23);
  const two_parts<V> lead = fast_two_sum(s, third.high);
  const two_parts<V> of_m = fast_two_sum(2.0 * lead.high, 2.0 * (lead.low + (s_low + third_low + rest)));
  const two_parts<V> sum = two_sum(k * ln2_high, of_m.high);
  const V low = sum.low + (of_m.low + k * ln2_low);
  // ln2_high and ln2_low hold 95 bits of ln 2
  return fast_two_sum(sum.high, low);
}

/// |x|^y = exp(y ln |x|), then the sign and the special values
template <class V>
TAPELESS_INLINE constexpr V pow_double(V x, same<V> y) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (x == 1 || y == 0) return 1;
      if (is_nan(x) || is_nan(y)) return is_nan(x) ? x : y;
    }
  const V size = abs(x), exponent_size = abs(y);
  const auto base_zero = size == 0, base_infinite = size == infinity<double>;
  const auto edge = base_zero || base_infinite || is_nan(x);
  const auto subnormal = size < 0x1p-1022;
  const V u = select(edge, 1.0, size * select(subnormal, 0x1p54, 1.0));
  const two_parts<V> logarithm = precise_log(u, select(subnormal && !edge, -54.0, 0.0));
  // beyond 2^70 every power of a number but 1 is 0 or infinite; 2^-70 times any logarithm is nothing
  const V bounded = copy_sign(select(exponent_size > 0x1p70, 0x1p70, select(exponent_size < 0x1p-80, 0x1p-80, exponent_size)), y);
  const two_parts<V> product = two_product(bounded, logarithm.high);
  const two_parts<V> exponent = fast_two_sum(product.high, fma(bounded, logarithm.low, product.low));
  V result = exp_of_sum(exponent.high, exponent.low);

  const auto grows = (size > 1) == (y > 0);
  result = select(edge || (exponent_size == infinity<double> && size != 1), select(grows, infinity<double>, 0.0), result);
  // an odd integer has its last bit just before the point; from 2^53 on every number is even
  const V floor_shift = select(exponent_size < 0x1p52, exponent_size, 0.0) + 0x1p52;
  const auto below_shift = exponent_size < 0x1p52;
  const auto integer = !below_shift || floor_shift - 0x1p52 == exponent_size;
  const auto odd = integer && exponent_size < 0x1p53 &&
                   bit_of(to_bits(select(below_shift, floor_shift, exponent_size)), 0);
  const auto negative = bit_of(to_bits(x), 63);
  result = select(negative && odd, -result, result);
  result = select(negative && !integer && !base_zero && !base_infinite, not_a_number<double>, result);
  result = select(is_nan(x) || is_nan(y), not_a_number<double>, result);
  return select(x == 1 || y == 0, 1.0, result);
}

/// x = 2^3k m with m in [1, 8): a polynomial, Halley's step, and a last step from a root of 23 bits, whose square is exact
/// (as msun's s_cbrt.c ends).
template <class V>
TAPELESS_INLINE constexpr V cbrt_double(V x) {
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated() && (!is_finite(x) || x == 0)) return x;
  const V size = abs(x);
  const auto subnormal = size < 0x1p-1022, plain = size > 0 && size < infinity<double>;
  const V u = select(plain, size * select(subnormal, 0x1p54, 1.0), 1.0);
  const V exponent = from_bits((to_bits(u) >> 52) | (std::uint64_t{0x433} << 52)) - (0x1p52 + 1023.0);
  const V third_shifted = fma(exponent - 1.0, 1.0 / 3, rounding_shift);
  const V third = third_shifted - rounding_shift, left = exponent - 3.0 * third; // 0, 1 or 2
  const V m = from_bits((to_bits(u) & fraction_bits) | (std::uint64_t{1023} << 52));
  const V guess = polynomial(m, 0.5092481335, 0.7117423866, -0.2939541181, 0.08307903548, -0.01010221234) *
                       select(left == 0, 1.0, select(left == 1, 1.2599210498948732, 1.5874010519681994));
  const V value = m * select(left == 0, 1.0, select(left == 1, 2.0, 4.0));
  V t = guess;
  for (int i = 0; i < 2; ++i) {
    const V cube = t * t * t;
    t = t * ((cube + 2.0 * value) / (2.0 * cube + value));
  }
  t = from_bits((to_bits(t) + 0x80000000u) & ~std::uint64_t{0x3fffffff});
  const V quotient = value / (t * t);
  const V root = t + t * ((quotient - t) / (t + t + quotient));
  const V power = third - select(subnormal, 18.0, 0.0);
  const V result = root * from_bits((to_bits(power + (rounding_shift + bias_of_exponent))) << 52);
  return select(plain, copy_sign(result, x), x);
}

/// The squares and their sum with their rounding errors, in a range where nothing is lost
template <class V>
TAPELESS_INLINE constexpr V hypot_double(V x, same<V> y) {
  const V ax = abs(x), ay = abs(y);
  if constexpr (is_number<V>)
    if (std::is_constant_evaluated()) {
      if (is_inf(x) || is_inf(y)) return infinity<double>;
      if (is_nan(x) || is_nan(y)) return not_a_number<double>;
    }
  const auto steep = ay > ax;
  const V larger = select(steep, ay, ax), smaller = select(steep, ax, ay);
  const V scale = select(larger > 0x1p490, 0x1p-600, select(larger < 0x1p-400, 0x1p600, 1.0));
  const V a = larger * scale, b = select(smaller < larger * 0x1p-60, 0.0, smaller) * scale;
  const two_parts<V> squared = two_product(a, a), other = two_product(b, b), sum = fast_two_sum(squared.high, other.high);
  const V low = sum.low + (squared.low + other.low), root = sqrt(sum.high);
  const V rest = (remainder(sum.high, root, root) + low) / select(root > 0, root + root, 1.0);
  const V result = product_or_infinity(root + rest, 1.0 / scale);
  const auto infinite = ax == infinity<double> || ay == infinity<double>;
  return select(infinite, infinity<double>, select(is_nan(x) || is_nan(y), not_a_number<double>, result));
}

} // namespace tapeless::math::detail
