// SPDX-License-Identifier: BSL-1.0
#pragma once

// The few bit-level helpers that the other files of math/ are made of.
// in: a floating-point value.  out: its bits, class, sign; selections that need no jump.

#include <cfloat>
#include <concepts>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <tapeless/meta/target.hpp>

// The functions split numbers by rounding, which is wrong by whole numbers where registers hold more bits than the type.
#if FLT_EVAL_METHOD == 1 || FLT_EVAL_METHOD == 2
#error "tapeless: arithmetic requires the precision of its type; here it has more (FLT_EVAL_METHOD); on x86 add -msse2 -mfpmath=sse"
#endif

// They find NaN and infinity by comparing, and undo additions on purpose. (Reassociation alone is told by GCC only.)
#if defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) || __FINITE_MATH_ONLY__
#error "tapeless: arithmetic requires IEEE 754's rounding, infinities and NaN, which -ffast-math, -Ofast, -funsafe-math-optimizations, -fassociative-math and -ffinite-math-only give up; compile the files that call programs without them"
#endif

namespace tapeless::math {

template <std::floating_point T>
inline constexpr T infinity = std::numeric_limits<T>::infinity();

template <std::floating_point T>
inline constexpr T not_a_number = std::numeric_limits<T>::quiet_NaN();

TAPELESS_LEAF constexpr std::uint64_t to_bits(double x) { return __builtin_bit_cast(std::uint64_t, x); }
TAPELESS_LEAF constexpr std::uint32_t to_bits(float x) { return __builtin_bit_cast(std::uint32_t, x); }
TAPELESS_LEAF constexpr double from_bits(std::uint64_t bits) { return __builtin_bit_cast(double, bits); }
TAPELESS_LEAF constexpr float from_bits(std::uint32_t bits) { return __builtin_bit_cast(float, bits); }

inline constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
inline constexpr std::uint64_t exponent_bits = std::uint64_t{0x7ff} << 52;
inline constexpr std::uint64_t fraction_bits = (std::uint64_t{1} << 52) - 1;

/// 2^exponent, for an exponent of a normal double (-1022 … 1023). Excess high bits of the sum fall off.
TAPELESS_LEAF constexpr double power_of_two(std::int64_t exponent) {
  return from_bits(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

template <std::floating_point T>
TAPELESS_LEAF constexpr T abs(T x) {
  if constexpr (std::same_as<T, double>) {
    return from_bits(to_bits(x) & ~sign_bit);
  } else if constexpr (std::same_as<T, float>) {
    return from_bits(to_bits(x) & ~(std::uint32_t{1} << 31));
  } else {
    return x == 0 ? T{0} : (x < 0 ? -x : x);
  }
}

constexpr bool bit_of(std::uint64_t bits, int k) { return (bits >> k & 1) != 0; }

/// NaN is found without an ordered comparison, which GCC refuses in constant expressions.
template <std::floating_point T>
TAPELESS_LEAF constexpr bool is_nan(T x) {
  return x != x;
}

template <std::floating_point T>
TAPELESS_LEAF constexpr bool is_inf(T x) {
  return x == infinity<T> || x == -infinity<T>;
}

template <std::floating_point T>
TAPELESS_LEAF constexpr bool is_finite(T x) {
  return !is_nan(x) && !is_inf(x);
}

/// The magnitude of the first with the sign of the second.
template <std::floating_point T>
TAPELESS_LEAF constexpr T copy_sign(T magnitude, T sign) {
  if constexpr (std::same_as<T, double>) {
    return from_bits((to_bits(magnitude) & ~sign_bit) | (to_bits(sign) & sign_bit));
  } else if constexpr (std::same_as<T, float>) {
    return __builtin_copysignf(magnitude, sign);
  } else {
    return __builtin_copysignl(magnitude, sign);
  }
}

/// The same for a magnitude whose sign is not set: in lanes an operation less.
template <std::floating_point T>
TAPELESS_LEAF constexpr T with_sign_of(T sign, T magnitude) {
  return copy_sign(magnitude, sign);
}

/// condition ? yes : no. GCC makes jumps of a scalar ?: whose sides are in vector registers, hence the mask. Clang
/// makes none where the target can blend (SSE4.1, AVX, ARM).
template <class T>
  requires std::same_as<T, double> || std::same_as<T, float>
TAPELESS_LEAF constexpr T select(bool condition, T yes, std::type_identity_t<T> no) {
#if defined(__GNUC__) && !defined(__clang__)
  if (!std::is_constant_evaluated()) {
    auto mask = decltype(to_bits(yes)){0} - static_cast<decltype(to_bits(yes))>(condition);
    asm("" : "+r"(mask));  // or it would jump over what leads to the side that is not taken
    return from_bits((to_bits(yes) & mask) | (to_bits(no) & ~mask));
  }
#endif
  return condition ? yes : no;
}

/// a > b ? a : b, and a < b ? a : b. Of a NaN and a number both are b.
template <std::floating_point T>
TAPELESS_LEAF constexpr T larger(T a, T b) {
  return select(a > b, a, b);
}
template <std::floating_point T>
TAPELESS_LEAF constexpr T smaller(T a, T b) {
  return select(a < b, a, b);
}

/// x times a power of two. In constant expressions an overflow is no error but infinity, as at run time.
TAPELESS_LEAF constexpr double product_or_infinity(double x, double power) {
  if (std::is_constant_evaluated() && power > 1 && abs(x) > std::numeric_limits<double>::max() / power)
    return copy_sign(infinity<double>, x);
  return x * power;
}

TAPELESS_LEAF constexpr float product_or_infinity(float x, float power) {
  if (std::is_constant_evaluated() && power > 1 && abs(x) > std::numeric_limits<float>::max() / power)
    return x < 0 ? -infinity<float> : infinity<float>;
  return x * power;
}

/// A double rounded to float. In constant expressions an overflow is no error but infinity, as at run time.
TAPELESS_LEAF constexpr float to_float(double x) {
  if (std::is_constant_evaluated() && !is_nan(x) && abs(x) >= 0x1.ffffffp127) {
    return copy_sign(infinity<float>, x < 0 ? -1.0f : 1.0f);
  }
  return static_cast<float>(x);
}

} // namespace tapeless::math
