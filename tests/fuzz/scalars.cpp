// SPDX-License-Identifier: BSL-1.0
// Random programs 100 to 105: python3 generate.py 100 6 scalars.cpp scalars
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
