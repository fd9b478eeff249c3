// SPDX-License-Identifier: BSL-1.0
// Random programs 246 to 251: python3 generate.py 246 6 scalars.cpp scalars
#include "fuzz/fuzz.hpp"

namespace program_246 {
constexpr auto n0 = hypot(b, a);
constexpr auto n1 = clamp(c, -0.5_c, 1.5_c);
constexpr auto n2 = min(d, a);
constexpr auto n3 = asin(n1);
constexpr auto n4 = asin(n1);
constexpr auto n5 = select(lt(n1, n2), b, n1);
constexpr auto n6 = asinh(n3);
constexpr auto n7 = n6 / n3;
constexpr auto n8 = n2 + a;
constexpr auto n9 = exp(n0);
constexpr auto n10 = log10(n9);
constexpr auto n11 = c / n7;
constexpr auto n12 = select(lt(n0, n7), n9, b);
constexpr auto n13 = n11 - n4;
constexpr auto n14 = hadamard(n10, a);
constexpr auto n15 = log(n11);
constexpr auto n16 = gelu_tanh(c);
constexpr auto n17 = atan2(d, n13);
constexpr auto n18 = clamp(n16, -0.5_c, 1.5_c);
constexpr auto n19 = select(lt(b, n18), n15, n16);
constexpr auto n20 = -1.25_c * n19;
constexpr auto n21 = sin(n0);
constexpr auto n22 = select(ge(b, n0), n21, n18);
constexpr auto n23 = min(n20, n15);
constexpr auto n24 = 0.1_c * n3;
constexpr auto n25 = select(le(a, b), c, c);
constexpr auto n26 = pow(n21, n23);
constexpr auto n27 = -1.25_c * n23;
constexpr auto E = 0.5_c * n5 + -0.5_c * n8 + -0.5_c * n12 + 0.5_c * n14 + 1.0_c * n17 + 0.25_c * n22 + -0.5_c * n24 + -0.5_c * n25 + 0.5_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 246") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_246::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(1.281), b = at_run_time(0.05), c = at_run_time(0.662), d = at_run_time(-1.303));
  record("program_246", step, got, tl::wrt(a, b, c, d), a = at_run_time(1.281), b = at_run_time(0.05), c = at_run_time(0.662), d = at_run_time(-1.303));
  check_near(got.value, -0.43032404567111983263);
  check_near(got.gradient, {0.005375545265263693415, -0.49113980804303114838, -1.0245463007544851224, -0.50621538777573818551});
}

namespace program_247 {
constexpr auto n0 = sigmoid(d);
constexpr auto n1 = erf(c);
constexpr auto n2 = select(gt(n1, d), d, n0);
constexpr auto n3 = select(ge(d, n0), c, n2);
constexpr auto n4 = asin(n2);
constexpr auto n5 = log10(n1);
constexpr auto n6 = atan2(n2, n2);
constexpr auto n7 = select(gt(n3, n0), n4, n4);
constexpr auto n8 = -1.25_c * n4;
constexpr auto n9 = clamp(a, -0.5_c, 1.5_c);
constexpr auto n10 = sinh(n6);
constexpr auto n11 = 0.5_c * n6;
constexpr auto n12 = a - n1;
constexpr auto n13 = erf(n11);
constexpr auto n14 = sin(n13);
constexpr auto n15 = sqrt(n11);
constexpr auto n16 = c + n14;
constexpr auto n17 = atan(n13);
constexpr auto n18 = n0 - n3;
constexpr auto n19 = clamp(n4, -0.5_c, 1.5_c);
constexpr auto n20 = 3.0_c * n17;
constexpr auto n21 = clamp(n3, -0.5_c, 1.5_c);
constexpr auto n22 = n21 - n18;
constexpr auto n23 = hadamard(n21, n20);
constexpr auto n24 = select(lt(n20, n23), n2, b);
constexpr auto n25 = hadamard(n1, d);
constexpr auto n26 = select(ge(n9, n1), n0, n16);
constexpr auto n27 = silu(n24);
constexpr auto E = 0.5_c * n5 + 0.25_c * n7 + 0.25_c * n8 + 0.5_c * n10 + -0.5_c * n12 + 0.5_c * n15 + 0.25_c * n19 + 1.0_c * n22 + 0.25_c * n25 + 1.0_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 247") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_247::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-0.125), b = at_run_time(-1.437), c = at_run_time(1.096), d = at_run_time(1.112));
  record("program_247", step, got, tl::wrt(a, b, c, d), a = at_run_time(-0.125), b = at_run_time(-1.437), c = at_run_time(1.096), d = at_run_time(1.112));
  check_near(got.value, 4.8258315683688008116);
  check_near(got.gradient, {-0.5, 0.0, 3.347961688498557514, 0.16504552276670350642});
}

