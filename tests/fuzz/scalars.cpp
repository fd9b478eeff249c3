// SPDX-License-Identifier: BSL-1.0
// Random programs 100 to 111: python3 generate.py 100 12 scalars.cpp scalars
#include "fuzz/fuzz.hpp"

namespace program_100 {
constexpr auto n0 = clamp(d, -0.5_c, 1.5_c);
constexpr auto n1 = hadamard(a, d);
constexpr auto n2 = asin(n1);
constexpr auto n3 = relu(c);
constexpr auto n4 = erfc(d);
constexpr auto n5 = abs(n2);
constexpr auto n6 = erf(c);
constexpr auto n7 = gelu(n6);
constexpr auto n8 = asin(d);
constexpr auto n9 = clamp(n0, -0.5_c, 1.5_c);
constexpr auto n10 = clamp(n1, -0.5_c, 1.5_c);
constexpr auto n11 = atanh(n10);
constexpr auto n12 = gelu(n2);
constexpr auto n13 = n0 - b;
constexpr auto n14 = select(le(b, n10), a, d);
constexpr auto n15 = exp2(n1);
constexpr auto n16 = d - n13;
constexpr auto n17 = hadamard(d, n8);
constexpr auto n18 = clamp(n8, -0.5_c, 1.5_c);
constexpr auto n19 = select(gt(n3, a), n3, b);
constexpr auto n20 = atan2(n3, d);
constexpr auto n21 = cos(n16);
constexpr auto n22 = cbrt(n18);
constexpr auto n23 = clamp(n2, -0.5_c, 1.5_c);
constexpr auto n24 = softplus(n23);
constexpr auto n25 = d - n0;
constexpr auto n26 = hypot(n22, n22);
constexpr auto n27 = -1.25_c * n25;
constexpr auto E = 1.0_c * n4 + 0.5_c * n5 + 0.5_c * n7 + 1.0_c * n9 + 0.25_c * n11 + -0.5_c * n12 + 1.0_c * n14 + -0.5_c * n15 + -0.5_c * n17 + 1.0_c * n19 + 1.0_c * n20 + -0.5_c * n21 + 0.5_c * n24 + 0.25_c * n26 + 1.0_c * n27;
}
TEST_CASE("program 100") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_100::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-1.063), b = at_run_time(-0.135), c = at_run_time(0.812), d = at_run_time(0.617));
  record("program_100", step, got, tl::wrt(a, b, c, d), a = at_run_time(-1.063), b = at_run_time(-0.135), c = at_run_time(0.812), d = at_run_time(0.617));
  check_near(got.value, 3.4723995362548027229);
  check_near(got.gradient, {-0.55103711582752310098, -0.067295155503674159095, 1.8847133495352804866, 0.86958825882052391344});
}

namespace program_101 {
constexpr auto n0 = atan2(b, b);
constexpr auto n1 = tanh(b);
constexpr auto n2 = c - b;
constexpr auto n3 = sqrt(c);
constexpr auto n4 = tan(n1);
constexpr auto n5 = select(le(n0, n4), n2, n2);
constexpr auto n6 = clamp(n2, -0.5_c, 1.5_c);
constexpr auto n7 = square(n4);
constexpr auto n8 = sigmoid(n1);
constexpr auto n9 = clamp(n5, -0.5_c, 1.5_c);
constexpr auto n10 = cosh(n2);
constexpr auto n11 = log(n8);
constexpr auto n12 = sin(n1);
constexpr auto n13 = select(lt(n11, n0), n12, a);
constexpr auto n14 = asinh(n7);
constexpr auto n15 = n10 - c;
constexpr auto n16 = hadamard(n13, n1);
constexpr auto n17 = atan2(n4, n1);
constexpr auto n18 = max(n14, n1);
constexpr auto n19 = atanh(n16);
constexpr auto n20 = abs(n2);
constexpr auto n21 = 0.1_c * a;
constexpr auto n22 = max(n21, d);
constexpr auto n23 = n21 / n0;
constexpr auto n24 = sigmoid(n1);
constexpr auto n25 = a + d;
constexpr auto n26 = hadamard(n0, b);
constexpr auto n27 = relu(n7);
constexpr auto E = 1.0_c * n3 + 0.25_c * n6 + 0.5_c * n9 + -0.5_c * n15 + 0.5_c * n17 + 0.5_c * n18 + 0.25_c * n19 + -0.5_c * n20 + -0.5_c * n22 + -0.5_c * n23 + -0.5_c * n24 + 0.5_c * n25 + 0.25_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 101") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_101::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(0.243), b = at_run_time(-0.916), c = at_run_time(1.396), d = at_run_time(1.272));
  record("program_101", step, got, tl::wrt(a, b, c, d), a = at_run_time(0.243), b = at_run_time(-0.916), c = at_run_time(1.396), d = at_run_time(1.272));
  check_near(got.value, -0.61977202715063847809);
  check_near(got.gradient, {0.3344394960295440525, 0.97325415483251179241, -2.0757005791254073008, 0.0});
}

