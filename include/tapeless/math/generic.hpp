// SPDX-License-Identifier: BSL-1.0
#pragma once

// The functions of a number type that is not built in (a SIMD pack, a multiprecision number): its own, found by
// argument-dependent look-up, or composed of them.
// in: a value of a type with arithmetic and those functions.  out: the same type.

#include <concepts>
#include <type_traits>
#include <utility>

#include <tapeless/math/functions.hpp>
#include <tapeless/math/libm.hpp>
#include <tapeless/math/names.hpp>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/sum_of.hpp>

namespace tapeless::math {

/// A number as a T, in every lane of a pack: not every pack is made of every type of number.
template <class T, class Number>
TAPELESS_LEAF constexpr T converted(const Number& a) {
  if constexpr (std::is_arithmetic_v<Number>) return static_cast<T>(static_cast<typename op::number_in<T>::type>(a));
  else return static_cast<T>(a);
}

namespace generic {

/// The arithmetic without which nothing can be a scalar type.
template <class T>
concept has_arithmetic = requires(const T& a) { T(a + a), T(a - a), T(a * a), T(a / a), T(-a), T(0); };

/// Does a T convert to one built-in number, built_in<T>, where a function of them is called?
template <class T>
concept converts = requires(const T& x) { libm::abs(x); };
template <converts T>
using built_in = decltype(libm::abs(std::declval<const T&>()));

namespace lookup {

void sigmoid(); // stop the unqualified look-up here, so that only the type's own functions are found
void softplus();
void select();

template <class Condition, class T>
concept has_select = requires(const Condition& c, const T& a) {
  T(select(c, a, a));
};
template <class Condition, class T>
TAPELESS_LEAF constexpr T call_select(const Condition& condition, const T& yes, const T& no) {
  return T(select(condition, yes, no));
}

template <class T>
concept has_sigmoid = requires(const T& x) {
  T(sigmoid(x));
};

template <class T>
concept has_softplus = requires(const T& x) {
  T(softplus(x));
};

template <class T>
constexpr T call_sigmoid(const T& x) {
  return T(sigmoid(x));
}

template <class T>
constexpr T call_softplus(const T& x) {
  return T(softplus(x));
}

/// The C library's functions are in the global namespace: what they find of a type that converts, abs(int) for one, is not the type's own.
template <class T, class Result>
concept is_own = !(converts<T> && std::is_arithmetic_v<Result>) && requires(const Result& r) { T(r); };

#define TAPELESS_ONE(name)                                                                 \
  void name();                                                                             \
  template <class T>                                                                       \
  concept has_##name = requires(const T& x) { requires is_own<T, decltype(name(x))>; };    \
  template <class T>                                                                       \
  constexpr T call_##name(const T& x) {                                                    \
    return T(name(x));                                                                     \
  }
#define TAPELESS_TWO(name)                                                                 \
  void name();                                                                             \
  template <class T>                                                                       \
  concept has_##name = requires(const T& x) { requires is_own<T, decltype(name(x, x))>; }; \
  template <class T>                                                                       \
  constexpr T call_##name(const T& x, const T& y) {                                        \
    return T(name(x, y));                                                                  \
  }
TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
#undef TAPELESS_ONE
#undef TAPELESS_TWO

} // namespace lookup

/// Conditions that choose between two T: truth values, or masks with where(condition, a) = b or select(condition, a, b).
template <class Condition, class T>
concept chooses = std::is_convertible_v<Condition, bool> || requires(const Condition& c, const T& a, T r) { where(c, r) = a; } ||
                  lookup::has_select<Condition, T>;
template <class T>
concept has_comparisons = requires(const T& a) {
  { a < a } -> chooses<T>;
  { a <= a } -> chooses<T>;
  { a > a } -> chooses<T>;
  { a >= a } -> chooses<T>;
  { a == a } -> chooses<T>;
  { a != a } -> chooses<T>;
};

#define TAPELESS_ONE(name)                                                                                             \
  template <class T>                                                                                                   \
  constexpr T name(const T& x) {                                                                                       \
    if constexpr (lookup::has_##name<T>) {                                                                             \
      return lookup::call_##name(x);                                                                                   \
    } else if constexpr (converts<T>) {                                                                                \
      return T(math::name(static_cast<built_in<T>>(x)));                                                               \
    } else {                                                                                                           \
      static_assert(lookup::has_##name<T>,                                                                             \
                    "tapeless: " #name "(a) of a number type of your own requires its function " #name "; declare it " \
                    "in the type's namespace, before the program is called");                                          \
      return x;                                                                                                        \
    }                                                                                                                  \
  }
#define TAPELESS_TWO(name)                                                                                             \
  template <class T>                                                                                                   \
  constexpr T name(const T& x, const T& y) {                                                                           \
    if constexpr (lookup::has_##name<T>) {                                                                             \
      return lookup::call_##name(x, y);                                                                                \
    } else if constexpr (converts<T>) {                                                                                \
      return T(math::name(static_cast<built_in<T>>(x), static_cast<built_in<T>>(y)));                                  \
    } else {                                                                                                           \
      static_assert(lookup::has_##name<T>,                                                                             \
                    "tapeless: " #name "(a, b) of a number type of your own requires its function " #name "; declare " \
                    "it in the type's namespace, before the program is called");                                       \
      return x;                                                                                                        \
    }                                                                                                                  \
  }
TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
#undef TAPELESS_ONE
#undef TAPELESS_TWO

/// 1/(1 + e^-x): where e^-x overflows to infinity the result is 0.
template <class T>
constexpr T sigmoid(const T& x) {
  if constexpr (lookup::has_sigmoid<T>) {
    return lookup::call_sigmoid(x);
  } else {
    return T(T(1) / (T(1) + generic::exp(T(-x))));
  }
}

/// max(x, 0) + ln(1 + e^-|x|), the maximum without a comparison: a pack of lanes has no single truth value.
template <class T>
constexpr T softplus(const T& x) {
  if constexpr (lookup::has_softplus<T>) {
    return lookup::call_softplus(x);
  } else {
    const T size = generic::abs(x);
    return T((x + size) * converted<T>(0.5) + generic::log1p(generic::exp(T(-size))));
  }
}

} // namespace generic

} // namespace tapeless::math
