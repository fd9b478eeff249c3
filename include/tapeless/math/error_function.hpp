// SPDX-License-Identifier: BSL-1.0
#pragma once

// erf and erfc; the rational approximations are those of fdlibm (s_erf.c).
// in: any value.  out: within 2 ulp, the tail of erfc down to its subnormals too.

#include <tapeless/math/exp.hpp>
#include <tapeless/math/polynomial.hpp>

namespace tapeless::math::detail {

/// The parts of erf on |x|: below 0.84375 (erf x - x)/x, up to 1.25 erf x - 0.845…, and from there erfc x.
template <class V>
struct error_parts {
  V ratio;
  V tail;
};

inline constexpr double erf_at_one = 8.45062911510467529297e-01;

template <class V>
[[gnu::always_inline]] constexpr error_parts<V> error_parts_of(V unbounded_size) {
  const V size = smaller(V(28.0), unbounded_size);
  const auto is_small = size < 0.84375, is_middle = size < 1.25, is_far = size >= 0x1.6db6ep+1;
  const V z = size * size, s = size - 1.0;
  const V x = select(is_middle, 2.0, size), w = 1.0 / (x * x);
  const V p =
      polynomial(z, 1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
                 -5.77027029648944159157e-03, -2.37630166566501626084e-05);
  const V q = polynomial(z, 1.0, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03,
                              1.32494738004321644526e-04, -3.96022827877536812320e-06);
  const V a = polynomial(s, -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01,
                              3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02,
                              -2.16637559486879084300e-03);
  const V b = polynomial(s, 1.0, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02,
                              1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02);
  const V near_over =
      polynomial(w, -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
                 -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02,
                 -8.12874355063065934246e+01, -9.81432934416914548592e+00);
  const V near_under =
      polynomial(w, 1.0, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02,
                 6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02,
                 6.57024977031928170135e+00, -6.04244152148580987438e-02);
  const V far_over =
      polynomial(w, -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
                 -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03,
                 -4.83519191608651397019e+02);
  const V far_under =
      polynomial(w, 1.0, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
                 3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02,
                 -2.24409524465858183362e+01);
  const V over = select(is_small, p, select(is_middle, a, select(is_far, far_over, near_over)));
  const V under = select(is_small, q, select(is_middle, b, select(is_far, far_under, near_under)));
  const V ratio = over / under;
  // erfc x = exp(-x^2 - 0.5625 + ratio)/x; x^2 without its lower bits is exact, the rest goes with the ratio
  const V upper = from_bits(to_bits(x) & ~std::uint64_t{0xffffffff});
  const two_parts<V> exponent = fast_two_sum(-upper * upper - 0.5625, (upper - x) * (upper + x) + ratio);
  return {ratio, exp_of_sum(exponent.high, exponent.low) / x};
}

template <class V>
[[gnu::always_inline]] constexpr V erf_double(V x) {
  if constexpr (is_number<V>) {
    if (is_nan(x)) return x;
    if (is_inf(x)) return copy_sign(1.0, x);
  }
  const V size = abs(x);
  const error_parts<V> parts = error_parts_of(size);
  const V small = fma(size, parts.ratio, size);
  const V outer = select(size < 1.25, erf_at_one + parts.ratio, 1.0 - parts.tail);
  const V tiny = 0.125 * fma(8.0, size, 1.02703333676410069053e+00 * size); // no subnormal before the last step
  const V result = select(size < 0.84375, select(size < 0x1p-28, tiny, small), select(size >= 6.0, 1.0, outer));
  return copy_sign(result, x);
}

template <class V>
[[gnu::always_inline]] constexpr V erfc_double(V x) {
  if constexpr (is_number<V>) {
    if (is_nan(x)) return x;
    if (is_inf(x)) return x > 0 ? 0.0 : 2.0;
  }
  const V size = abs(x);
  const error_parts<V> parts = error_parts_of(size);
  const V small = fma(-x, parts.ratio, 1.0 - x);
  const V middle = select(x > 0, (1.0 - erf_at_one) - parts.ratio, 1.0 + (erf_at_one + parts.ratio));
  const V far = select(x > 0, select(size > 28.0, 0.0, parts.tail), 2.0 - parts.tail);
  return select(is_nan(x), x, select(size < 0.84375, small, select(size < 1.25, middle, far)));
}

} // namespace tapeless::math::detail
