// SPDX-License-Identifier: BSL-1.0
#pragma once

// The functions of this library for float (by way of double), double and long double (libm; in constant expressions
// extended.hpp).
// in: any value.  out: the function; special values as C's Annex F.

#include <concepts>
#include <type_traits>

#include <tapeless/math/error_function.hpp>
#include <tapeless/math/extended_functions.hpp>
#include <tapeless/math/hyperbolic.hpp>
#include <tapeless/math/inverse_hyperbolic.hpp>
#include <tapeless/math/inverse_trigonometric.hpp>
#include <tapeless/math/float_functions.hpp>
#include <tapeless/math/libm.hpp>
#include <tapeless/math/logistic.hpp>
#include <tapeless/math/names.hpp>
#include <tapeless/math/power.hpp>
#include <tapeless/math/trigonometric.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

namespace detail {

#if TAPELESS_VECTOR_BYTES > 0
/// The same value, of which the compiler does not know that it is the same.
template <class V>
TAPELESS_LEAF inline V hidden(V x) {
#if defined(__SSE2__)
  asm("" : "+x"(x.v));
#elif defined(__ARM_NEON)
  asm("" : "+w"(x.v));
#endif
  return x;
}
/// GCC 12 crashes where it finds such operands to be constants, and vectorises for AVX-512.
TAPELESS_LANES inline lanes<double, 2> two_lanes(double x) {
#if defined(__AVX512F__) && !defined(__clang__)
  return hidden(lanes<double, 2>(x));
#else
  return x;
#endif
}

/// The lane that a function has in sine_beside_cosine; -1: it has none.
template <class F>
inline constexpr int lane_beside = -1;
struct sin_function;
template <>
inline constexpr int lane_beside<sin_function> = 0;
struct cos_function;
template <>
inline constexpr int lane_beside<cos_function> = 1;
#endif

/// f for double: at run time on two lanes, because compilers make jumps of selections between numbers. The result is
/// hidden, or Clang would drop the second lane and make jumps again.
template <class F, class... X>
TAPELESS_LEAF constexpr double of_doubles(F f, X... x) {
#if TAPELESS_VECTOR_BYTES > 0
  if (!std::is_constant_evaluated()) {
    if constexpr (lane_beside<F> >= 0) return hidden(sine_beside_cosine(two_lanes(x)...))[lane_beside<F>];
    else return hidden(f(two_lanes(x)...))[0];
  }
#endif
  return f(x...);
}

/// Functions of float that are computed in float.
template <class F>
struct in_float {
  static constexpr bool exists = false;
};
template <class F, std::same_as<float>... X>
TAPELESS_LEAF constexpr float of_floats(F f, X... x) {
  if constexpr (in_float<F>::exists) {
#if TAPELESS_VECTOR_BYTES > 0
    if (!std::is_constant_evaluated()) {
#if defined(__AVX512F__) && !defined(__clang__)
      return hidden(in_float<F>::of(hidden(lanes<float, 4>(x))...))[0];
#else
      return hidden(in_float<F>::of(lanes<float, 4>(x)...))[0];
#endif
    }
#endif
    return in_float<F>::of(x...);
  } else {
    return to_float(of_doubles(f, static_cast<double>(x)...));
  }
}

#if TAPELESS_VECTOR_BYTES > 0
/// f for lanes, step by step in all registers: one step waits for the one before it, but not for those of other registers.
template <class F, class T, int N, class... More>
TAPELESS_LANES inline lanes<T, N> of_lanes(F f, lanes<T, N> x, More... more) {
  if constexpr (std::is_same_v<T, double>) return f(x, more...);
  else if constexpr (in_float<F>::exists) return in_float<F>::of(x);
  else return to_float(f(to_double(x), to_double(more)...));
}
#define TAPELESS_LANE_FUNCTION(name)                                         \
  template <class T, int N>                                                  \
  TAPELESS_LANES inline lanes<T, N> name(lanes<T, N> x) {                     \
    return detail::of_lanes(detail::name##_function{}, x);                   \
  }
#define TAPELESS_LANE_FUNCTION_OF_TWO(name)                                  \
  template <class T, int N>                                                  \
  TAPELESS_LANES inline lanes<T, N> name(lanes<T, N> x, same<lanes<T, N>> y) { \
    return detail::of_lanes(detail::name##_function{}, x, y);                \
  }
#else
#define TAPELESS_LANE_FUNCTION(name)
#define TAPELESS_LANE_FUNCTION_OF_TWO(name)
#endif

} // namespace detail

#define TAPELESS_FUNCTOR(name)                                                      \
  namespace detail {                                                                \
  struct name##_function {                                                          \
    template <class... V>                                                           \
    TAPELESS_LEAF constexpr auto operator()(V... x) const {                         \
      return name##_double(x...);                                                   \
    }                                                                               \
  };                                                                                \
  }
#define TAPELESS_FUNCTION(name)                                                     \
  TAPELESS_FUNCTOR(name)                                                            \
  template <std::floating_point T>                                                  \
  TAPELESS_LEAF constexpr T name(T x) {                                             \
    if constexpr (std::same_as<T, double>) return detail::of_doubles(detail::name##_function{}, x); \
    else if constexpr (std::same_as<T, float>) return detail::of_floats(detail::name##_function{}, x);               \
    else return std::is_constant_evaluated() ? extended::name(x) : libm::name(x);    \
  }                                                                                 \
  TAPELESS_LANE_FUNCTION(name)
#define TAPELESS_FUNCTION_OF_TWO(name)                                              \
  TAPELESS_FUNCTOR(name)                                                            \
  template <std::floating_point T>                                                  \
  TAPELESS_LEAF constexpr T name(T x, T y) {                                        \
    if constexpr (std::same_as<T, double>) return detail::of_doubles(detail::name##_function{}, x, y); \
    else if constexpr (std::same_as<T, float>) return detail::of_floats(detail::name##_function{}, x, y); \
    else return std::is_constant_evaluated() ? extended::name(x, y) : libm::name(x, y); \
  }                                                                                 \
  TAPELESS_LANE_FUNCTION_OF_TWO(name)

TAPELESS_MATH_FUNCTIONS(TAPELESS_FUNCTION, TAPELESS_FUNCTION_OF_TWO)
TAPELESS_FUNCTOR(sigmoid)
TAPELESS_FUNCTOR(softplus)
TAPELESS_LANE_FUNCTION(sigmoid)
TAPELESS_LANE_FUNCTION(softplus)
TAPELESS_FUNCTOR(exp_nonpositive)
TAPELESS_FUNCTOR(log_from_one)
TAPELESS_LANE_FUNCTION(exp_nonpositive)
TAPELESS_LANE_FUNCTION(log_from_one)

#define TAPELESS_IN_FLOAT(name)                                  \
  template <>                                                    \
  struct in_float<name##_function> {                             \
    static constexpr bool exists = true;                         \
    template <class V>                                           \
    TAPELESS_LEAF static constexpr V of(V x) {                   \
      return name##_float(x);                                    \
    }                                                            \
  };
namespace detail {
TAPELESS_IN_FLOAT(exp)
TAPELESS_IN_FLOAT(log)
TAPELESS_IN_FLOAT(tanh)
TAPELESS_IN_FLOAT(sigmoid)
TAPELESS_IN_FLOAT(exp_nonpositive)
TAPELESS_IN_FLOAT(log_from_one)
}  // namespace detail
#undef TAPELESS_IN_FLOAT

template <std::floating_point T>
TAPELESS_LEAF constexpr T sigmoid(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::of_doubles(detail::sigmoid_function{}, x);
  } else if constexpr (std::same_as<T, float>) {
    return detail::of_floats(detail::sigmoid_function{}, x);
  } else {
    const T e = exp(-abs(x));
    return (x < 0 ? e : T{1}) / (T{1} + e);
  }
}

/// exp(x) for x <= 0 or NaN.
template <std::floating_point T>
TAPELESS_LEAF constexpr T exp_nonpositive(T x) {
  if constexpr (std::same_as<T, double>) return detail::of_doubles(detail::exp_nonpositive_function{}, x);
  else if constexpr (std::same_as<T, float>) return detail::of_floats(detail::exp_nonpositive_function{}, x);
  else return exp(x);
}
/// log(x) for 1 <= x < infinity or NaN.
template <std::floating_point T>
TAPELESS_LEAF constexpr T log_from_one(T x) {
  if constexpr (std::same_as<T, double>) return detail::of_doubles(detail::log_from_one_function{}, x);
  else if constexpr (std::same_as<T, float>) return detail::of_floats(detail::log_from_one_function{}, x);
  else return log(x);
}

template <std::floating_point T>
TAPELESS_LEAF constexpr T softplus(T x) {
  if constexpr (std::same_as<T, double>) {
    return detail::of_doubles(detail::softplus_function{}, x);
  } else if constexpr (std::same_as<T, float>) {
    return detail::of_floats(detail::softplus_function{}, x);
  } else {
    return (x < 0 ? T{0} : x) + log1p(exp(-abs(x)));
  }
}

/// sin and cos of one angle: the bits of both alone.
template <std::floating_point T>
TAPELESS_LEAF constexpr sine_and_cosine<T> sincos(T x) {
  if constexpr (std::same_as<T, double>) {
#if TAPELESS_VECTOR_BYTES > 0
    if (!std::is_constant_evaluated()) {
      const auto both = detail::hidden(detail::sine_beside_cosine(detail::two_lanes(x)));
      return {both[0], both[1]};
    }
#endif
    return detail::sincos_double(x);
  } else if constexpr (std::same_as<T, float>) {
    const auto both = sincos(static_cast<double>(x));
    return {to_float(both.sin), to_float(both.cos)};
  } else {
    return {sin(x), cos(x)};
  }
}
#if TAPELESS_VECTOR_BYTES > 0
template <class T, int N>
TAPELESS_LANES inline sine_and_cosine<lanes<T, N>> sincos(lanes<T, N> x) {
  if constexpr (std::same_as<T, float>) {
    const auto both = sincos(to_double(x));
    return {to_float(both.sin), to_float(both.cos)};
  } else {
    return detail::sincos_double(x);
  }
}
#endif

#undef TAPELESS_FUNCTOR
#undef TAPELESS_FUNCTION
#undef TAPELESS_FUNCTION_OF_TWO
#undef TAPELESS_LANE_FUNCTION
#undef TAPELESS_LANE_FUNCTION_OF_TWO

} // namespace tapeless::math