namespace program_102 {
constexpr auto n0 = 2.0_c * c;
constexpr auto n1 = 0.1_c * n0;
constexpr auto n2 = erfc(d);
constexpr auto n3 = erfc(n0);
constexpr auto n4 = c / n3;
constexpr auto n5 = n2 + n2;
constexpr auto n6 = sign(b);
constexpr auto n7 = 2.0_c * n0;
constexpr auto n8 = hypot(n3, n0);
constexpr auto n9 = n3 - d;
constexpr auto n10 = max(d, c);
constexpr auto n11 = hypot(n7, n2);
constexpr auto n12 = clamp(n11, -0.5_c, 1.5_c);
constexpr auto n13 = select(gt(n6, n10), c, n12);
constexpr auto n14 = hypot(n11, d);
constexpr auto n15 = atan(n8);
constexpr auto n16 = cosh(d);
constexpr auto n17 = abs(n15);
constexpr auto n18 = min(n3, n15);
constexpr auto n19 = max(n0, d);
constexpr auto n20 = square(n10);
constexpr auto n21 = 2.0_c * d;
constexpr auto n22 = atan(n21);
constexpr auto n23 = clamp(n22, -0.5_c, 1.5_c);
constexpr auto n24 = abs(n22);
constexpr auto n25 = max(n16, n22);
constexpr auto n26 = clamp(c, -0.5_c, 1.5_c);
constexpr auto n27 = select(ge(n23, n4), c, c);
constexpr auto E = 1.0_c * a + 0.5_c * n1 + 0.5_c * n5 + 0.5_c * n9 + 0.25_c * n13 + 0.25_c * n14 + 0.25_c * n17 + 1.0_c * n18 + -0.5_c * n19 + 0.5_c * n20 + 0.25_c * n24 + 0.25_c * n25 + 0.5_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 102") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_102::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-1.055), b = at_run_time(0.348), c = at_run_time(-0.991), d = at_run_time(0.638));
  record("program_102", step, got, tl::wrt(a, b, c, d), a = at_run_time(-1.055), b = at_run_time(0.348), c = at_run_time(-0.991), d = at_run_time(0.638));
  check_near(got.value, 1.8560640804936760127);
  check_near(got.gradient, {1.0, 0.0, -0.35761857741372909934, -0.72980393124244423279});
}