namespace program_248 {
constexpr auto n0 = clamp(a, -0.5_c, 1.5_c);
constexpr auto n1 = sinh(d);
constexpr auto n2 = log(d);
constexpr auto n3 = 3.0_c * n0;
constexpr auto n4 = gelu_tanh(n3);
constexpr auto n5 = 2.0_c * n0;
constexpr auto n6 = hypot(n3, n5);
constexpr auto n7 = atan2(c, n4);
constexpr auto n8 = acosh(n5);
constexpr auto n9 = clamp(n0, -0.5_c, 1.5_c);
constexpr auto n10 = sigmoid(d);
constexpr auto n11 = erfc(n9);
constexpr auto n12 = atan(a);
constexpr auto n13 = hadamard(n0, n12);
constexpr auto n14 = clamp(n10, -0.5_c, 1.5_c);
constexpr auto n15 = n14 / a;
constexpr auto n16 = n10 + n13;
constexpr auto n17 = hadamard(n0, a);
constexpr auto n18 = sigmoid(n1);
constexpr auto n19 = max(n17, n2);
constexpr auto n20 = sin(n1);
constexpr auto n21 = sign(n20);
constexpr auto n22 = atan2(d, n20);
constexpr auto n23 = pow(n22, n20);
constexpr auto n24 = atan2(a, n21);
constexpr auto n25 = square(n22);
constexpr auto n26 = log10(n25);
constexpr auto n27 = select(ge(n1, a), d, b);
constexpr auto E = 1.0_c * n6 + 0.25_c * n7 + -0.5_c * n8 + 0.5_c * n11 + -0.5_c * n15 + 0.25_c * n16 + 1.0_c * n18 + 0.25_c * n19 + -0.5_c * n23 + -0.5_c * n24 + -0.5_c * n26 + 0.25_c * n27;
}
TEST_CASE("program 248") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_248::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(1.01), b = at_run_time(0.673), c = at_run_time(0.895), d = at_run_time(0.652));
  record("program_248", step, got, tl::wrt(a, b, c, d), a = at_run_time(1.01), b = at_run_time(0.673), c = at_run_time(0.895), d = at_run_time(0.652));
  check_near(got.value, 3.5314783660015118772);
  check_near(got.gradient, {3.6665896148399998772, 0.25, 0.075956688000551162746, 0.27205271690215394969});
}

namespace program_249 {
constexpr auto n0 = select(lt(b, d), d, c);
constexpr auto n1 = hadamard(b, c);
constexpr auto n2 = tan(n0);
constexpr auto n3 = pow(b, n2);
constexpr auto n4 = select(ge(n2, n3), a, b);
constexpr auto n5 = tan(a);
constexpr auto n6 = n3 + n2;
constexpr auto n7 = max(c, n5);
constexpr auto n8 = exp2(n7);
constexpr auto n9 = sin(n1);
constexpr auto n10 = relu(n0);
constexpr auto n11 = clamp(n9, -0.5_c, 1.5_c);
constexpr auto n12 = n11 / n9;
constexpr auto n13 = tanh(n11);
constexpr auto n14 = log2(d);
constexpr auto n15 = 3.0_c * d;
constexpr auto n16 = select(le(n12, n3), n10, n10);
constexpr auto n17 = clamp(b, -0.5_c, 1.5_c);
constexpr auto n18 = cosh(a);
constexpr auto n19 = log1p(n17);
constexpr auto n20 = n7 / n3;
constexpr auto n21 = n18 / n5;
constexpr auto n22 = exp(n18);
constexpr auto n23 = max(n21, n5);
constexpr auto n24 = select(ge(b, n23), n7, n0);
constexpr auto n25 = select(le(n0, n2), n21, n20);
constexpr auto n26 = sigmoid(n24);
constexpr auto n27 = d / n24;
constexpr auto E = 0.5_c * n4 + -0.5_c * n6 + 1.0_c * n8 + 1.0_c * n13 + 0.5_c * n14 + 0.5_c * n15 + -0.5_c * n16 + 1.0_c * n19 + 1.0_c * n22 + 0.5_c * n25 + 1.0_c * n26 + 0.5_c * n27;
}
TEST_CASE("program 249") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_249::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-0.687), b = at_run_time(1.069), c = at_run_time(-0.665), d = at_run_time(0.292));
  record("program_249", step, got, tl::wrt(a, b, c, d), a = at_run_time(-0.687), b = at_run_time(1.069), c = at_run_time(-0.665), d = at_run_time(0.292));
  check_near(got.value, 4.1417976549943328285);
  check_near(got.gradient, {-2.5791296819894331973, 1.0743950307648038042, 0.037324400160423207949, 3.2184885214521597006});
}

