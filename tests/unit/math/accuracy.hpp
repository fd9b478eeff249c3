// SPDX-License-Identifier: BSL-1.0
// What the accuracy tests share: errors in ulp against the committed table, and equality of bits.
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>

/// The exact result is value + rest * ulp(value).
struct reference_point {
  double x;
  double value;
  double rest;
};

#include "reference/math.inc"

inline double ulp(double value) {
  const double size = std::fabs(value);
  if (size < std::numeric_limits<double>::min()) return std::numeric_limits<double>::denorm_min();
  return std::ldexp(1.0, std::ilogb(size) - 52);
}

struct largest_error {
  double in_ulp = 0;
  double at = 0;
  int points = 0;
};

/// The largest error of f over the points, in ulp of the nearest double.
template <class Function, std::size_t N>
largest_error error_of(Function f, const reference_point (&points)[N]) {
  largest_error worst;
  for (const reference_point& point : points) {
    const double error = std::fabs((f(point.x) - point.value) / ulp(point.value) - point.rest);
    if (!(error <= worst.in_ulp)) worst = {error, point.x, 0};
  }
  worst.points = static_cast<int>(N);
  return worst;
}

/// The same in ulp of float, over those points whose argument is a float.
template <class Function, std::size_t N>
largest_error float_error_of(Function f, const reference_point (&points)[N]) {
  largest_error worst;
  int count = 0;
  for (const reference_point& point : points) {
    const auto x = static_cast<float>(point.x);
    if (static_cast<double>(x) != point.x || std::fabs(point.value) > 3.4e38) continue;
    ++count;
    const double step = std::fmax(0x1p-149, ulp(point.value) * 0x1p29);
    const double error = std::fabs(static_cast<double>(f(x)) - point.value) / step;
    if (!(error <= worst.in_ulp)) worst = {error, point.x, 0};
  }
  worst.points = count;
  return worst;
}

/// Equal in every bit, all NaNs being one.
inline bool same_bits(double a, double b) {
  return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

inline bool same_bits(float a, float b) {
  return (a != a && b != b) || std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
}

inline std::string hexadecimal(double x) {
  char text[40];
  std::snprintf(text, sizeof text, "%a", x);
  return text;
}