namespace program_103 {
constexpr auto n0 = asinh(a);
constexpr auto n1 = select(lt(d, a), b, b);
constexpr auto n2 = 0.5_c * b;
constexpr auto n3 = cos(n0);
constexpr auto n4 = erfc(n2);
constexpr auto n5 = clamp(n2, -0.5_c, 1.5_c);
constexpr auto n6 = gelu(n1);
constexpr auto n7 = exp2(n3);
constexpr auto n8 = log10(n4);
constexpr auto n9 = n7 / n0;
constexpr auto n10 = tan(c);
constexpr auto n11 = n7 / n9;
constexpr auto n12 = atan(n11);
constexpr auto n13 = select(ge(b, n2), n9, n3);
constexpr auto n14 = 3.0_c * n13;
constexpr auto n15 = clamp(n13, -0.5_c, 1.5_c);
constexpr auto n16 = clamp(n1, -0.5_c, 1.5_c);
constexpr auto n17 = atan2(n15, n13);
constexpr auto n18 = gelu(d);
constexpr auto n19 = silu(n14);
constexpr auto n20 = silu(n11);
constexpr auto n21 = pow(n13, n17);
constexpr auto n22 = log2(n19);
constexpr auto n23 = hadamard(n21, n20);
constexpr auto n24 = log(n20);
constexpr auto n25 = clamp(n3, -0.5_c, 1.5_c);
constexpr auto n26 = hypot(n22, n15);
constexpr auto n27 = hypot(n26, n25);
constexpr auto E = -0.5_c * n5 + 0.25_c * n6 + -0.5_c * n8 + -0.5_c * n10 + 1.0_c * n12 + 0.25_c * n16 + 0.25_c * n18 + -0.5_c * n23 + 0.25_c * n24 + 0.5_c * n27;
}
TEST_CASE("program 103") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_103::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(1.437), b = at_run_time(-0.131), c = at_run_time(0.657), d = at_run_time(0.705));
  record("program_103", step, got, tl::wrt(a, b, c, d), a = at_run_time(1.437), b = at_run_time(-0.131), c = at_run_time(0.657), d = at_run_time(0.705));
  check_near(got.value, 0.61984117962806305848);
  check_near(got.gradient, {0.36827850940482860075, 0.21262160593594699411, -0.79745882394158445229, 0.24474050575870806379});
}

namespace program_104 {
constexpr auto n0 = atan2(b, b);
constexpr auto n1 = cosh(a);
constexpr auto n2 = select(le(c, n0), n1, d);
constexpr auto n3 = select(le(d, n2), b, n0);
constexpr auto n4 = 0.5_c * a;
constexpr auto n5 = 0.5_c * n0;
constexpr auto n6 = n2 + n3;
constexpr auto n7 = acosh(n3);
constexpr auto n8 = c - c;
constexpr auto n9 = erfc(n4);
constexpr auto n10 = atan2(n3, d);
constexpr auto n11 = 0.1_c * a;
constexpr auto n12 = asinh(n0);
constexpr auto n13 = clamp(d, -0.5_c, 1.5_c);
constexpr auto n14 = tan(n2);
constexpr auto n15 = select(lt(d, n2), n11, a);
constexpr auto n16 = clamp(n12, -0.5_c, 1.5_c);
constexpr auto n17 = 0.5_c * n13;
constexpr auto n18 = tanh(n14);
constexpr auto n19 = exp(d);
constexpr auto n20 = 0.5_c * n0;
constexpr auto n21 = erf(b);
constexpr auto n22 = select(ge(n19, n8), n19, c);
constexpr auto n23 = exp2(n3);
constexpr auto n24 = 0.5_c * d;
constexpr auto n25 = select(ge(n22, d), n22, n3);
constexpr auto n26 = asinh(n22);
constexpr auto n27 = max(b, n11);
constexpr auto E = 1.0_c * n5 + 0.25_c * n6 + 0.5_c * n7 + 0.25_c * n9 + 0.25_c * n10 + -0.5_c * n15 + 1.0_c * n16 + 0.5_c * n17 + -0.5_c * n18 + 1.0_c * n20 + 0.5_c * n21 + 0.25_c * n23 + 1.0_c * n24 + 0.5_c * n25 + -0.5_c * n26 + 0.25_c * n27;
}
TEST_CASE("program 104") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_104::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(1.38), b = at_run_time(1.116), c = at_run_time(0.696), d = at_run_time(-0.817));
  record("program_104", step, got, tl::wrt(a, b, c, d), a = at_run_time(1.38), b = at_run_time(1.116), c = at_run_time(0.696), d = at_run_time(-0.817));
  check_near(got.value, 4.3182408518001084663);
  check_near(got.gradient, {-0.14351658133266135101, 1.9404112510807279861, 0.0, 0.37298750827147032389});
}

