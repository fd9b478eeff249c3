// SPDX-License-Identifier: BSL-1.0
#pragma once
// Constants in types. `real` is a double that can be a template argument on every supported compiler; the exact_*
// functions fold two constants only where the result is exact, so that folding never changes a value.
#include <bit>
#include <concepts>
#include <cstdint>
#include <optional>

namespace tapeless {

/// The value of a constant, by its bits. Converts from any number that a double holds exactly.
struct real {
  std::uint64_t bits = 0;

  constexpr real(double v) : bits(std::bit_cast<std::uint64_t>(v + 0.0)) {}  // -0 becomes 0
  constexpr real(std::integral auto v) : real(static_cast<double>(v)) {
    using integer = decltype(v);
    if (static_cast<integer>(static_cast<double>(v)) != v) throw "tapeless: this integer is not exact as a double";
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

/// Neither overflowed nor so small that bits were lost.
constexpr bool well_inside(double v) {
  const double a = v < 0 ? -v : v;
  return a == 0 || (a > 0x1p-960 && a < 0x1p+1000);
}

constexpr std::optional<double> exact_sum(double a, double b) {
  if (!well_inside(a) || !well_inside(b)) return {};
  const double s = a + b, t = s - a;  // Knuth's two-sum: the error of s
  return (a - (s - t)) + (b - t) == 0 ? std::optional(s) : std::nullopt;
}

constexpr std::optional<double> exact_product(double a, double b) {
  if (!well_inside(a) || !well_inside(b) || significant_bits(a) + significant_bits(b) > 53) return {};
  const double p = a * b;
  return well_inside(p) ? std::optional(p) : std::nullopt;
}

constexpr std::optional<double> exact_quotient(double a, double b) {
  if (b == 0 || !well_inside(a) || !well_inside(b)) return {};
  const double q = a / b;
  const auto back = exact_product(q, b);
  return back && *back == a ? std::optional(q) : std::nullopt;
}

}  // namespace node
}  // namespace tapeless
