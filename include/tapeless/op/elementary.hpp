// SPDX-License-Identifier: BSL-1.0
#pragma once
// Elementary functions, element by element. The function itself comes from the Math policy.
// sqrt, exp, tanh and sigmoid use their own value y in the derivative.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// d√a = da/(2√a); +inf at 0
template <>
struct entry<operation::sqrt> : elementwise_of<1> {
  static constexpr std::string_view name = "sqrt";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::sqrt(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta * (0.5 / y);
  }
};

// d(exp a) = exp(a)·da
template <>
struct entry<operation::exp> : elementwise_of<1> {
  static constexpr std::string_view name = "exp";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::exp(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta * y;
  }
};

// d(log a) = da/a
template <>
struct entry<operation::log> : elementwise_of<1> {
  static constexpr std::string_view name = "log";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::log(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta / x[0];
  }
};

// d(sin a) = cos(a)·da
template <>
struct entry<operation::sin> : elementwise_of<1> {
  static constexpr std::string_view name = "sin";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::sin(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * cos(x[0]);
  }
};

// d(cos a) = -sin(a)·da
template <>
struct entry<operation::cos> : elementwise_of<1> {
  static constexpr std::string_view name = "cos";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::cos(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return -(delta * sin(x[0]));
  }
};

// d(tanh a) = (1 - tanh²a)·da
template <>
struct entry<operation::tanh> : elementwise_of<1> {
  static constexpr std::string_view name = "tanh";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::tanh(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta * (1.0 - square(y));
  }
};

// σ(a) = 1/(1 + exp(-a)), dσ = σ·(1 - σ)·da
template <>
struct entry<operation::sigmoid> : elementwise_of<1> {
  static constexpr std::string_view name = "sigmoid";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::sigmoid(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return delta * (y * (1.0 - y));
  }
};

// max(a, 0); derivative 1 for a > 0, else 0, at the kink too
template <>
struct entry<operation::relu> : elementwise_of<1> {
  static constexpr std::string_view name = "relu";
  static constexpr bool compares = true;
  static constexpr bool is_simple = true;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::select(a < T(0), T(0), a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return select(gt(x[0], 0.0), delta, 0.0);
  }
};

// log(1 + exp a), d = σ(a)·da
template <>
struct entry<operation::softplus> : elementwise_of<1> {
  static constexpr std::string_view name = "softplus";
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return Math::softplus(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * sigmoid(x[0]);
  }
};

}  // namespace tapeless::op
