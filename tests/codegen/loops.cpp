// SPDX-License-Identifier: BSL-1.0
// Every function on 64 elements is a loop of vector instructions: no calls, and one conditional jump, the loop's own.
// sin, cos and tan have one more in each register, to the slow path for huge angles, and call it there.
// COMPILE: -O2 -mavx2 -mfma -ffp-contract=off
// COMPILE: -O3 -mavx2 -mfma -ffp-contract=off
// UNDEFINED: .*
// SYMBOLS: .*
// DATA: .*
// READ-ONLY BYTES: 1000000
// FUNCTION: [a-z0-9]+_of_64 JUMPS 1 CALLS 0 SCALAR 0
// FUNCTION: (sin|cos|tan)_of_64_angles JUMPS 3 CALLS 8 SCALAR 8
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<64>>;
constexpr auto y = tl::input<"y", tl::vec<64>>;
using elements = tl::tensor<double, tl::vec<64>>;

#define ONE(name, of) \
  [[gnu::flatten]] elements name(const elements& given) { return tl::function(of(x))(x = given); }
#define TWO(name, of) \
  [[gnu::flatten]] elements name(const elements& left, const elements& right) { return tl::function(of(x, y))(x = left, y = right); }
ONE(sqrt_of_64, sqrt) ONE(cbrt_of_64, cbrt) ONE(exp_of_64, exp) ONE(exp2_of_64, exp2)
ONE(expm1_of_64, expm1) ONE(log_of_64, log) ONE(log2_of_64, log2) ONE(log10_of_64, log10) ONE(log1p_of_64, log1p)
ONE(asin_of_64, asin) ONE(acos_of_64, acos) ONE(atan_of_64, atan) ONE(sinh_of_64, sinh) ONE(cosh_of_64, cosh)
ONE(tanh_of_64, tanh) ONE(asinh_of_64, asinh) ONE(acosh_of_64, acosh) ONE(atanh_of_64, atanh) ONE(erf_of_64, erf)
ONE(erfc_of_64, erfc) ONE(sigmoid_of_64, sigmoid) ONE(softplus_of_64, softplus) ONE(relu_of_64, relu)
ONE(sin_of_64_angles, sin) ONE(cos_of_64_angles, cos) ONE(tan_of_64_angles, tan)
TWO(pow_of_64, pow) TWO(hypot_of_64, hypot) TWO(atan2_of_64, atan2) TWO(max_of_64, max)
