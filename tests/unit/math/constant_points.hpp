// SPDX-License-Identifier: BSL-1.0
// Arguments at which constant evaluation and run time are compared bit by bit.
#pragma once

#include <array>
#include <cstddef>
#include <limits>

#include <tapeless/math/lanes.hpp>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"

inline constexpr double constant_points[] = {0.0,
                                             -0.0,
                                             5e-324,
                                             -5e-324,
                                             2.2250738585072014e-308,
                                             1e-300,
                                             -1e-20,
                                             0x1p-54,
                                             -0x1p-27,
                                             1e-3,
                                             0.1,
                                             -0.3,
                                             0.34657,
                                             0.5,
                                             0.6249999,
                                             0.625,
                                             -0.7071,
                                             0.7072,
                                             0.99999999,
                                             1.0,
                                             -1.0,
                                             1.0000000000000002,
                                             -0.9999999999999999,
                                             1.25,
                                             -1.4142,
                                             1.5707963267948966,
                                             2.0,
                                             -2.718281828,
                                             3.141592653589793,
                                             -4.14,
                                             5.5,
                                             7.853981633974483,
                                             -10.0,
                                             17.3,
                                             21.9,
                                             -22.1,
                                             36.8,
                                             -37.5,
                                             100.0,
                                             -355.0,
                                             700.5,
                                             -708.3,
                                             709.78,
                                             710.0,
                                             -740.0,
                                             -745.13,
                                             -746.0,
                                             1000.0,
                                             1e5,
                                             -3294198.0,
                                             3294198.5,
                                             6381956970095103.0,
                                             1e22,
                                             -1e100,
                                             1.7976931348623157e308,
                                             std::numeric_limits<double>::infinity(),
                                             -std::numeric_limits<double>::infinity(),
                                             std::numeric_limits<double>::quiet_NaN()};

/// The largest doubles are no floats: no constant expression converts them.
template <class T>
constexpr bool fits(double x) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (sizeof(T) == sizeof(double) || x != x || x == infinity || x == -infinity) return true;
  return x < 3e38 && x > -3e38;
}

template <class T, class Function>
constexpr auto values_at_constant_points(Function f) {
  std::array<T, std::size(constant_points)> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double x = constant_points[i];
    values[i] = fits<T>(x) ? f(static_cast<T>(x)) : T{0};
  }
  return values;
}

/// Function is a lambda without captures, so that its type alone says what to compute while compiling.
template <class T, class Function>
void check_same_bits(Function f) {
  static constexpr auto expected = values_at_constant_points<T>(Function{});
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const volatile double opaque = constant_points[i];
    const double x = opaque;
    if (!fits<T>(x)) continue;
    INFO("x = " << hexadecimal(x));
    CHECK(same_bits(f(static_cast<T>(x)), expected[i]));
  }
}

#if TAPELESS_VECTOR_BYTES > 0
/// f of lanes, N at once, has in each of them the bits that g has of that number alone.
template <class T, int N, class F, class G>
void check_lanes(T from, T to, F f, G g) {
  constexpr int steps = 500;
  for (int step = 0; step < steps; ++step) {
    T numbers[static_cast<std::size_t>(N)];
    for (int k = 0; k < N; ++k) numbers[k] = from + (to - from) * static_cast<T>(step * N + k) / static_cast<T>(steps * N);
    const auto results = f(tapeless::math::lanes<T, N>::load(numbers));
    for (int k = 0; k < N; ++k) CHECK(same_bits(results[k], g(numbers[k])));
  }
}
#endif
/// In one register, and in two.
template <class T, class F, class G>
void check_lanes_agree([[maybe_unused]] T from, [[maybe_unused]] T to, [[maybe_unused]] F f, [[maybe_unused]] G g) {
#if TAPELESS_VECTOR_BYTES > 0
  check_lanes<T, tapeless::math::native_lanes<T>>(from, to, f, g);
  check_lanes<T, 2 * tapeless::math::native_lanes<T>>(from, to, f, g);
#endif
}
