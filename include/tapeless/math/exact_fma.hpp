// SPDX-License-Identifier: BSL-1.0
#pragma once

// a*b + c with a single rounding, in plain arithmetic: what fma() does in constant expressions.
// in: any floats or doubles.  out: the bits that a hardware fma gives (every NaN is the quiet one).
// Source of the fast way: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums" (2008), round to odd.

#include <bit>
#include <cstdint>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/round_to_double.hpp>
#include <tapeless/math/wide.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

/// |x| = significand * 2^exponent
struct unpacked {
  std::uint64_t significand;
  int exponent;
};

TAPELESS_LEAF constexpr unpacked unpack(double x) {
  const std::uint64_t fraction = to_bits(x) & fraction_bits;
  const int biased = static_cast<int>((to_bits(x) & exponent_bits) >> 52);
  return biased == 0 ? unpacked{fraction, -1074} : unpacked{fraction | (fraction_bits + 1), biased - 1075};
}

constexpr bool is_negative(double x) { return (to_bits(x) & sign_bit) != 0; }

/// Infinities and NaNs: at least one operand is not finite.
constexpr double fma_of_non_finite(double a, double b, double c) {
  if (is_nan(a) || is_nan(b) || is_nan(c)) return not_a_number<double>;
  if (!is_inf(a) && !is_inf(b)) return c;
  const bool negative = is_negative(a) != is_negative(b);
  if (a == 0 || b == 0 || (is_inf(c) && is_negative(c) != negative)) return not_a_number<double>;
  return negative ? -infinity<double> : infinity<double>;
}

/// Finite operands of any size, in integers: both terms get their leading bit at position 125 of 128.
constexpr double fma_in_integers(double a, double b, double c) {
  if (a == 0 || b == 0) return a * b + c;
  const unpacked ua = unpack(a), ub = unpack(b), uc = unpack(c);
  uint128 product = multiply_wide(ua.significand, ub.significand);
  const int product_shift = leading_zeros(product) - 2;
  product = product << product_shift;
  const int product_exponent = ua.exponent + ub.exponent - product_shift;
  const bool product_negative = is_negative(a) != is_negative(b);

  uint128 sum = product;
  int exponent = product_exponent;
  bool negative = product_negative;
  if (uc.significand != 0) {
    const int term_shift = std::countl_zero(uc.significand) + 62;
    const uint128 term = uint128{0, uc.significand} << term_shift;
    const int term_exponent = uc.exponent - term_shift;
    const bool term_wins = term_exponent > product_exponent || (term_exponent == product_exponent && product < term);
    exponent = term_wins ? term_exponent : product_exponent;
    const uint128 larger = term_wins ? term : product;
    const uint128 smaller = term_wins ? shift_right_sticky(product, term_exponent - product_exponent)
                                      : shift_right_sticky(term, product_exponent - term_exponent);
    negative = term_wins ? is_negative(c) : product_negative;
    sum = product_negative == is_negative(c) ? larger + smaller : larger - smaller;
    if (sum.high == 0 && sum.low == 0) return 0.0;
  }
  const int zeros = leading_zeros(sum);
  sum = sum << zeros;
  const double magnitude = round_to_double(sum.high, exponent - zeros + 64, sum.low != 0);
  return negative ? -magnitude : magnitude;
}

} // namespace detail

constexpr double exact_fma(double a, double b, double c) {
  // One look at the exponents sorts out what the fast way cannot do: |a| and |b| from 2^-400 to 2^400, |c| from 2^-800
  // to 2^900 or 0. NaNs must not get into ordered comparisons, which GCC refuses in constant expressions.
  const std::uint64_t exponent_a = to_bits(a) >> 52 & 0x7ff, exponent_b = to_bits(b) >> 52 & 0x7ff,
                      exponent_c = to_bits(c) >> 52 & 0x7ff;
  const bool comfortable =
      exponent_a - 623 < 800 && exponent_b - 623 < 800 && (exponent_c - 223 < 1700 || to_bits(c) << 1 == 0);
  if (!comfortable) {
    const bool finite = exponent_a != 0x7ff && exponent_b != 0x7ff && exponent_c != 0x7ff;
    return finite ? detail::fma_in_integers(a, b, c) : detail::fma_of_non_finite(a, b, c);
  }
#if defined(__GNUC__) && !defined(__clang__)
  return __builtin_fma(a, b, c); // exact in GCC's constant evaluation as long as nothing underflows
#else
  // product + product_error = a * b (Dekker), without any rounding error
  const double split_a = 134217729.0 * a, split_b = 134217729.0 * b;
  const double high_a = split_a - (split_a - a), high_b = split_b - (split_b - b);
  const double low_a = a - high_a, low_b = b - high_b, product = a * b;
  const double product_error = ((high_a * high_b - product) + high_a * low_b + low_a * high_b) + low_a * low_b;
  // inner + inner_error = c + product_error, outer + outer_error = product + inner (Knuth)
  const double inner = c + product_error, c_part = inner - product_error;
  const double inner_error = (c - c_part) + (product_error - (inner - c_part));
  const double outer = product + inner, product_part = outer - inner;
  const double outer_error = (product - product_part) + (inner - (outer - product_part));
  // odd = inner_error + outer_error, rounded to odd: if inexact, the last bit is set
  const double odd = inner_error + outer_error, outer_share = odd - inner_error;
  const double odd_error = (inner_error - (odd - outer_share)) + (outer_error - outer_share);
  if (odd_error == 0 || (to_bits(odd) & 1) != 0) return outer + odd;
  return outer + from_bits((odd_error > 0) == (odd > 0) ? to_bits(odd) + 1 : to_bits(odd) - 1);
#endif
}

constexpr float exact_fma(float a, float b, float c) {
  const auto addend = static_cast<double>(c);
  if (!is_finite(a) || !is_finite(b) || !is_finite(c)) {
    return static_cast<float>(detail::fma_of_non_finite(static_cast<double>(a), static_cast<double>(b), addend));
  }
  // The product of two floats is an exact double; the sum is rounded to odd, so rounding it again is harmless.
  const double product = static_cast<double>(a) * static_cast<double>(b);
  const double sum = product + addend, addend_part = sum - product;
  const double error = (product - (sum - addend_part)) + (addend - addend_part);
  if (error == 0 || (to_bits(sum) & 1) != 0) return to_float(sum);
  return to_float(from_bits((error > 0) == (sum > 0) ? to_bits(sum) + 1 : to_bits(sum) - 1));
}

} // namespace tapeless::math
