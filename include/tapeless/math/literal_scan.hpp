// SPDX-License-Identifier: BSL-1.0
#pragma once

// The grammar of C++ numeric literals, without any arithmetic on their value.
// in: characters.  out: base, leading digits, counts and exponent, for decimal.hpp to make a number of.

#include <cstdint>

namespace tapeless::math::detail {

struct literal_scan {
  bool ok = true;
  int base = 10;
  std::uint64_t leading = 0; // the first significant digits, as many as surely fit (19 of base 10)
  int leading_digits = 0;    // how many those are
  bool truncated = false;    // more digits follow
  bool inexact = false;      // and not all of them are 0
  int significant = 0;       // digits from the first that is not 0 on
  int fraction_digits = 0;   // digits after the point
  int exponent = 0;          // as written, at most ±exponent_limit
  const char* first_significant = nullptr;
};

inline constexpr int exponent_limit = 100'000'000; // far beyond any double, far below the largest int

constexpr int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return 99;
}

/// Where a run of digits ended, and what was in it.
struct digit_run {
  const char* next;
  bool ok;
  bool has_point;
};

constexpr digit_run scan_digits(const char* next, const char* last, literal_scan& scan) {
  const auto base = static_cast<unsigned>(scan.base);
  const std::uint64_t room = base == 10 ? 1'000'000'000'000'000'000u : std::uint64_t{1} << 60;
  bool has_digits = false, has_point = false;
  char before = '\0'; // a separator stands between two digits
  bool ok = true;
  for (; next != last; ++next) {
    const char c = *next;
    const auto digit = static_cast<unsigned>(digit_value(c));
    if (digit < base) {
      has_digits = true;
      if (has_point) ++scan.fraction_digits;
      if (digit != 0 || scan.significant != 0) {
        if (scan.significant++ == 0) scan.first_significant = next;
        if (scan.leading < room) {
          scan.leading = scan.leading * base + digit;
          ++scan.leading_digits;
        } else {
          scan.truncated = true;
          scan.inexact = scan.inexact || digit != 0;
        }
      }
    } else if (c == '.') {
      ok = ok && !has_point && before != '\'';
      has_point = true;
    } else if (c == '\'') {
      ok = ok && before != '\0' && before != '.' && before != '\'';
    } else {
      break;
    }
    before = c;
  }
  return {next, ok && has_digits && before != '\'', has_point};
}

/// The digits after e or p, with a sign or without.
constexpr const char* scan_exponent(const char* next, const char* last, literal_scan& scan) {
  const bool negative = next != last && *next == '-';
  if (next != last && (*next == '+' || *next == '-')) ++next;
  char before = '\'';
  for (; next != last; ++next) {
    const bool digit = *next >= '0' && *next <= '9';
    if (!digit && (*next != '\'' || before == '\'')) break;
    if (digit && scan.exponent < exponent_limit) scan.exponent = scan.exponent * 10 + (*next - '0');
    before = *next;
  }
  scan.ok = scan.ok && before != '\'';
  if (scan.exponent > exponent_limit) scan.exponent = exponent_limit;
  if (negative) scan.exponent = -scan.exponent;
  return next;
}

constexpr literal_scan scan_literal(const char* first, const char* last) {
  literal_scan scan;
  const char second = last - first > 1 ? first[1] : '\0';
  const bool leading_zero = first != last && *first == '0';
  const bool hexadecimal = leading_zero && (second == 'x' || second == 'X');
  const bool binary = leading_zero && (second == 'b' || second == 'B');
  if (hexadecimal) scan.base = 16;
  if (binary) scan.base = 2;

  const digit_run digits = scan_digits(hexadecimal || binary ? first + 2 : first, last, scan);
  scan.ok = digits.ok;
  const char* next = digits.next;
  const bool has_exponent =
      next != last && !binary && (hexadecimal ? *next == 'p' || *next == 'P' : *next == 'e' || *next == 'E');
  if (has_exponent) next = scan_exponent(next + 1, last, scan);
  const bool stray_point = digits.has_point && (binary || (hexadecimal && !has_exponent));
  if (next != last || stray_point) scan.ok = false;

  // An integer with a leading 0 is octal: only now is it known that no point and no exponent follow.
  if (scan.ok && leading_zero && scan.base == 10 && !digits.has_point && !has_exponent) {
    scan = literal_scan{};
    scan.base = 8;
    const digit_run octal = scan_digits(first, last, scan);
    scan.ok = octal.ok && octal.next == last;
  }
  return scan;
}

} // namespace tapeless::math::detail
