// SPDX-License-Identifier: BSL-1.0
#pragma once

// What approximations are made of: polynomials, and sums and products that keep their rounding error.

#include <tapeless/math/basic.hpp>
#include <tapeless/math/fma.hpp>

namespace tapeless::math::detail {

/// c0 + x (c1 + x (c2 + …))
[[gnu::always_inline]] constexpr double polynomial(double, double c0) { return c0; }
template <class... C>
[[gnu::always_inline]] constexpr double polynomial(double x, double c0, C... rest) {
  return fma(x, polynomial(x, rest...), c0);
}

/// An unevaluated sum of two doubles, the second at most half a unit in the last place of the first.
struct two_doubles {
  double high;
  double low;
};

/// a + b, for |a| >= |b| or a == 0
[[gnu::always_inline]] constexpr two_doubles fast_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b
[[gnu::always_inline]] constexpr two_doubles two_sum(double a, double b) {
  const double sum = a + b, of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// The upper 26 bits of a number below 2^970; what is left has 26 bits, too (Veltkamp).
[[gnu::always_inline]] constexpr double upper_half(double a) {
  const double scaled = 134217729.0 * a;
  return scaled - (scaled - a);
}

/// a * b, for factors below 2^500 and products above 2^-960 (Dekker, where there is no fma)
[[gnu::always_inline]] constexpr two_doubles two_product(double a, double b) {
  const double product = a * b;
  if constexpr (has_fma<double>) {
    return {product, fma(a, b, -product)};
  } else {
    const double a1 = upper_half(a), a2 = a - a1, b1 = upper_half(b), b2 = b - b1;
    return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
  }
}

} // namespace tapeless::math::detail
