// SPDX-License-Identifier: BSL-1.0
#pragma once
// Constants in types. `real` is a double that can be a template argument on every supported compiler; the exact_*
// functions fold two constants only where the result is exact, so that folding never changes a value.
#include <bit>
#include <concepts>
#include <cstdint>
#include <tapeless/meta/failure.hpp>
#include <tapeless/meta/maybe.hpp>

namespace tapeless {

/// The value of a constant, by its bits. Converts from any number that a double holds exactly.
struct real {
  std::uint64_t bits = 0;

  constexpr real(double given_number) : bits(std::bit_cast<std::uint64_t>(given_number + 0.0)) {}  // -0 becomes 0
  constexpr real(std::integral auto given_number) : real(static_cast<double>(given_number)) {
    using integer = decltype(given_number);
    if (static_cast<integer>(static_cast<double>(given_number)) != given_number) meta::refuse("tapeless: this integer is not exact as a double");
  }
  constexpr double value() const { return std::bit_cast<double>(bits); }
  bool operator==(const real&) const = default;
};

namespace node {

constexpr double real_value(std::uint64_t payload) { return std::bit_cast<double>(payload); }
constexpr std::uint64_t payload_of(double v) { return real(v).bits; }

/// How many bits of the significand are in use.
constexpr int significant_bits(double v) {
  const auto mantissa = (std::bit_cast<std::uint64_t>(v) & 0x000f'ffff'ffff'ffff) | 0x0010'0000'0000'0000;
  return 53 - std::countr_zero(mantissa);
}

/// The binary exponent; of 0, far below all others.
constexpr int exponent(double v) {
  return v == 0 ? -4000 : static_cast<int>(std::bit_cast<std::uint64_t>(v) >> 52 & 0x7ff) - 1023;
}

/// Far from overflow and from the subnormals, so that the error of one operation is a double too.
constexpr bool well_inside(double v) { return v == 0 || (exponent(v) > -900 && exponent(v) < 900); }

constexpr meta::maybe<double> exact_sum(double a, double b) {
  if (!well_inside(a) || !well_inside(b)) return {};
  const double s = a + b, t = s - a;  // Knuth's two-sum: the error of s
  if ((a - (s - t)) + (b - t) != 0) return {};
  return s;
}

constexpr meta::maybe<double> exact_product(double a, double b) {
  if (!well_inside(a) || !well_inside(b)) return {};
  if (a == 0 || b == 0) return 0.0;
  const int e = exponent(a) + exponent(b);
  if (e < -900 || e > 900 || significant_bits(a) + significant_bits(b) > 53) return {};
  return a * b;
}

constexpr meta::maybe<double> exact_quotient(double a, double b) {
  if (b == 0 || !well_inside(a) || !well_inside(b)) return {};
  const int e = exponent(a) - exponent(b);
  if (a != 0 && (e < -900 || e > 900)) return {};
  const double q = a / b;
  const auto back = exact_product(q, b);
  if (!back || *back != a) return {};
  return q;
}

}  // namespace node
}  // namespace tapeless