namespace program_105 {
constexpr auto n0 = relu(b);
constexpr auto n1 = hypot(a, d);
constexpr auto n2 = hypot(n1, n1);
constexpr auto n3 = select(gt(b, c), c, c);
constexpr auto n4 = 0.5_c * n1;
constexpr auto n5 = clamp(n4, -0.5_c, 1.5_c);
constexpr auto n6 = 3.0_c * n4;
constexpr auto n7 = hadamard(n2, n5);
constexpr auto n8 = clamp(n5, -0.5_c, 1.5_c);
constexpr auto n9 = tan(n7);
constexpr auto n10 = 0.5_c * d;
constexpr auto n11 = asin(c);
constexpr auto n12 = n9 + a;
constexpr auto n13 = asinh(n11);
constexpr auto n14 = gelu(n1);
constexpr auto n15 = min(d, n11);
constexpr auto n16 = softplus(n1);
constexpr auto n17 = gelu(n5);
constexpr auto n18 = gelu(n7);
constexpr auto n19 = exp2(n0);
constexpr auto n20 = cbrt(n19);
constexpr auto n21 = erf(c);
constexpr auto n22 = asin(n3);
constexpr auto n23 = max(n1, n21);
constexpr auto n24 = exp(n23);
constexpr auto n25 = hadamard(n3, n21);
constexpr auto n26 = asinh(d);
constexpr auto n27 = hadamard(n1, n3);
constexpr auto E = 0.25_c * n6 + 0.25_c * n8 + 0.25_c * n10 + 0.5_c * n12 + 0.25_c * n13 + 1.0_c * n14 + 1.0_c * n15 + 0.5_c * n16 + -0.5_c * n17 + 0.25_c * n18 + 0.5_c * n20 + 0.5_c * n22 + 0.5_c * n24 + 1.0_c * n25 + 1.0_c * n26 + -0.5_c * n27;
}
TEST_CASE("program 105") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_105::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(1.134), b = at_run_time(-0.453), c = at_run_time(0.872), d = at_run_time(1.355));
  record("program_105", step, got, tl::wrt(a, b, c, d), a = at_run_time(1.134), b = at_run_time(-0.453), c = at_run_time(0.872), d = at_run_time(1.355));
  check_near(got.value, 10.060106750116260085);
  check_near(got.gradient, {5.9310950722372383606, 0.0, 3.773930047436938197, 7.2083425336526818102});
}

namespace program_106 {
constexpr auto n0 = atan2(a, d);
constexpr auto n1 = d + b;
constexpr auto n2 = clamp(n0, -0.5_c, 1.5_c);
constexpr auto n3 = clamp(n0, -0.5_c, 1.5_c);
constexpr auto n4 = log(n3);
constexpr auto n5 = hadamard(n3, n2);
constexpr auto n6 = softplus(a);
constexpr auto n7 = clamp(n6, -0.5_c, 1.5_c);
constexpr auto n8 = clamp(n0, -0.5_c, 1.5_c);
constexpr auto n9 = -1.25_c * n8;
constexpr auto n10 = max(c, n7);
constexpr auto n11 = gelu(n1);
constexpr auto n12 = 3.0_c * n0;
constexpr auto n13 = min(n7, n3);
constexpr auto n14 = n9 + n12;
constexpr auto n15 = n2 + c;
constexpr auto n16 = acosh(n1);
constexpr auto n17 = d / n3;
constexpr auto n18 = d / a;
constexpr auto n19 = atanh(n2);
constexpr auto n20 = sign(n5);
constexpr auto n21 = cos(a);
constexpr auto n22 = log1p(n0);
constexpr auto n23 = relu(n19);
constexpr auto n24 = max(n21, n15);
constexpr auto n25 = atan2(c, n1);
constexpr auto n26 = clamp(n22, -0.5_c, 1.5_c);
constexpr auto n27 = log(a);
constexpr auto E = 1.0_c * n4 + 0.5_c * n10 + -0.5_c * n11 + 0.25_c * n13 + 1.0_c * n14 + -0.5_c * n16 + -0.5_c * n17 + 0.5_c * n18 + 0.25_c * n20 + 0.5_c * n23 + -0.5_c * n24 + -0.5_c * n25 + 0.25_c * n26 + 1.0_c * n27;
}
TEST_CASE("program 106") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_106::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(0.632), b = at_run_time(1.203), c = at_run_time(-1.45), d = at_run_time(1.326));
  record("program_106", step, got, tl::wrt(a, b, c, d), a = at_run_time(0.632), b = at_run_time(1.203), c = at_run_time(-1.45), d = at_run_time(1.326));
  check_near(got.value, -1.9010064477959284795);
  check_near(got.gradient, {5.704073740722338745, -0.81830552483949044962, -0.14879374692072252509, -3.6106292506047562705});
}

