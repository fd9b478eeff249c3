// SPDX-License-Identifier: BSL-1.0
#pragma once
// Exponentials, logarithms, hyperbolic functions and the error function, element by element.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// Irrational factors are functions of numbers, so that they have the digits of the scalar type, whatever that is.
/// 2/√π
template <class Term>
constexpr Term two_over_root_pi(Term a) {
  return 2.0 / sqrt(acos(a.number(-1.0)));
}

// d(2ᵃ) = ln 2·2ᵃ·da
template <>
struct entry<operation::exp2> : elementwise_of<1> {
  static constexpr std::string_view name = "exp2";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::exp2(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta * (log(y.number(2.0)) * y);
  }
};

// d(eᵃ - 1) = eᵃ·da; not y + 1, which loses what is below the last place of 1
template <>
struct entry<operation::expm1> : elementwise_of<1> {
  static constexpr std::string_view name = "expm1";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::expm1(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * exp(x[0]);
  }
};

// d(log₂ a) = da/(a·ln 2)
template <>
struct entry<operation::log2> : elementwise_of<1> {
  static constexpr std::string_view name = "log2";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::log2(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / (log(delta.number(2.0)) * x[0]);
  }
};

// d(log₁₀ a) = da/(a·ln 10)
template <>
struct entry<operation::log10> : elementwise_of<1> {
  static constexpr std::string_view name = "log10";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::log10(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / (log(delta.number(10.0)) * x[0]);
  }
};

// d(log(1 + a)) = da/(1 + a)
template <>
struct entry<operation::log1p> : elementwise_of<1> {
  static constexpr std::string_view name = "log1p";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::log1p(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / (1.0 + x[0]);
  }
};

// d(sinh a) = cosh(a)·da
template <>
struct entry<operation::sinh> : elementwise_of<1> {
  static constexpr std::string_view name = "sinh";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::sinh(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * cosh(x[0]);
  }
};

// d(cosh a) = sinh(a)·da
template <>
struct entry<operation::cosh> : elementwise_of<1> {
  static constexpr std::string_view name = "cosh";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::cosh(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * sinh(x[0]);
  }
};

// d(asinh a) = da/√(1 + a²), by hypot: a² may overflow
template <>
struct entry<operation::asinh> : elementwise_of<1> {
  static constexpr std::string_view name = "asinh";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::asinh(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / hypot(x[0].number(1.0), x[0]);
  }
};

// d(acosh a) = da/(√(a - 1)·√(a + 1)); +inf at 1
template <>
struct entry<operation::acosh> : elementwise_of<1> {
  static constexpr std::string_view name = "acosh";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::acosh(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / (sqrt(x[0] - 1.0) * sqrt(x[0] + 1.0));
  }
};

// d(atanh a) = da/((1 - a)·(1 + a)); +inf at ±1
template <>
struct entry<operation::atanh> : elementwise_of<1> {
  static constexpr std::string_view name = "atanh";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::atanh(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / ((1.0 - x[0]) * (1.0 + x[0]));
  }
};

// d(erf a) = 2/√π·exp(-a²)·da
template <>
struct entry<operation::erf> : elementwise_of<1> {
  static constexpr std::string_view name = "erf";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::erf(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * (two_over_root_pi(delta) * exp(-square(x[0])));
  }
};

// erfc a = 1 - erf a, without the loss: d(erfc a) = -2/√π·exp(-a²)·da
template <>
struct entry<operation::erfc> : elementwise_of<1> {
  static constexpr std::string_view name = "erfc";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::erfc(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return -(delta * (two_over_root_pi(delta) * exp(-square(x[0]))));
  }
};

}  // namespace tapeless::op
