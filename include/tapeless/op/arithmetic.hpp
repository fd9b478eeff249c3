// SPDX-License-Identifier: BSL-1.0
#pragma once
// Sums, products and quotients, element by element.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// d(-a) = -da
template <>
struct entry<operation::negate> : elementwise_of<1> {
  static constexpr std::string_view name = "negate";
  static constexpr bool is_simple = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return -a;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return -delta;
  }
};

// d(a+b) = da + db
template <>
struct entry<operation::add> : elementwise_of<2> {
  static constexpr std::string_view name = "add";
  static constexpr bool is_simple = true;
  static constexpr bool commutative = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return a + b;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta;
  }
};

// d(a-b) = da - db
template <>
struct entry<operation::subtract> : elementwise_of<2> {
  static constexpr std::string_view name = "subtract";
  static constexpr bool is_simple = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return a - b;
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term*) {
    return slot == 0 ? delta : -delta;
  }
};

// d(a·b) = b·da + a·db, element by element
template <>
struct entry<operation::multiply> : elementwise_of<2> {
  static constexpr std::string_view name = "multiply";
  static constexpr bool is_simple = true;
  static constexpr bool commutative = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return a * b;
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return delta * x[1 - slot];
  }
};

// d(a/b) = da/b - (a/b)·db/b: both share the quotient delta/b; d(1/b) = -(1/b)²·db
template <>
struct entry<operation::divide> : elementwise_of<2> {
  static constexpr std::string_view name = "divide";
  static constexpr bool is_simple = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b) {
    return a / b;
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term y, Term delta, const Term* x) {
    if (slot == 1 && x[0].is_one()) return -(delta * y * y);
    return slot == 0 ? delta / x[1] : -(delta / x[1] * y);
  }
};

// d(a²) = 2a·da
template <>
struct entry<operation::square> : elementwise_of<1> {
  static constexpr std::string_view name = "square";
  static constexpr bool is_simple = true;
  template <class, class T>
  TAPELESS_INLINE static constexpr T value(T a) {
    return a * a;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * (2.0 * x[0]);
  }
};

/// Payloads of multiply_add: either, or the sum of both.
inline constexpr std::uint64_t minus_product = 1;
inline constexpr std::uint64_t minus_addend = 2;

// a·b + c with signs, rounded once where the target can; made by pass/rewrite only, so its derivative is never asked for
template <std::uint64_t Signs>
struct signed_multiply_add : elementwise_of<3> {
  static constexpr std::string_view name = "multiply_add";
  static constexpr bool is_simple = true;
  static constexpr unsigned operations = 2;
  template <class Math, class T>
  TAPELESS_INLINE static constexpr T value(T a, T b, T c) {
    if constexpr (Signs == (minus_product | minus_addend)) return Math::fma(T(-a), b, T(-c));
    else if constexpr (Signs == minus_product) return Math::fma(T(-a), b, c);
    else if constexpr (Signs == minus_addend) return Math::fma(a, b, T(-c));
    else return Math::fma(a, b, c);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta;
  }
};
template <>
struct entry<operation::multiply_add> : signed_multiply_add<0> {};

}  // namespace tapeless::op