namespace program_250 {
constexpr auto n0 = gelu(c);
constexpr auto n1 = -1.25_c * n0;
constexpr auto n2 = clamp(n1, -0.5_c, 1.5_c);
constexpr auto n3 = softplus(b);
constexpr auto n4 = n1 - n1;
constexpr auto n5 = atanh(a);
constexpr auto n6 = n3 - n5;
constexpr auto n7 = erfc(n4);
constexpr auto n8 = clamp(a, -0.5_c, 1.5_c);
constexpr auto n9 = hadamard(n6, b);
constexpr auto n10 = cosh(n7);
constexpr auto n11 = clamp(b, -0.5_c, 1.5_c);
constexpr auto n12 = atan2(b, a);
constexpr auto n13 = min(n0, a);
constexpr auto n14 = hypot(n8, c);
constexpr auto n15 = min(c, n0);
constexpr auto n16 = n13 + n15;
constexpr auto n17 = log10(n3);
constexpr auto n18 = min(b, n4);
constexpr auto n19 = n2 + n4;
constexpr auto n20 = n11 + n18;
constexpr auto n21 = softplus(n11);
constexpr auto n22 = tan(n1);
constexpr auto n23 = hadamard(n21, n20);
constexpr auto n24 = n0 + a;
constexpr auto n25 = gelu(n23);
constexpr auto n26 = gelu_tanh(n24);
constexpr auto n27 = exp2(n5);
constexpr auto E = -0.5_c * d + 0.25_c * n9 + -0.5_c * n10 + 0.5_c * n12 + 1.0_c * n14 + 1.0_c * n16 + -0.5_c * n17 + 0.5_c * n19 + -0.5_c * n22 + 1.0_c * n25 + 1.0_c * n26 + 0.25_c * n27;
}
TEST_CASE("program 250") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_250::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-0.337), b = at_run_time(1.299), c = at_run_time(0.186), d = at_run_time(-1.295));
  record("program_250", step, got, tl::wrt(a, b, c, d), a = at_run_time(-0.337), b = at_run_time(1.299), c = at_run_time(0.186), d = at_run_time(-1.295));
  check_near(got.value, 3.520798118615718904);
  check_near(got.gradient, {-0.12970587896748634463, 3.302408003467945867, 1.3438191075290782388, -0.5});
}

namespace program_251 {
constexpr auto n0 = c - d;
constexpr auto n1 = max(n0, b);
constexpr auto n2 = cbrt(n0);
constexpr auto n3 = abs(d);
constexpr auto n4 = 2.0_c * d;
constexpr auto n5 = hypot(d, c);
constexpr auto n6 = select(ge(n2, n4), n5, a);
constexpr auto n7 = log1p(n3);
constexpr auto n8 = min(b, n3);
constexpr auto n9 = clamp(n8, -0.5_c, 1.5_c);
constexpr auto n10 = hadamard(n3, n7);
constexpr auto n11 = sigmoid(b);
constexpr auto n12 = n9 + n10;
constexpr auto n13 = hypot(n3, n2);
constexpr auto n14 = cbrt(c);
constexpr auto n15 = 0.1_c * n9;
constexpr auto n16 = atan2(n6, n13);
constexpr auto n17 = min(n14, n13);
constexpr auto n18 = log1p(n16);
constexpr auto n19 = erfc(n3);
constexpr auto n20 = clamp(n17, -0.5_c, 1.5_c);
constexpr auto n21 = sinh(n0);
constexpr auto n22 = 2.0_c * b;
constexpr auto n23 = expm1(n19);
constexpr auto n24 = n20 / n1;
constexpr auto n25 = acos(n22);
constexpr auto n26 = gelu(a);
constexpr auto n27 = cos(n3);
constexpr auto E = 0.5_c * n11 + -0.5_c * n12 + -0.5_c * n15 + -0.5_c * n18 + 0.5_c * n21 + 1.0_c * n23 + -0.5_c * n24 + 1.0_c * n25 + 0.5_c * n26 + 0.25_c * n27;
}
TEST_CASE("program 251") {
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(program_251::E, tl::wrt(a, b, c, d));
  const auto got = step(a = at_run_time(-0.166), b = at_run_time(-0.353), c = at_run_time(0.234), d = at_run_time(-0.129));
  record("program_251", step, got, tl::wrt(a, b, c, d), a = at_run_time(-0.166), b = at_run_time(-0.353), c = at_run_time(0.234), d = at_run_time(-0.129));
  check_near(got.value, 3.4966245212358814589);
  check_near(got.gradient, {0.18438011977410128342, -3.2528283798194225443, 1.376099878884257503, -0.030941195723970588665});
}
