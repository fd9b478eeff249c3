// SPDX-License-Identifier: BSL-1.0
#pragma once
// Absolute value, roots and powers, element by element.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// |a|; d|a| = sign(a)·da, 0 at 0
template <>
struct entry<operation::abs> : elementwise_of<1> {
  static constexpr std::string_view name = "abs";
  static constexpr bool is_simple = true;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::abs(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * sign(x[0]);
  }
};

// -1, 0 or 1 (NaN for NaN); its derivative is 0 everywhere
template <>
struct entry<operation::sign> : elementwise_of<1> {
  static constexpr std::string_view name = "sign";
  static constexpr bool compares = true;
  static constexpr bool is_simple = true;
  static constexpr unsigned jumps_by = 0b1;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::select(a > T(0), T(1), Math::select(a < T(0), T(-1), a));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta.filled(0.0);
  }
};

// d∛a = da/(3·(∛a)²); +inf at 0
template <>
struct entry<operation::cbrt> : elementwise_of<1> {
  static constexpr std::string_view name = "cbrt";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::cbrt(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta / (3.0 * square(y));
  }
};

// d(aᵇ) = b·aᵇ⁻¹·da + log(a)·aᵇ·db. By a constant b it is exact at a = 0, and for b = 0 it is 0 wherever a is;
// by b it is 0 at a = 0 for b ≥ 0.
template <>
struct entry<operation::pow> : elementwise_of<2> {
  static constexpr std::string_view name = "pow";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::pow(a, b);
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term y, Term delta, const Term* x) {
    if (slot == 0) {
      const Term slope = x[1] * pow(x[0], x[1] - 1.0);
      return delta * (x[1].is_constant() ? slope : select(x[1], slope, 0.0));
    }
    const Term slope = y * log(x[0]);
    return delta * select(x[0], slope, select(lt(x[1], 0.0), slope, 0.0));
  }
};

// √(a² + b²) over the whole range; d = (a·da + b·db)/y, 0 at the origin
template <>
struct entry<operation::hypot> : elementwise_of<2> {
  static constexpr std::string_view name = "hypot";
  static constexpr bool commutative = true;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::hypot(a, b);
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term y, Term delta, const Term* x) {
    return select(y, delta * (x[slot] / y), 0.0);
  }
};

}  // namespace tapeless::op
