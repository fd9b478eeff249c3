// SPDX-License-Identifier: BSL-1.0
#pragma once

// long double functions for constant expressions; at run time libm does the work.
// in: a long double.  out: the functions to a few units in the last place of a long double of 64 or 113 bits, by
// reduction and series; sin and cos from 10^6 on with an absolute error of a few units of 2^-64, and beyond the range of
// double no constant expressions. Not fast, and never run.

#include <limits>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/payne_hanek.hpp>

namespace tapeless::math::extended {

using real = long double;

inline constexpr real ln2 = 0.693147180559945309417232121458176568075500134360255254120680009L;

/// x * 2^exponent, rounded once at most if the result is normal.
constexpr real scale(real x, int exponent) {
  for (; exponent >= 1000; exponent -= 1000)
    x *= 0x1p1000L;
  for (; exponent <= -1000; exponent += 1000)
    x *= 0x1p-1000L;
  return x * static_cast<real>(power_of_two(exponent));
}

constexpr real sqrt(real x) {
  if (is_nan(x) || x == 0 || x == infinity<real>) return x;
  if (x < 0) return not_a_number<real>;
  int half_exponent = 0;
  for (; x >= 0x1p200L; half_exponent += 100)
    x *= 0x1p-200L;
  for (; x < 0x1p-200L; half_exponent -= 100)
    x *= 0x1p200L;
  for (; x >= 4; ++half_exponent)
    x *= 0.25L;
  for (; x < 1; --half_exponent)
    x *= 4;
  real root = 0.5L + 0.5L * x;
  for (int i = 0; i < 8; ++i)
    root = 0.5L * (root + x / root);
  return scale(root, half_exponent);
}

/// e^r - 1 for |r| < 1
constexpr real expm1_series(real r) {
  real sum = 0;
  for (int i = 32; i > 1; --i)
    sum = (sum + 1) * r / static_cast<real>(i);
  return r + r * sum;
}

constexpr real exp(real x) {
  if (is_nan(x)) return x;
  constexpr real bound = static_cast<real>(std::numeric_limits<real>::max_exponent) * ln2;
  if (x > bound) return infinity<real>;
  if (x < -bound - 100) return 0;
  const int k = static_cast<int>(x / ln2 + (x < 0 ? -0.5L : 0.5L));
  const real steps = static_cast<real>(k);
  const real r =
      ((x - steps * 0x1.62e42fefa2p-1L) - steps * 0x1.9ef35793c6p-41L) - steps * 5.80298898359569058324749e-25L;
  return scale(1 + expm1_series(r), k);
}

constexpr real log(real x) {
  if (is_nan(x) || x == infinity<real>) return x;
  if (x < 0) return not_a_number<real>;
  if (x == 0) return -infinity<real>;
  int k = 0;
  for (; x >= 0x1p200L; k += 200)
    x *= 0x1p-200L;
  for (; x < 0x1p-200L; k -= 200)
    x *= 0x1p200L;
  for (; x > 1.4142L; ++k)
    x *= 0.5L;
  for (; x < 0.7072L; --k)
    x *= 2;
  const real s = (x - 1) / (x + 1), z = s * s; // ln x = 2 artanh s
  real sum = 0;
  for (int i = 51; i >= 3; i -= 2)
    sum = (sum + 1 / static_cast<real>(i)) * z;
  return static_cast<real>(k) * ln2 + (2 * s + 2 * s * sum);
}

constexpr real log1p(real x) {
  if (is_nan(x) || x == infinity<real>) return x;
  if (x < -0.25L || x > 0.5L) return log(1 + x);
  const real s = x / (2 + x), z = s * s;
  real sum = 0;
  for (int i = 51; i >= 3; i -= 2)
    sum = (sum + 1 / static_cast<real>(i)) * z;
  return x == 0 ? x : 2 * s + 2 * s * sum;
}

constexpr real tanh(real x) {
  if (is_nan(x) || x == 0) return x;
  const real size = abs(x);
  if (size < 0.35L) {
    const real e = expm1_series(2 * x);
    return e / (e + 2);
  }
  const real result = size > 60 ? 1 : 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -result : result;
}

/// The remainder of x by pi/2, with the quadrant.
struct reduced {
  real remainder;
  unsigned quadrant;
};

/// Not constexpr on purpose: calling it ends a constant evaluation.
inline void long_double_angle_is_out_of_range() {}

constexpr reduced reduce(real x) {
  if (abs(x) < 1e6L) {
    const int k = static_cast<int>(x * 0.636619772367581343L + (x < 0 ? -0.5L : 0.5L));
    const real steps = static_cast<real>(k);
    const real r =
        ((x - steps * 0x1.921fb54442p+0L) - steps * 0x1.a308d31318p-41L) - steps * 6.36831716351095013962e-25L;
    return {r, static_cast<unsigned>(k)};
  }
  if (abs(x) > static_cast<real>(std::numeric_limits<double>::max())) {
    long_double_angle_is_out_of_range();
    return {not_a_number<real>, 0};
  }
  // A long double is the sum of at most three doubles, whose remainders are not brought back below pi/4.
  real remainders = 0, tails = 0;
  bits_of<double> quadrant = 0;
  for (real rest = x; rest != 0;) {
    const double head = static_cast<double>(rest);
    const reduced_angle<double> angle = math::abs(head) < 1 ? reduced_angle<double>{head, 0.0, 0} : reduce_large_angle(head);
    remainders += static_cast<real>(angle.remainder);
    tails += static_cast<real>(angle.tail);
    quadrant += angle.quadrant;
    rest -= static_cast<real>(head);
  }
  return {remainders + tails, static_cast<unsigned>(quadrant & 3)};
}

/// sin r (first_power = 1) or cos r (first_power = 0) as the Taylor series, for |r| < 2.6.
constexpr real sine_series(real r, int first_power) {
  real sum = 1;
  for (int i = 30 + first_power; i > first_power; i -= 2)
    sum = 1 - sum * r * r / static_cast<real>(i * (i - 1));
  return first_power == 1 ? r * sum : sum;
}

constexpr real sine_of_quadrant(real r, unsigned quadrant) {
  const real value = sine_series(r, (quadrant & 1) == 0 ? 1 : 0);
  return (quadrant & 2) == 0 ? value : -value;
}

constexpr real sin(real x) {
  if (!is_finite(x)) return not_a_number<real>;
  if (x == 0) return x;
  const reduced angle = reduce(x);
  return sine_of_quadrant(angle.remainder, angle.quadrant);
}

constexpr real cos(real x) {
  if (!is_finite(x)) return not_a_number<real>;
  const reduced angle = reduce(x);
  return sine_of_quadrant(angle.remainder, angle.quadrant + 1);
}

} // namespace tapeless::math::extended