namespace program_107 {
constexpr auto n0 = min(d, a);
constexpr auto n1 = clamp(c, -0.5_c, 1.5_c);
constexpr auto n2 = max(n0, b);
constexpr auto n3 = clamp(b, -0.5_c, 1.5_c);
constexpr auto n4 = sign(b);
constexpr auto n5 = asinh(n2);
constexpr auto n6 = square(n2);
constexpr auto n7 = log(n6);
constexpr auto n8 = asinh(n0);
constexpr auto n9 = min(n5, n7);
constexpr auto n10 = expm1(n5);
constexpr auto n11 = select(gt(n0, n10), n3, n7);
constexpr auto n12 = atan2(n11, b);
constexpr auto n13 = select(le(n9, n8), n0, n12);
constexpr auto n14 = pow(d, n13);
constexpr auto n15 = hypot(n14, n14);
constexpr auto n16 = clamp(n5, -0.5_c, 1.5_c);
constexpr auto n17 = cosh(n16);
constexpr auto n18 = abs(n15);
constexpr auto n19 = sin(n17);
constexpr auto n20 = cos(n10);
constexpr auto n21 = 2.0_c * n18;
constexpr auto n22 = cbrt(n5);
constexpr auto n23 = 2.0_c * n3;
constexpr auto n24 = clamp(n20, -0.5_c, 1.5_c);
constexpr auto n25 = hypot(n22, n18);
constexpr auto n26 = gelu(n2);
constexpr auto n27 = select(ge(n1, n15), a, n3);
constexpr auto E = 0.25_c * n4 + -0.5_c * n19 + -0.5_c * n21 + -0.5_c * n23 + 0.5_c * n24 + 0.5_c * n25 + 0.5_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 107") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_107::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-0.761), b = at_run_time(0.244), c = at_run_time(1.417), d = at_run_time(0.473));
  record("program_107", step, got, tl::wrt(a, b, c, d), a = at_run_time(-0.761), b = at_run_time(0.244), c = at_run_time(1.417), d = at_run_time(0.473));
  check_near(got.value, -0.95808769912574174139);
  check_near(got.gradient, {0.96359553197375694871, -0.28172056226031300308, 0.0, 2.0707788813674368529});
}

