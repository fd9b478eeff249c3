// SPDX-License-Identifier: BSL-1.0
#pragma once

// A 128-bit unsigned integer of two 64-bit words, for targets that have no __int128 too.
// in: 64-bit words.  out: exact products, sums and shifts of 128 bits.

#include <bit>
#include <cstdint>

namespace tapeless::math {

struct uint128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
};

constexpr bool operator<(uint128 a, uint128 b) { return a.high != b.high ? a.high < b.high : a.low < b.low; }

constexpr uint128 operator+(uint128 a, uint128 b) {
  const std::uint64_t low = a.low + b.low;
  return {a.high + b.high + (low < a.low ? 1u : 0u), low};
}

constexpr uint128 operator-(uint128 a, uint128 b) {
  return {a.high - b.high - (a.low < b.low ? 1u : 0u), a.low - b.low};
}

/// Zero for shifts of 128 and more.
constexpr uint128 operator<<(uint128 a, int count) {
  if (count == 0) return a;
  if (count >= 128) return {};
  if (count >= 64) return {a.low << (count - 64), 0};
  return {(a.high << count) | (a.low >> (64 - count)), a.low << count};
}

/// A right shift whose lowest bit remembers whether any one was shifted out ("sticky").
constexpr uint128 shift_right_sticky(uint128 a, int count) {
  if (count == 0) return a;
  if (count >= 128) return {0, (a.high | a.low) != 0 ? 1u : 0u};
  if (count >= 64) {
    const bool lost = a.low != 0 || (count > 64 && (a.high << (128 - count)) != 0);
    return {0, (a.high >> (count - 64)) | (lost ? 1u : 0u)};
  }
  const bool lost = (a.low << (64 - count)) != 0;
  return {a.high >> count, (a.high << (64 - count)) | (a.low >> count) | (lost ? 1u : 0u)};
}

constexpr int leading_zeros(uint128 a) { return a.high != 0 ? std::countl_zero(a.high) : 64 + std::countl_zero(a.low); }

/// The exact product of two words.
constexpr uint128 multiply_wide(std::uint64_t a, std::uint64_t b) {
  constexpr std::uint64_t half = 0xffffffffu;
  const std::uint64_t low = (a & half) * (b & half);
  const std::uint64_t cross = (a >> 32) * (b & half) + (low >> 32);
  const std::uint64_t other = (a & half) * (b >> 32) + (cross & half);
  return {(a >> 32) * (b >> 32) + (cross >> 32) + (other >> 32), (other << 32) | (low & half)};
}

/// The upper half of the 256-bit product, too small by at most 2.
constexpr uint128 multiply_high(uint128 a, uint128 b) {
  const uint128 cross = multiply_wide(a.high, b.low);
  const uint128 other = multiply_wide(a.low, b.high);
  const std::uint64_t middle = cross.low + other.low;
  return multiply_wide(a.high, b.high) + uint128{0, cross.high} + uint128{0, other.high} +
         uint128{0, middle < cross.low ? 1u : 0u};
}

} // namespace tapeless::math
