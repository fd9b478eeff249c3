// SPDX-License-Identifier: BSL-1.0
#pragma once

// sqrt, correctly rounded.
// in: any value.  out: the nearest value to the root; -0 for -0, NaN for negative values, the same bits in constant
// expressions (in integers there) and at run time (the instruction).

#include <bit>
#include <concepts>
#include <cstdint>
#include <type_traits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/exact_fma.hpp>
#include <tapeless/math/extended.hpp>
#include <tapeless/math/libm.hpp>
#include <tapeless/math/wide.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

constexpr double constant_sqrt(double x) {
  if (is_nan(x) || x == 0 || x == infinity<double>) return x;
  if (x < 0) return not_a_number<double>;
  // x = m * 2^(2 half) with m in [2^104, 2^106), so that the root of m has the 53 bits of the result
  const unpacked parts = unpack(x);
  const int zeros = std::countl_zero(parts.significand);
  const int leading = parts.exponent + 63 - zeros;
  const int half = (leading - 104 - (leading & 1)) / 2;
  const uint128 m = uint128{0, parts.significand} << (parts.exponent - 2 * half);
  // Newton's iteration in doubles gives the root but for the last place
  const double size = (static_cast<double>(m.high) * 0x1p64 + static_cast<double>(m.low)) * 0x1p-104;
  double estimate = 0.5 + 0.5 * size;
  for (int i = 0; i < 6; ++i)
    estimate = 0.5 * (estimate + size / estimate);
  auto root = static_cast<std::uint64_t>(estimate * 0x1p52);
  // root is the nearest integer when (2 root - 1)^2 < 4 m < (2 root + 1)^2; equality cannot happen
  const uint128 target = m << 2;
  while (multiply_wide(2 * root + 1, 2 * root + 1) < target)
    ++root;
  while (target < multiply_wide(2 * root - 1, 2 * root - 1))
    --root;
  return static_cast<double>(root) * power_of_two(half);
}

/// Without the call that __builtin_sqrt makes for the sake of errno when the operand is negative.
TAPELESS_INLINE inline double hardware_sqrt(double x) {
#if defined(__clang__) && __has_builtin(__builtin_elementwise_sqrt)
  return __builtin_elementwise_sqrt(x);
#elif defined(__GNUC__) && defined(__SSE2__)
  using lanes = double __attribute__((vector_size(16)));
  return __builtin_ia32_sqrtpd(lanes{x, x})[0];
#else
  return __builtin_sqrt(x);
#endif
}

} // namespace detail

template <std::floating_point T>
TAPELESS_INLINE constexpr T sqrt(T x) {
  if constexpr (std::same_as<T, double>) {
    return std::is_constant_evaluated() ? detail::constant_sqrt(x) : detail::hardware_sqrt(x);
  } else if constexpr (std::same_as<T, float>) {
    // A double has more than twice the bits of a float: rounding twice is harmless.
    return static_cast<float>(sqrt(static_cast<double>(x)));
  } else {
    return std::is_constant_evaluated() ? extended::sqrt(x) : libm::sqrt(x);
  }
}

} // namespace tapeless::math
