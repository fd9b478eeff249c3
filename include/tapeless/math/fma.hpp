// SPDX-License-Identifier: BSL-1.0
#pragma once

// fma(a, b, c): one rounding where the target has such an instruction, a*b + c (two roundings) where it has not.
// in: three floats, doubles or long doubles.  out: the same bits in constant expressions and at run time.

#include <concepts>
#include <type_traits>

#include <tapeless/math/exact_fma.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

/// Whether fma() of this type rounds once.
template <std::floating_point T>
inline constexpr bool has_fma = std::same_as<T, double>  ? TAPELESS_HAS_FMA != 0
                                : std::same_as<T, float> ? TAPELESS_HAS_FMA_FLOAT != 0
                                                         : false;

template <std::floating_point T>
TAPELESS_LEAF constexpr T fma(T a, T b, T c) {
  if constexpr (!has_fma<T>) {
    return a * b + c;
  } else {
    if (std::is_constant_evaluated()) return exact_fma(a, b, c);
    if constexpr (std::same_as<T, float>) {
      return __builtin_fmaf(a, b, c);
    } else {
      return __builtin_fma(a, b, c);
    }
  }
}

} // namespace tapeless::math
