// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which functions a program calls: a policy is a stateless class with one static function per operation.
// in: a number of any type.  out: the function's value; built-in types by this library or libm, others by their own.

#include <cmath>
#include <concepts>
#include <type_traits>

#include <tapeless/math/exp.hpp>
#include <tapeless/math/generic.hpp>
#include <tapeless/math/hyperbolic.hpp>
#include <tapeless/math/log.hpp>
#include <tapeless/math/logistic.hpp>
#include <tapeless/math/root.hpp>
#include <tapeless/math/trigonometric.hpp>

namespace tapeless::math {

/// This library's functions: the same bits in constant expressions and at run time.
struct standard_math {
  template <class T>
  static constexpr T sqrt(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::sqrt(x);
    } else {
      return generic::sqrt(x);
    }
  }

  template <class T>
  static constexpr T exp(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::exp(x);
    } else {
      return generic::exp(x);
    }
  }

  template <class T>
  static constexpr T log(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::log(x);
    } else {
      return generic::log(x);
    }
  }

  template <class T>
  static constexpr T log1p(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::log1p(x);
    } else {
      return generic::log1p(x);
    }
  }

  template <class T>
  static constexpr T sin(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::sin(x);
    } else {
      return generic::sin(x);
    }
  }

  template <class T>
  static constexpr T cos(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::cos(x);
    } else {
      return generic::cos(x);
    }
  }

  template <class T>
  static constexpr T tanh(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::tanh(x);
    } else {
      return generic::tanh(x);
    }
  }

  template <class T>
  static constexpr T sigmoid(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::sigmoid(x);
    } else {
      return generic::sigmoid(x);
    }
  }

  template <class T>
  static constexpr T softplus(const T& x) {
    if constexpr (std::floating_point<T>) {
      return math::softplus(x);
    } else {
      return generic::softplus(x);
    }
  }
};

/// The C library's functions at run time, this library's in constant expressions: the two may differ in the last place.
struct libm_math {
  template <class T>
  static constexpr T sqrt(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::sqrt(x);
    }
    return standard_math::sqrt(x);
  }

  template <class T>
  static constexpr T exp(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::exp(x);
    }
    return standard_math::exp(x);
  }

  template <class T>
  static constexpr T log(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::log(x);
    }
    return standard_math::log(x);
  }

  template <class T>
  static constexpr T log1p(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::log1p(x);
    }
    return standard_math::log1p(x);
  }

  template <class T>
  static constexpr T sin(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::sin(x);
    }
    return standard_math::sin(x);
  }

  template <class T>
  static constexpr T cos(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::cos(x);
    }
    return standard_math::cos(x);
  }

  template <class T>
  static constexpr T tanh(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return std::tanh(x);
    }
    return standard_math::tanh(x);
  }

  template <class T>
  static constexpr T sigmoid(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return T{1} / (T{1} + std::exp(-x));
    }
    return standard_math::sigmoid(x);
  }

  template <class T>
  static constexpr T softplus(const T& x) {
    if constexpr (std::floating_point<T>) {
      if (!std::is_constant_evaluated()) return (x < 0 ? T{0} : x) + std::log1p(std::exp(-std::abs(x)));
    }
    return standard_math::softplus(x);
  }
};

} // namespace tapeless::math
