// SPDX-License-Identifier: BSL-1.0
#pragma once

// The one place where an exact value becomes a double: round half to even, through subnormals to zero and to infinity.
// in: 64 significant bits, a binary exponent, and whether more ones follow.  out: the nearest double ≥ 0.

#include <bit>
#include <cstdint>

#include <tapeless/math/basic.hpp>

namespace tapeless::math {

/// The double nearest to (significand + rest) * 2^exponent, where 0 < rest < 1 if `inexact`, else rest = 0.
/// If `inexact`, the significand must have at least 55 bits.
constexpr double round_to_double(std::uint64_t significand, int exponent, bool inexact) {
  if (significand == 0) return 0.0;
  const int zeros = std::countl_zero(significand);
  const std::uint64_t normalised = significand << zeros;
  const int leading = exponent - zeros + 63; // the exponent of the leading bit
  if (leading > 1023) return infinity<double>;
  const int excess = leading < -1022 ? 11 + (-1022 - leading) : 11; // bits below the last place of the result
  if (excess > 64) return 0.0;
  const std::uint64_t kept = excess == 64 ? 0 : normalised >> excess;
  const std::uint64_t dropped = excess == 64 ? normalised : normalised << (64 - excess);
  const bool up = dropped > sign_bit || (dropped == sign_bit && (inexact || (kept & 1) != 0));
  // A carry out of the fraction raises the exponent by itself, up to infinity.
  const std::uint64_t biased = leading < -1022 ? 0 : static_cast<std::uint64_t>(leading + 1022);
  return from_bits((biased << 52) + kept + (up ? 1u : 0u));
}

} // namespace tapeless::math