namespace program_108 {
constexpr auto n0 = silu(a);
constexpr auto n1 = exp2(b);
constexpr auto n2 = clamp(d, -0.5_c, 1.5_c);
constexpr auto n3 = exp(n0);
constexpr auto n4 = hadamard(n1, n2);
constexpr auto n5 = asin(n3);
constexpr auto n6 = sigmoid(n1);
constexpr auto n7 = hypot(n4, n3);
constexpr auto n8 = clamp(a, -0.5_c, 1.5_c);
constexpr auto n9 = hypot(n5, n6);
constexpr auto n10 = expm1(n3);
constexpr auto n11 = max(n4, c);
constexpr auto n12 = erfc(c);
constexpr auto n13 = min(c, n1);
constexpr auto n14 = sin(a);
constexpr auto n15 = n13 + n3;
constexpr auto n16 = silu(n13);
constexpr auto n17 = erfc(n13);
constexpr auto n18 = select(gt(n15, n6), n5, n2);
constexpr auto n19 = sqrt(n13);
constexpr auto n20 = cosh(a);
constexpr auto n21 = n20 + n1;
constexpr auto n22 = erf(n2);
constexpr auto n23 = tan(n17);
constexpr auto n24 = hadamard(n3, b);
constexpr auto n25 = tanh(d);
constexpr auto n26 = 0.5_c * n25;
constexpr auto n27 = n8 / n2;
constexpr auto E = 0.5_c * n7 + 0.25_c * n9 + 1.0_c * n10 + 0.5_c * n11 + 1.0_c * n12 + 0.25_c * n14 + 1.0_c * n16 + 1.0_c * n18 + 0.5_c * n19 + 0.25_c * n21 + 0.5_c * n22 + 1.0_c * n23 + 1.0_c * n24 + -0.5_c * n26 + 1.0_c * n27;
}
TEST_CASE("program 108") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_108::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-1.108), b = at_run_time(0.947), c = at_run_time(1.141), d = at_run_time(-0.345));
  record("program_108", step, got, tl::wrt(a, b, c, d), a = at_run_time(-1.108), b = at_run_time(0.947), c = at_run_time(1.141), d = at_run_time(-0.345));
  check_near(got.value, 7.7368343972869754031);
  check_near(got.gradient, {-0.059718439411070382047, 1.2718080608955409957, 1.0838901923189147842, 3.8441880951501443472});
}

namespace program_109 {
constexpr auto n0 = a - d;
constexpr auto n1 = min(c, d);
constexpr auto n2 = erfc(a);
constexpr auto n3 = clamp(n0, -0.5_c, 1.5_c);
constexpr auto n4 = erfc(n3);
constexpr auto n5 = softplus(n2);
constexpr auto n6 = n3 + n0;
constexpr auto n7 = clamp(n3, -0.5_c, 1.5_c);
constexpr auto n8 = hadamard(a, n7);
constexpr auto n9 = n8 - n2;
constexpr auto n10 = tan(n7);
constexpr auto n11 = n5 + n10;
constexpr auto n12 = tanh(n2);
constexpr auto n13 = exp(b);
constexpr auto n14 = hadamard(n3, n4);
constexpr auto n15 = hypot(n12, n12);
constexpr auto n16 = softplus(n15);
constexpr auto n17 = max(n4, n2);
constexpr auto n18 = select(ge(c, n2), c, n17);
constexpr auto n19 = clamp(d, -0.5_c, 1.5_c);
constexpr auto n20 = abs(n2);
constexpr auto n21 = cbrt(n1);
constexpr auto n22 = erf(n11);
constexpr auto n23 = hypot(n19, n0);
constexpr auto n24 = cos(c);
constexpr auto n25 = atan2(n22, n22);
constexpr auto n26 = select(ge(d, n23), n24, n22);
constexpr auto n27 = clamp(n24, -0.5_c, 1.5_c);
constexpr auto E = 0.5_c * n6 + 0.25_c * n9 + 1.0_c * n13 + 1.0_c * n14 + 0.5_c * n16 + -0.5_c * n18 + 0.5_c * n20 + 0.25_c * n21 + 1.0_c * n25 + 1.0_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 109") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_109::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-0.661), b = at_run_time(-0.122), c = at_run_time(0.142), d = at_run_time(-1.195));
  record("program_109", step, got, tl::wrt(a, b, c, d), a = at_run_time(-0.661), b = at_run_time(-0.122), c = at_run_time(0.142), d = at_run_time(-1.195));
  check_near(got.value, 3.9490556102478508261);
  check_near(got.gradient, {1.0942487308781711709, 0.88514836850262709874, -0.070761633115118876449, -0.762244766562877524});
}

