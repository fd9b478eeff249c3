// SPDX-License-Identifier: BSL-1.0
#pragma once
// tan and the inverse trigonometric functions, in radians, element by element.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// d(tan a) = (1 + tan²a)·da
template <>
struct entry<operation::tan> : elementwise_of<1> {
  static constexpr std::string_view name = "tan";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::tan(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta * (1.0 + square(y));
  }
};

// d(asin a) = da/√((1 - a)·(1 + a)); +inf at ±1
template <>
struct entry<operation::asin> : elementwise_of<1> {
  static constexpr std::string_view name = "asin";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::asin(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / sqrt((1.0 - x[0]) * (1.0 + x[0]));
  }
};

// d(acos a) = -da/√((1 - a)·(1 + a)); -inf at ±1
template <>
struct entry<operation::acos> : elementwise_of<1> {
  static constexpr std::string_view name = "acos";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::acos(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return -(delta / sqrt((1.0 - x[0]) * (1.0 + x[0])));
  }
};

// d(atan a) = da/(1 + a²)
template <>
struct entry<operation::atan> : elementwise_of<1> {
  static constexpr std::string_view name = "atan";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::atan(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / (1.0 + square(x[0]));
  }
};

// The angle of the point (b, a): d = (b·da - a·db)/(a² + b²), with r² = a² + b² divided by r twice, for it may overflow.
// No derivative at the origin: NaN.
template <>
struct entry<operation::atan2> : elementwise_of<2> {
  static constexpr std::string_view name = "atan2";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return Math::atan2(a, b);
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    const Term r = hypot(x[0], x[1]);
    return slot == 0 ? delta * (x[1] / r / r) : -(delta * (x[0] / r / r));
  }
};

}  // namespace tapeless::op
