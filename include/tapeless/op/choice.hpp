// SPDX-License-Identifier: BSL-1.0
#pragma once
// Comparison and choice, element by element. A condition is 1 or 0; its derivative is 0 everywhere.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

struct comparison : elementwise_of<2> {
  static constexpr bool compares = true;
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta.filled(0.0);
  }
};

template <>
struct entry<operation::greater> : comparison {
  static constexpr std::string_view name = "greater";
  static constexpr bool is_simple = true;
  static constexpr unsigned jumps_by = 0b11;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::select(a > b, T(1), T(0));
  }
};

template <>
struct entry<operation::less> : comparison {
  static constexpr std::string_view name = "less";
  static constexpr bool is_simple = true;
  static constexpr unsigned jumps_by = 0b11;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::select(a < b, T(1), T(0));
  }
};

template <>
struct entry<operation::less_equal> : comparison {
  static constexpr std::string_view name = "less_equal";
  static constexpr bool is_simple = true;
  static constexpr unsigned jumps_by = 0b11;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::select(a <= b, T(1), T(0));
  }
};

template <>
struct entry<operation::greater_equal> : comparison {
  static constexpr std::string_view name = "greater_equal";
  static constexpr bool is_simple = true;
  static constexpr unsigned jumps_by = 0b11;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::select(a >= b, T(1), T(0));
  }
};

// c ? a : b. The contribution is chosen, not multiplied by 0, so an infinite adjoint of the branch not taken does not
// show; diff/mask.hpp keeps the derivatives inside that branch out as well.
template <>
struct entry<operation::select> : elementwise_of<3> {
  static constexpr std::string_view name = "select";
  static constexpr bool compares = true;
  static constexpr bool is_simple = true;
  static constexpr unsigned jumps_by = 0b1;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T c, T a, T b) {
    return Math::select(c != T(0), a, b);
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slot == 0   ? delta.filled(0.0)
           : slot == 1 ? select(x[0], delta, 0.0)
                       : select(x[0], 0.0, delta);
  }
};

// the smaller of two, NaN if either is; a tie shares the adjoint evenly
template <>
struct entry<operation::min> : elementwise_of<2> {
  static constexpr std::string_view name = "min";
  static constexpr bool compares = true;
  static constexpr bool is_simple = true;
  static constexpr bool commutative = true;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::select(b != b, b, Math::select(b < a, b, a));
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    const Term other = x[1 - slot];
    return select(lt(x[slot], other), delta, select(lt(other, x[slot]), 0.0, 0.5 * delta));
  }
};

// the larger of two, NaN if either is; a tie shares the adjoint evenly
template <>
struct entry<operation::max> : elementwise_of<2> {
  static constexpr std::string_view name = "max";
  static constexpr bool compares = true;
  static constexpr bool is_simple = true;
  static constexpr bool commutative = true;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::select(b != b, b, Math::select(a < b, b, a));
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    const Term other = x[1 - slot];
    return select(gt(x[slot], other), delta, select(gt(other, x[slot]), 0.0, 0.5 * delta));
  }
};

// low where a < low, high where a > high, else a. At a bound a still receives the adjoint.
template <>
struct entry<operation::clamp> : elementwise_of<3> {
  static constexpr std::string_view name = "clamp";
  static constexpr bool compares = true;
  static constexpr bool is_simple = true;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T low, T high) {
    return Math::select(a < low, low, Math::select(high < a, high, a));
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    const Term below = lt(x[0], x[1]), above = gt(x[0], x[2]);
    return slot == 0   ? select(below, 0.0, select(above, 0.0, delta))
           : slot == 1 ? select(below, delta, 0.0)
                       : select(below, 0.0, select(above, delta, 0.0));
  }
};

// a, for which no adjoint is passed on
template <>
struct entry<operation::stop_gradient> : elementwise_of<1> {
  static constexpr std::string_view name = "stop_gradient";
  static constexpr bool is_simple = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return a;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta.filled(0.0);
  }
};

}  // namespace tapeless::op
