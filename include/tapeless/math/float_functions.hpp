// SPDX-License-Identifier: BSL-1.0
#pragma once

// exp, log, tanh and sigmoid of float in float, for networks: sixteen in a register of 64 bytes, and no double on small
// processors. The other functions of float are computed in double.
// in: a float, or lanes of floats; any value.  out: within 2 ulp; special values as C's Annex F, subnormals on the way.

#include <concepts>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/lane_functions.hpp>
#include <tapeless/math/logistic.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math::detail {

/// e^Sx = 2^exponent (1 + r + tail) for |r| <= ln(2)/2; the exponent is given as a float and, with Bias added, in the low bits of an integer.
/// The coefficients are Chebyshev's of (e^r - 1 - r)/r^2, rounded to float.
template <class V>
struct float_exp_parts {
  V r_and_tail;
  V exponent;
  decltype(to_bits(V{})) exponent_in_low_bits;
};
template <int Bias, int S = 1, class V>
TAPELESS_INLINE constexpr float_exp_parts<V> float_exp_reduced(V x) {
  static_assert(Bias % 2 == 0);  // ties as without it (exp.hpp)
  constexpr float shift = 0x1.8p23f + Bias;
  const V shifted = fma(x, V(S * 0x1.715476p+0f), V(shift)), k = shifted - shift;
  const V r = fma(k, V(-0x1.7f7d1cp-20f), fma(k, V(-0x1.62e4p-1f), V(S) * x)); // ln 2 in two parts: the first has 16 bits
  const V r2 = r * r;
  const V tail = fma(r2, V(0x1.6d119ap-10f), fma(r, V(0x1.120cp-7f), V(0x1.555518p-5f)));
  return {fma(r2, fma(r2, tail, fma(r, V(0x1.5554dcp-3f), V(0.5f))), r), k, to_bits(shifted)};
}

/// power * (1 + small) for a power of two: the same bits in one operation, where there is one
template <class V>
TAPELESS_INLINE constexpr V float_times_one_plus(V power, V small) {
  if constexpr (has_fma<float>) return fma(power, small, power);
  else return (V(1.0f) + small) * power;
}

template <class V>
TAPELESS_INLINE constexpr V exp_float(V x) {
  if constexpr (std::same_as<V, float>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x)) return x;
      if (x > 0x1.62e42ep+6f) return infinity<float>;
    }
  const V bounded = larger(V(-104.0f), smaller(V(89.0f), x));
  const float_exp_parts<V> e = float_exp_reduced<2 * 127>(bounded);
  // 2^k in two steps, for it may lie outside the exponents of a float
  const auto first = to_bits(fma(e.exponent, V(0.5f), V(0x1.8p23f + 127.0f))), second = e.exponent_in_low_bits - first;
  return product_or_infinity(float_times_one_plus(from_bits(first << 23), e.r_and_tail), from_bits(second << 23));
}

/// e^x for x <= 0 or NaN, as for double (exp.hpp)
template <class V>
TAPELESS_INLINE constexpr V exp_nonpositive_float(V x) {
  if constexpr (std::same_as<V, float>)
    if (std::is_constant_evaluated()) return exp_float(x);
  const float_exp_parts<V> e = float_exp_reduced<127 + 31>(larger(V(-104.0f), x));
  return float_times_one_plus(from_bits(e.exponent_in_low_bits << 23), e.r_and_tail) * 0x1p-31f;
}

/// ln u - extra * ln 2 for a positive normal u, as for double (log.hpp): u = 2^k (1 + f), and ln(1 + f) = f - f^2/2 + f^3 p(f), p
/// from tests/accuracy/log_coefficients.py.
template <class V>
TAPELESS_INLINE constexpr V log_normal_float(V u, V extra) {
  constexpr std::uint32_t root_half = 0x3f3504f3u;  // 1 + f lies between sqrt(1/2) and sqrt(2)
  const auto offset = to_bits(u) - root_half;
  const auto exponent = (offset + (128u << 23)) >> 23;  // 128 too many, and 2^23 when it becomes a float
  const V k = from_bits(exponent | 0x4b000000u) - (extra + (0x1p23f + 128.0f));
  const V f = from_bits((offset & 0x7fffffu) + root_half) - 1.0f, f2 = f * f;
  const V a = fma(f2, fma(f, V(-0x1.5562e4p-3f), V(0x1.99a546p-3f)), fma(f, V(-0x1.ffffeep-3f), V(0x1.555546p-2f)));
  const V b = fma(f2, fma(f2, V(0x1.1b42b4p-4f), fma(f, V(-0x1.e2e9b4p-4f), V(0x1.e650a6p-4f))),
                  fma(f, V(-0x1.fb432ap-4f), V(0x1.2332c0p-3f)));
  const V near = fma(f2, V(-0.5f), f);
  const V small = fma(f * f2, fma(f2 * f2, b, a), fma(k, V(0x1.7f7d1cp-20f), near));  // ln 2 in two parts, as above
  return fma(k, V(0x1.62e4p-1f), small);
}

template <class V>
TAPELESS_INLINE constexpr V log_float(V x) {
  if constexpr (std::same_as<V, float>)
    if (std::is_constant_evaluated()) {
      if (is_nan(x) || x == infinity<float>) return x;
      if (x < 0) return not_a_number<float>;
      if (x == 0) return -infinity<float>;
    }
  const auto subnormal = x < 0x1p-126f;
  const V result = log_normal_float(select(subnormal, smaller(V(1.0f), x) * 0x1p24f, x), select(subnormal, V(24.0f), V(0.0f)));
  const V elsewhere = select(x == 0.0f, V(-infinity<float>), select(x > 0.0f, x, V(not_a_number<float>)));
  return select(x > 0.0f && x < infinity<float>, result, elsewhere);
}

/// ln x for 1 <= x < infinity or NaN, as for double (log.hpp)
template <class V>
TAPELESS_INLINE constexpr V log_from_one_float(V x) {
  if constexpr (std::same_as<V, float>)
    if (std::is_constant_evaluated()) return log_float(x);
  return log_normal_float(x, x - x);
}

/// x + x^3 P(x^2) (the polynomial of Cephes) for small x, else 1 - 2/(e^2x + 1)
template <class V>
TAPELESS_INLINE constexpr V tanh_float(V x) {
  if constexpr (std::same_as<V, float>)
    if (std::is_constant_evaluated() && is_nan(x)) return x;
  const V size = abs(x), a = smaller(V(10.0f), size), z = a * a; // tanh 10 rounds to 1
  const V p = fma(z, fma(z, fma(z, fma(z, V(-5.70498872745e-3f), V(2.06390887954e-2f)), V(-5.37397155531e-2f)), V(1.33314422036e-1f)),
                  V(-3.33332819422e-1f));
  const float_exp_parts<V> e = float_exp_reduced<126, 2>(a);
  const V half_power = from_bits(e.exponent_in_low_bits << 23), half_of_e_plus_one = fma(half_power, e.r_and_tail, half_power + 0.5f);
  return with_sign_of(x, select(a < 0.625f, fma(a * z, p, a), 1.0f - 1.0f / half_of_e_plus_one));
}

template <class V>
TAPELESS_INLINE constexpr V sigmoid_float(V x) {
  if constexpr (std::same_as<V, float>)
    if (std::is_constant_evaluated() && is_nan(x)) return x;
  return sigmoid_of_exp(x, exp_nonpositive_float(-abs(x)));
}

} // namespace tapeless::math::detail
