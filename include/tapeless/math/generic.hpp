// SPDX-License-Identifier: BSL-1.0
#pragma once

// The functions of a number type that is not built in (a SIMD pack, a multiprecision number): its own, found by
// argument-dependent look-up, or composed of them.
// in: a value of a type with arithmetic and those functions.  out: the same type.

#include <cmath>

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

template <class T>
constexpr T sqrt(const T& x) {
  using std::sqrt;
  return T(sqrt(x));
}

template <class T>
constexpr T exp(const T& x) {
  using std::exp;
  return T(exp(x));
}

template <class T>
constexpr T log(const T& x) {
  using std::log;
  return T(log(x));
}

template <class T>
constexpr T log1p(const T& x) {
  using std::log1p;
  return T(log1p(x));
}

template <class T>
constexpr T sin(const T& x) {
  using std::sin;
  return T(sin(x));
}

template <class T>
constexpr T cos(const T& x) {
  using std::cos;
  return T(cos(x));
}

template <class T>
constexpr T tanh(const T& x) {
  using std::tanh;
  return T(tanh(x));
}

template <class T>
constexpr T abs(const T& x) {
  using std::abs;
  return T(abs(x));
}

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
