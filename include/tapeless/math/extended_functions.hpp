// SPDX-License-Identifier: BSL-1.0
#pragma once

// The rest of the long double functions for constant expressions, made of those of extended.hpp.
// in: a long double.  out: the functions to a few units in the last place, of 64 or 113 bits; but pow loses the digits that y ln x has
// before its point, erfc below 2 is good to a few units of 1's, and tan is what sin and cos are. Not fast, and never run.

#include <tapeless/math/extended.hpp>

namespace tapeless::math::extended {

inline constexpr real pi = 3.14159265358979323846264338327950288419716939937510582097494459L;
inline constexpr real ln10 = 2.30258509299404568401799145468436420760110148862877297603332790L;

constexpr real with_sign(real size, real sign) { return __builtin_copysignl(size, sign); }
constexpr bool is_negative(real x) { return with_sign(1, x) < 0; }

constexpr real expm1(real x) {
  if (is_nan(x) || x == 0) return x;
  return abs(x) < 0.35L ? expm1_series(x) : exp(x) - 1;
}
constexpr real exp2(real x) {
  if (is_nan(x)) return x;
  if (x > 20000) return infinity<real>;
  if (x < -20000) return 0;
  const int k = static_cast<int>(x + (x < 0 ? -0.5L : 0.5L));
  return scale(1 + expm1_series((x - static_cast<real>(k)) * ln2), k);
}
constexpr real log2(real x) {
  const real y = log(x) / ln2;
  if (!is_finite(y)) return y;
  const int k = static_cast<int>(y + (y < 0 ? -0.5L : 0.5L));
  return static_cast<real>(k) + log1p(scale(x, -k) - 1) / ln2;
}
constexpr real log10(real x) { return log(x) / ln10; }

constexpr real sinh(real x) {
  if (!is_finite(x) || x == 0) return x;
  const real size = abs(x), e = expm1(size / 2);
  if (size > 100) return with_sign(0.5L * (1 + e) * (1 + e), x);
  const real whole = e * (2 + e); // e^x - 1
  return with_sign(0.5L * (whole + whole / (whole + 1)), x);
}
constexpr real cosh(real x) {
  if (is_nan(x)) return x;
  const real e = exp(abs(x) / 2);
  return abs(x) > 100 ? 0.5L * e * e : 0.5L * (e * e + 1 / (e * e));
}
constexpr real asinh(real x) {
  if (!is_finite(x) || x == 0) return x;
  const real size = abs(x);
  return with_sign(size > 0x1p60L ? log(size) + ln2 : log1p(size + size * size / (1 + sqrt(1 + size * size))), x);
}
constexpr real acosh(real x) {
  if (is_nan(x) || x == infinity<real>) return x;
  if (x < 1) return not_a_number<real>;
  return x > 0x1p60L ? log(x) + ln2 : log1p((x - 1) + sqrt((x - 1) * (x + 1)));
}
constexpr real atanh(real x) {
  if (is_nan(x) || x == 0) return x;
  const real size = abs(x);
  if (size > 1) return not_a_number<real>;
  return with_sign(size == 1 ? infinity<real> : 0.5L * log1p(2 * size / (1 - size)), x);
}

constexpr real tan(real x) {
  if (is_nan(x) || x == 0) return x;
  return sin(x) / cos(x);
}
/// The argument is halved until its series converges quickly: atan x = 2 atan(x / (1 + sqrt(1 + x^2))).
constexpr real atan(real x) {
  if (is_nan(x) || x == 0) return x;
  real size = abs(x);
  const bool inverse = size > 1;
  if (inverse) size = size == infinity<real> ? 0 : 1 / size;
  int factor = 1;
  for (; size > 0.125L; factor *= 2)
    size = size / (1 + sqrt(1 + size * size));
  real sum = 0;
  for (int i = 41; i >= 3; i -= 2)
    sum = (1 / static_cast<real>(i) - sum) * size * size;
  const real angle = static_cast<real>(factor) * (size - size * sum);
  return with_sign(inverse ? pi / 2 - angle : angle, x);
}
constexpr real asin(real x) {
  if (is_nan(x) || x == 0) return x;
  if (abs(x) > 1) return not_a_number<real>;
  return abs(x) == 1 ? with_sign(pi / 2, x) : atan(x / sqrt((1 - x) * (1 + x)));
}
constexpr real acos(real x) {
  if (is_nan(x)) return x;
  if (abs(x) > 1) return not_a_number<real>;
  return x == -1 ? pi : 2 * atan(sqrt((1 - x) / (1 + x)));
}
constexpr real atan2(real y, real x) {
  if (is_nan(y) || is_nan(x)) return not_a_number<real>;
  const real over = is_inf(y) && is_inf(x) ? 1 : abs(y), under = is_inf(y) && is_inf(x) ? 1 : abs(x);
  const real angle = over == 0 ? 0 : under == 0 ? pi / 2 : is_inf(under) ? 0 : atan(over / under);
  return with_sign(is_negative(x) ? pi - angle : angle, y);
}

/// By the series of erf up to 2, and the continued fraction of erfc above (Abramowitz and Stegun, 7.1.6 and 7.1.14).
constexpr real erf_series(real x) {
  real term = x, sum = x;
  for (int i = 1; i < 120; ++i) {
    term *= 2 * x * x / static_cast<real>(2 * i + 1);
    sum += term;
  }
  return 2 / sqrt(pi) * exp(-x * x) * sum;
}
constexpr real erfc_fraction(real x) {
  real below = x;
  for (int i = 300; i >= 1; --i)
    below = x + static_cast<real>(i) / 2 / below;
  const real head = static_cast<real>(static_cast<float>(x)), rest = (x - head) * (x + head);
  return exp(-head * head) * exp(-rest) / (below * sqrt(pi));
}
constexpr real erf(real x) {
  if (is_nan(x) || x == 0) return x;
  const real size = abs(x);
  return with_sign(size > 9 ? 1 : size > 2 ? 1 - erfc_fraction(size) : erf_series(size), x);
}
constexpr real erfc(real x) {
  if (is_nan(x)) return x;
  if (x > 150) return 0;
  if (x < 0) return 1 + erf(-x);
  return x > 2 ? erfc_fraction(x) : 1 - erf_series(x);
}

constexpr real cbrt(real x) {
  if (!is_finite(x) || x == 0) return x;
  real root = exp(log(abs(x)) / 3);
  for (int i = 0; i < 2; ++i)
    root -= (root - abs(x) / (root * root)) / 3;
  return with_sign(root, x);
}
constexpr real hypot(real x, real y) {
  if (is_inf(x) || is_inf(y)) return infinity<real>;
  const real a = abs(x) > abs(y) ? abs(x) : abs(y), b = abs(x) > abs(y) ? abs(y) : abs(x);
  if (is_nan(x) || is_nan(y)) return not_a_number<real>;
  return a == 0 ? a : a * sqrt(1 + (b / a) * (b / a));
}
constexpr real pow(real x, real y) {
  if (y == 0 || x == 1) return 1;
  if (is_nan(x) || is_nan(y)) return not_a_number<real>;
  const bool integer = abs(y) >= 0x1p63L || static_cast<real>(static_cast<long long>(y)) == y;
  const bool odd = integer && abs(y) < 0x1p63L && static_cast<long long>(y) % 2 != 0;
  const real sign = odd && is_negative(x) ? -1 : 1, size = abs(x);
  if (size == 0) return sign * (y > 0 ? 0 : infinity<real>);
  if (is_inf(x) || (is_inf(y) && size != 1)) return sign * ((size > 1) == (y > 0) ? infinity<real> : 0);
  if (is_inf(y)) return 1;
  if (x < 0 && !integer) return not_a_number<real>;
  if (integer && abs(y) <= 64) {
    real power = 1;
    for (int i = 0; i < static_cast<int>(abs(y)); ++i)
      power *= size;
    return sign * (y < 0 ? 1 / power : power);
  }
  return sign * exp(y * log(size));
}

} // namespace tapeless::math::extended
