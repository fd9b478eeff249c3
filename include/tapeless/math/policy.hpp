// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which functions a program calls: a policy is a stateless class with one static function per operation.
// in: a number of any type.  out: the function's value; built-in types by this library or libm, others by their own.

#include <cmath>
#include <concepts>
#include <type_traits>

#include <tapeless/math/functions.hpp>
#include <tapeless/math/generic.hpp>
#include <tapeless/math/logistic.hpp>
#include <tapeless/math/names.hpp>

namespace tapeless::math {

/// This library's functions: the same bits in constant expressions and at run time.
struct standard_math {
#define TAPELESS_ONE(name)                                         \
  template <class T>                                               \
  [[gnu::always_inline]] static constexpr T name(const T& x) {                          \
    if constexpr (std::floating_point<T> || is_lanes<T>) return math::name(x); \
    else return generic::name(x);                                  \
  }
#define TAPELESS_TWO(name)                                         \
  template <class T>                                               \
  [[gnu::always_inline]] static constexpr T name(const T& x, const T& y) {                \
    if constexpr (std::floating_point<T> || is_lanes<T>) return math::name(x, y); \
    else return generic::name(x, y);                               \
  }
  TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
  TAPELESS_ONE(sigmoid)
  TAPELESS_ONE(softplus)
#undef TAPELESS_ONE
#undef TAPELESS_TWO
};

/// The C library's functions at run time, this library's in constant expressions: the two may differ in the last place.
struct libm_math {
#define TAPELESS_ONE(name)                                         \
  template <class T>                                               \
  [[gnu::always_inline]] static constexpr T name(const T& x) {                          \
    if constexpr (std::floating_point<T>)                          \
      if (!std::is_constant_evaluated()) return std::name(x);      \
    return standard_math::name(x);                                 \
  }
#define TAPELESS_TWO(name)                                         \
  template <class T>                                               \
  [[gnu::always_inline]] static constexpr T name(const T& x, const T& y) {                \
    if constexpr (std::floating_point<T>)                          \
      if (!std::is_constant_evaluated()) return std::name(x, y);   \
    return standard_math::name(x, y);                              \
  }
  TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
#undef TAPELESS_ONE
#undef TAPELESS_TWO

  template <class T>
  static constexpr T sigmoid(const T& x) {
    if constexpr (std::floating_point<T>)
      if (!std::is_constant_evaluated()) return T{1} / (T{1} + std::exp(-x));
    return standard_math::sigmoid(x);
  }
  template <class T>
  static constexpr T softplus(const T& x) {
    if constexpr (std::floating_point<T>)
      if (!std::is_constant_evaluated()) return (x < 0 ? T{0} : x) + std::log1p(std::exp(-std::abs(x)));
    return standard_math::softplus(x);
  }
};

/// The functions of another policy, called and not inlined, where there are so many that inlining them all would cost
/// more than calls do: in code, and in the time that compiling it takes.
template <class Math>
struct called {
#define TAPELESS_ONE(name)                                         \
  template <class T>                                               \
  [[gnu::noinline]] static constexpr T name(const T& x) {          \
    return Math::name(x);                                          \
  }
#define TAPELESS_TWO(name)                                         \
  template <class T>                                               \
  [[gnu::noinline]] static constexpr T name(const T& x, const T& y) { \
    return Math::name(x, y);                                       \
  }
  TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
  TAPELESS_ONE(sigmoid)
  TAPELESS_ONE(softplus)
#undef TAPELESS_ONE
#undef TAPELESS_TWO
};

} // namespace tapeless::math
