// SPDX-License-Identifier: BSL-1.0
#pragma once

// The functions of a number type that is not built in (a SIMD pack, a multiprecision number): its own, found by
// argument-dependent look-up, or composed of them.
// in: a value of a type with arithmetic and those functions.  out: the same type.

#include <cmath>

#include <tapeless/math/names.hpp>

namespace tapeless::math::generic {

namespace lookup {

void sigmoid(); // stop the unqualified look-up here, so that only the type's own functions are found
void softplus();

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

} // namespace lookup

// The using-declarations are for types that convert to a built-in one, and hide the function itself.
#define TAPELESS_ONE(name)              \
  template <class T>                    \
  constexpr T name(const T& x) {        \
    using std::name;                    \
    return T(name(x));                  \
  }
#define TAPELESS_TWO(name)                       \
  template <class T>                             \
  constexpr T name(const T& x, const T& y) {     \
    using std::name;                             \
    return T(name(x, y));                        \
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
    return T((x + size) * T(0.5) + generic::log1p(generic::exp(T(-size))));
  }
}

} // namespace tapeless::math::generic