namespace program_110 {
constexpr auto n0 = min(a, d);
constexpr auto n1 = pow(a, n0);
constexpr auto n2 = cosh(c);
constexpr auto n3 = n2 + b;
constexpr auto n4 = log10(n2);
constexpr auto n5 = hadamard(n4, n2);
constexpr auto n6 = gelu_tanh(n5);
constexpr auto n7 = erfc(n4);
constexpr auto n8 = tanh(n6);
constexpr auto n9 = erf(n6);
constexpr auto n10 = log(a);
constexpr auto n11 = -1.25_c * c;
constexpr auto n12 = square(n9);
constexpr auto n13 = tanh(n3);
constexpr auto n14 = n1 / n5;
constexpr auto n15 = a + n14;
constexpr auto n16 = atan(n11);
constexpr auto n17 = hypot(n13, b);
constexpr auto n18 = cos(n0);
constexpr auto n19 = select(ge(n0, n12), n3, b);
constexpr auto n20 = clamp(n17, -0.5_c, 1.5_c);
constexpr auto n21 = log2(n13);
constexpr auto n22 = atan(n18);
constexpr auto n23 = select(ge(n11, n22), n20, n22);
constexpr auto n24 = n0 / n3;
constexpr auto n25 = log(n12);
constexpr auto n26 = tanh(n3);
constexpr auto n27 = exp2(n8);
constexpr auto E = 0.5_c * n7 + 0.25_c * n10 + 0.5_c * n15 + 1.0_c * n16 + 1.0_c * n19 + 0.5_c * n21 + 0.5_c * n23 + 1.0_c * n24 + 0.25_c * n25 + 0.5_c * n26 + 0.25_c * n27;
}
TEST_CASE("program 110") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_110::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(1.303), b = at_run_time(-0.336), c = at_run_time(0.965), d = at_run_time(-0.757));
  record("program_110", step, got, tl::wrt(a, b, c, d), a = at_run_time(1.303), b = at_run_time(-0.336), c = at_run_time(0.965), d = at_run_time(-0.757));
  check_near(got.value, 0.8017611844111721107);
  check_near(got.gradient, {-0.2022458367946080931, 1.9993992270966660308, -1.9607872496588405046, 1.4889729221449526476});
}

namespace program_111 {
constexpr auto n0 = b + b;
constexpr auto n1 = clamp(c, -0.5_c, 1.5_c);
constexpr auto n2 = square(n1);
constexpr auto n3 = clamp(n2, -0.5_c, 1.5_c);
constexpr auto n4 = sigmoid(n0);
constexpr auto n5 = max(n3, n1);
constexpr auto n6 = n0 / n1;
constexpr auto n7 = max(n4, a);
constexpr auto n8 = clamp(n2, -0.5_c, 1.5_c);
constexpr auto n9 = erf(n8);
constexpr auto n10 = atan2(n7, n7);
constexpr auto n11 = silu(n3);
constexpr auto n12 = exp2(n0);
constexpr auto n13 = hadamard(b, n11);
constexpr auto n14 = exp(n3);
constexpr auto n15 = sin(n12);
constexpr auto n16 = select(ge(n14, n9), n2, n11);
constexpr auto n17 = min(a, n3);
constexpr auto n18 = hadamard(b, n1);
constexpr auto n19 = sigmoid(n16);
constexpr auto n20 = 3.0_c * n18;
constexpr auto n21 = sinh(n19);
constexpr auto n22 = 3.0_c * n8;
constexpr auto n23 = pow(n2, n8);
constexpr auto n24 = clamp(d, -0.5_c, 1.5_c);
constexpr auto n25 = 3.0_c * n21;
constexpr auto n26 = select(ge(d, n3), b, n1);
constexpr auto n27 = expm1(n20);
constexpr auto E = -0.5_c * n5 + 1.0_c * n6 + 1.0_c * n10 + -0.5_c * n13 + 0.5_c * n15 + -0.5_c * n17 + 1.0_c * n22 + 0.25_c * n23 + 1.0_c * n24 + 0.25_c * n25 + -0.5_c * n26 + 0.25_c * n27;
}
TEST_CASE("program 111") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_111::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(0.982), b = at_run_time(-0.862), c = at_run_time(1.328), d = at_run_time(-0.018));
  record("program_111", step, got, tl::wrt(a, b, c, d), a = at_run_time(0.982), b = at_run_time(-0.862), c = at_run_time(1.328), d = at_run_time(-0.018));
  check_near(got.value, 3.8062805843166129527);
  check_near(got.gradient, {-0.5, 1.1252465379996022369, 2.1245605882115143093, 1.0});
}
