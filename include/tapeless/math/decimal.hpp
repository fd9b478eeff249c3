// SPDX-License-Identifier: BSL-1.0
#pragma once

// The characters of a C++ numeric literal become a double, in constant expressions too.
// in: decimal, hexadecimal, octal and binary integers, decimal and hexadecimal floats, with digit separators; no sign,
// no suffix; of any length.  out: the nearest double (ties to even), and what was wrong if anything was.

#include <cstdint>
#include <limits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/big_integer.hpp>
#include <tapeless/math/literal_scan.hpp>
#include <tapeless/math/round_to_double.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"  // numbers are compared exactly, on purpose

namespace tapeless::math {

enum class parse_status { ok, malformed, overflow, underflow };

struct parsed_real {
  double value = 0; // overflow: infinity; underflow (not 0, but rounds to it): 0
  parse_status status = parse_status::malformed;
};

namespace detail {

inline constexpr double exact_powers_of_ten[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                                 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// The decimal by exact division of big integers. A boundary between two doubles has at most 767 digits, so that of the
/// digits beyond the first 800 only matters whether there is one that is not 0.
constexpr double decimal_by_big_integers(const literal_scan& scan) {
  constexpr int most_digits = 800;
  const int kept = scan.significant < most_digits ? scan.significant : most_digits;
  const int power = scan.exponent - scan.fraction_digits + (scan.significant - kept);
  if (power + kept > 310) return infinity<double>;
  if (power + kept < -324) return 0.0;

  big_integer numerator, denominator(1);
  bool inexact = false;
  int taken = 0;
  for (const char* p = scan.first_significant; taken < scan.significant; ++p) {
    if (*p == '\'' || *p == '.') continue;
    if (taken++ < kept) {
      numerator.add_product(10, static_cast<std::uint64_t>(*p - '0'));
    } else if (*p != '0') {
      inexact = true;
    }
  }
  numerator.multiply_by_power_of_ten(power);
  denominator.multiply_by_power_of_ten(-power);

  // With equal bit lengths the quotient lies between 1/2 and 2: 64 steps of long division give 63 bits or more.
  const int shift = denominator.bit_length() - numerator.bit_length();
  if (shift > 0) numerator.shift_left(shift);
  if (shift < 0) denominator.shift_left(-shift);
  std::uint64_t quotient = 0;
  for (int i = 0; i < 64; ++i) {
    quotient <<= 1;
    if (!numerator.is_less_than(denominator)) {
      numerator.subtract(denominator);
      quotient |= 1;
    }
    numerator.shift_left(1);
  }
  return round_to_double(quotient, -63 - shift, inexact || !numerator.is_zero());
}

constexpr double decimal_value(const literal_scan& scan) {
  const int power = scan.exponent - scan.fraction_digits;
  // Both the digits and the power of ten are exact doubles: one rounding (Clinger 1990).
  if (!scan.truncated && scan.leading <= std::uint64_t{1} << 53 && power >= -22 && power <= 22) {
    const auto digits = static_cast<double>(scan.leading);
    return power < 0 ? digits / exact_powers_of_ten[-power] : digits * exact_powers_of_ten[power];
  }
  return decimal_by_big_integers(scan);
}

/// Bases 2, 8 and 16: the digits are the bits.
constexpr double binary_value(const literal_scan& scan) {
  const int bits_per_digit = scan.base == 16 ? 4 : scan.base == 8 ? 3 : 1;
  const int dropped = scan.significant - scan.leading_digits;
  const std::int64_t exponent =
      std::int64_t{scan.exponent} + std::int64_t{bits_per_digit} * (dropped - scan.fraction_digits);
  if (exponent > 2000) return infinity<double>;
  if (exponent < -2000) return 0.0;
  return round_to_double(scan.leading, static_cast<int>(exponent), scan.inexact);
}

} // namespace detail

/// Reads the literal spelled by [first, last).
constexpr parsed_real parse_real(const char* first, const char* last) {
  const detail::literal_scan scan = detail::scan_literal(first, last);
  if (!scan.ok) return {};
  if (scan.significant == 0) return {0.0, parse_status::ok};
  const double value = scan.base == 10 ? detail::decimal_value(scan) : detail::binary_value(scan);
  if (value == 0) return {value, parse_status::underflow};
  return {value, value > std::numeric_limits<double>::max() ? parse_status::overflow : parse_status::ok};
}

} // namespace tapeless::math

#pragma GCC diagnostic pop
