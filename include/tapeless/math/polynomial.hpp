// SPDX-License-Identifier: BSL-1.0
#pragma once

// What approximations are made of: polynomials, and sums and products that keep their rounding error.

#include <tapeless/math/basic.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::detail {

/// c0 + x (c1 + x (c2 + …))
template <class V>
TAPELESS_INLINE constexpr V polynomial(V, same<V> c0) {
  return c0;
}
template <class V, class... C>
TAPELESS_INLINE constexpr V polynomial(V x, same<V> c0, C... rest) {
  return fma(x, polynomial(x, rest...), c0);
}

/// An unevaluated sum of two doubles, the second at most half a unit in the last place of the first.
template <class V>
struct two_parts {
  V high;
  V low;
};

/// a + b, for |a| >= |b| or a == 0
template <class V>
TAPELESS_INLINE constexpr two_parts<V> fast_two_sum(same<V> a, V b) {
  const V sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b
template <class V>
TAPELESS_INLINE constexpr two_parts<V> two_sum(same<V> a, V b) {
  const V sum = a + b, of_b = sum - a;
  return {sum, (a - (sum - of_b)) + (b - of_b)};
}

/// The upper 26 bits of a number below 2^970; what is left has 26 bits, too (Veltkamp).
template <class V>
TAPELESS_INLINE constexpr V upper_half(V a) {
  const V scaled = 134217729.0 * a;
  return scaled - (scaled - a);
}

/// a * b, for factors below 2^500 and products above 2^-960 (Dekker, where there is no fma)
template <class V>
TAPELESS_INLINE constexpr two_parts<V> two_product(V a, same<V> b) {
  const V product = a * b;
  if constexpr (has_fma<double>) {
    return {product, fma(a, b, -product)};
  } else {
    const V a1 = upper_half(a), a2 = a - a1, b1 = upper_half(b), b2 = b - b1;
    return {product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2};
  }
}

/// dividend - quotient * divisor, also x - root * root: exact for a quotient that was rounded once, and rounded once itself for one that is a few
/// units off; without FMA in the range of two_product
template <class V>
TAPELESS_INLINE constexpr V remainder(V dividend, same<V> quotient, same<V> divisor) {
  if constexpr (has_fma<double>) {
    return fma(-quotient, divisor, dividend);
  } else {
    const two_parts<V> back = two_product(quotient, divisor);
    return (dividend - back.high) - back.low;
  }
}

/// What rounding adds to x * x. As a summand of fma() the product is not contracted with another operation.
template <class V>
TAPELESS_INLINE constexpr V rounding_of_square(V x) {
  if constexpr (has_fma<double>) {
    return fma(-x, x, x * x);
  } else {
    const V upper = from_bits(to_bits(x) & ~std::uint64_t{0xffffffff});  // its square is exact
    return (x * x - upper * upper) + (upper - x) * (upper + x);
  }
}

} // namespace tapeless::math::detail
