// SPDX-License-Identifier: BSL-1.0
#pragma once
// One term of a polynomial: an exact coefficient and a product of powers of atoms. Nothing is ever rounded: what does
// not fit is no result.
#include <bit>
#include <compare>
#include <cstdint>
#include <tapeless/meta/maybe.hpp>

namespace tapeless::pass {

/// significand · 2^exponent, the significand odd or 0: every finite double is one.
struct dyadic {
  std::int64_t significand;
  int exponent;

  bool operator==(const dyadic&) const = default;
  constexpr dyadic operator-() const { return {-significand, exponent}; }
  constexpr int bits() const {
    return 64 - std::countl_zero(static_cast<std::uint64_t>(significand < 0 ? -significand : significand));
  }
  constexpr dyadic reduced() const {
    if (significand == 0) return {0, 0};
    const int zeros = std::countr_zero(static_cast<std::uint64_t>(significand));
    return {significand >> zeros, exponent + zeros};
  }

  static constexpr meta::maybe<dyadic> from(double v) {
    const auto bits = std::bit_cast<std::uint64_t>(v);
    const int biased = static_cast<int>(bits >> 52 & 2047);
    if (biased == 2047) return {};
    const auto fraction = static_cast<std::int64_t>(bits & 0x000f'ffff'ffff'ffff);
    const std::int64_t m = biased == 0 ? fraction : fraction + 0x0010'0000'0000'0000;
    return dyadic{bits >> 63 != 0 ? -m : m, (biased == 0 ? 1 : biased) - 1075}.reduced();
  }
};

/// The product of two odd numbers is odd.
constexpr meta::maybe<dyadic> product(dyadic a, dyadic b) {
  if (a.significand == 0 || b.significand == 0) return dyadic{0, 0};
  if (a.bits() + b.bits() > 62) return {};
  return dyadic{a.significand * b.significand, a.exponent + b.exponent};
}

constexpr meta::maybe<dyadic> sum(dyadic a, dyadic b) {
  if (a.significand == 0) return b;
  if (b.significand == 0) return a;
  const dyadic coarse = a.exponent < b.exponent ? b : a, fine = a.exponent < b.exponent ? a : b;
  const int shift = coarse.exponent - fine.exponent;
  if (coarse.bits() + shift > 61 || fine.bits() > 61) return {};
  return dyadic{coarse.significand * (std::int64_t{1} << shift) + fine.significand, fine.exponent}.reduced();
}

/// A product of powers of at most eight atoms: 16 bits each (atom + 1, exponent), the greatest atom first. The order is
/// the lexicographic one, so a < b implies a·c < b·c.
struct monomial {
  static constexpr int exponent_bits = 5;
  static constexpr std::uint64_t greatest_exponent = (1 << exponent_bits) - 1;
  static constexpr int most_atoms = (1 << (16 - exponent_bits)) - 1;

  std::uint64_t high, low;

  auto operator<=>(const monomial&) const = default;
  constexpr bool is_one() const { return high == 0; }
  constexpr std::uint64_t first() const { return high >> 48; }
  constexpr void drop_first() {
    high = high << 16 | low >> 48;
    low <<= 16;
  }
  static constexpr int atom_of(std::uint64_t factor) { return static_cast<int>(factor >> exponent_bits) - 1; }
  static constexpr std::uint64_t exponent_of(std::uint64_t factor) { return factor & greatest_exponent; }
  static constexpr monomial power(int atom, std::uint64_t exponent) {
    return {static_cast<std::uint64_t>(atom + 1) << (48 + exponent_bits) | exponent << 48, 0};
  }

  /// Without the square of an atom of which it has a power of two or more.
  constexpr monomial without_square(int atom) const {
    monomial rest = *this, result{0, 0};
    for (int place = 0; !rest.is_one(); rest.drop_first()) {
      std::uint64_t factor = rest.first();
      if (atom_of(factor) == atom) factor -= 2;
      if (exponent_of(factor) > 0) (place < 4 ? result.high : result.low) |= factor << (48 - 16 * (place % 4)), ++place;
    }
    return result;
  }
};

constexpr meta::maybe<monomial> product(monomial a, monomial b) {
  if (a.is_one()) return b;
  if (b.is_one()) return a;
  monomial result{0, 0};
  for (int place = 0; !a.is_one() || !b.is_one(); ++place) {
    std::uint64_t factor = a.first();
    const std::uint64_t other = b.first();
    if (monomial::atom_of(factor) == monomial::atom_of(other)) {
      if (monomial::exponent_of(factor) + monomial::exponent_of(other) > monomial::greatest_exponent) return {};
      factor += monomial::exponent_of(other);
      a.drop_first();
      b.drop_first();
    } else if (factor > other) {
      a.drop_first();
    } else {
      factor = other;
      b.drop_first();
    }
    if (place == 8) return {};
    (place < 4 ? result.high : result.low) |= factor << (48 - 16 * (place % 4));
  }
  return result;
}

struct term {
  monomial of;
  dyadic factor;
  bool operator==(const term&) const = default;
};

}  // namespace tapeless::pass
