// SPDX-License-Identifier: BSL-1.0
// Random programs 0 to 3: python3 generate.py 0 4 programs.cpp
#include "fuzz/fuzz.hpp"

namespace program_0 {
constexpr auto n0 = tl::segment<0, 2>(w);
constexpr auto n1 = clamp(M, -0.5_c, 1.5_c);
constexpr auto n2 = transpose(W);
constexpr auto n3 = dot(w, w);
constexpr auto n4 = abs(n0);
constexpr auto n5 = tl::row<1>(W);
constexpr auto n6 = select(gt(M, a), n3, b);
constexpr auto n7 = tl::broadcast<tl::vec<2>>(b);
constexpr auto n8 = atan(n7);
constexpr auto n9 = log1p(W);
constexpr auto n10 = tl::row<1>(n6);
constexpr auto n11 = dot(n5, v);
constexpr auto n12 = transpose(n6);
constexpr auto n13 = outer(n5, n4);
constexpr auto n14 = cos(b);
constexpr auto n15 = sin(W);
constexpr auto n16 = n2 * n8;
constexpr auto n17 = log_softmax(n5);
constexpr auto n18 = n9 * n5;
constexpr auto n19 = transpose(n13);
constexpr auto n20 = outer(n7, n4);
constexpr auto n21 = pow(n4, n8);
constexpr auto n22 = cosh(w);
constexpr auto n23 = asinh(w);
constexpr auto n24 = n18[0_c];
constexpr auto n25 = logsumexp(n18);
constexpr auto n26 = acos(n5);
constexpr auto n27 = tl::row<0>(n13);
constexpr auto E = 1.0_c * sum(n1) + 1.0_c * sum(n10) + 0.25_c * n11 + 1.0_c * sum(n12) + -0.5_c * n14 + 1.0_c * sum(n15) + 0.5_c * sum(n16) + 1.0_c * sum(n17) + -0.5_c * sum(n19) + -0.5_c * sum(n20) + 0.25_c * sum(n21) + 0.5_c * sum(n22) + 1.0_c * sum(n23) + 0.25_c * n24 + 1.0_c * n25 + 1.0_c * sum(n26) + 0.25_c * sum(n27);
}
TEST_CASE("program 0") {
  constexpr auto step = tl::value_and_gradient(program_0::E, tl::wrt(a, b, v, w, W, M));
  const auto got = step(a = 1.033, b = 0.774, v = {-0.238, -0.723, 0.034}, w = {-0.285, 0.851, -0.59}, W = {{-0.07, 0.25, 1.224}, {0.014, -0.654, 0.767}}, M = {{0.355, -0.748, 1.229}, {1.448, 0.931, 1.206}, {-0.57, 0.689, 1.197}});
  record("program_0", step, got, tl::wrt(a, b, v, w, W, M), a = 1.033, b = 0.774, v = {-0.238, -0.723, 0.034}, w = {-0.285, 0.851, -0.59}, W = {{-0.07, 0.25, 1.224}, {0.014, -0.654, 0.767}}, M = {{0.355, -0.748, 1.229}, {1.448, 0.931, 1.206}, {-0.57, 0.689, 1.197}});
  check_near(got.value, 22.639572400997844861);
  check_near(got.gradient, {0.0, 5.5836871327274594303, 0.0035000000000000000729, -0.16350000000000000644, 0.19175000000000000377, -2.0214795668007060446, 10.792307209183818552, -6.5311460250755218041, 1.335770076175722926, 0.98974589674937706722, 0.8725868635823387452, 0.13609115402410512897, -2.1880881461049293496, -0.68667967767346672116, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0});
  constexpr auto slope = tl::derivative(program_0::E, a);
  const auto second = tl::function(tl::derivative(slope, a), tl::derivative(slope, b))(a = 1.033, b = 0.774, v = {-0.238, -0.723, 0.034}, w = {-0.285, 0.851, -0.59}, W = {{-0.07, 0.25, 1.224}, {0.014, -0.654, 0.767}}, M = {{0.355, -0.748, 1.229}, {1.448, 0.931, 1.206}, {-0.57, 0.689, 1.197}});
  check_near(std::get<0>(second), 0.0);
  check_near(std::get<1>(second), 0.0);
}

namespace program_1 {
constexpr auto n0 = sum(M);
constexpr auto n1 = expm1(n0);
constexpr auto n2 = dot(w, v);
constexpr auto n3 = tl::reshape<tl::mat<2, 3>>(W);
constexpr auto n4 = softmax(v);
constexpr auto n5 = W[0_c];
constexpr auto n6 = tl::row<2>(M);
constexpr auto n7 = tl::segment<1, 2>(n4);
constexpr auto n8 = outer(n7, v);
constexpr auto n9 = n8 * M;
constexpr auto n10 = clamp(M, -0.5_c, 1.5_c);
constexpr auto n11 = sqrt(b);
constexpr auto n12 = tl::reshape<tl::mat<3, 2>>(n9);
constexpr auto n13 = W * n4;
constexpr auto n14 = 3.0_c * n0;
constexpr auto n15 = W(1_c, 1_c);
constexpr auto n16 = exp(w);
constexpr auto n17 = squared_norm(n13);
constexpr auto n18 = cross_entropy(n6, n4);
constexpr auto n19 = M * n6;
constexpr auto n20 = n9 * n12;
constexpr auto n21 = n20 * n8;
constexpr auto n22 = dot(n13, n7);
constexpr auto n23 = tl::broadcast<tl::vec<2>>(n0);
constexpr auto n24 = dot(n4, n16);
constexpr auto n25 = tl::broadcast<tl::mat<2, 3>>(n18);
constexpr auto n26 = atan(n22);
constexpr auto n27 = log(n11);
constexpr auto E = 1.0_c * a + 0.5_c * n1 + -0.5_c * n2 + -0.5_c * sum(n3) + 1.0_c * n5 + 0.5_c * sum(n10) + 0.5_c * n14 + -0.5_c * n15 + 0.5_c * n17 + -0.5_c * sum(n19) + -0.5_c * sum(n21) + 0.25_c * sum(n23) + -0.5_c * n24 + 0.25_c * sum(n25) + 0.25_c * n26 + 1.0_c * n27;
}
TEST_CASE("program 1") {
  constexpr auto step = tl::value_and_gradient(program_1::E, tl::wrt(a, b, v, w, W, M));
  const auto got = step(a = -1.097, b = 1.042, v = {0.791, -0.735, -0.014}, w = {-0.152, 0.455, 0.866}, W = {{-1.218, -1.415, 1.007}, {-0.202, 0.787, -1.494}}, M = {{-0.164, 0.665, -0.814}, {1.336, 1.204, -1.408}, {-1.424, 0.124, 1.317}});
  record("program_1", step, got, tl::wrt(a, b, v, w, W, M), a = -1.097, b = 1.042, v = {0.791, -0.735, -0.014}, w = {-0.152, 0.455, 0.866}, W = {{-1.218, -1.415, 1.007}, {-0.202, 0.787, -1.494}}, M = {{-0.164, 0.665, -0.814}, {1.336, 1.204, -1.408}, {-1.424, 0.124, 1.317}});
  check_near(got.value, 5.6635379634023206589);
  check_near(got.gradient, {1.0, 0.47984644913627637438, 1.254129757375959032, -0.3805669457488627409, -1.4955878460915535877, -0.65353324788194320125, 0.26456595489092734531, -0.31228638043965182382, 0.13072385496150689906, -0.58028194286117960877, -0.66509890601309205688, -0.7134114234555373862, -1.0463963999136595105, -0.59541367081681701518, 4.3660634855419443159, 3.5922075099550766663, 2.494828214016122674, 4.36509217404327812, 3.5909583460487746745, 2.4952753909478027693, 3.1611145356213281189, 2.7317511721330772318, 4.1412980461420953968});
}

namespace program_2 {
constexpr auto n0 = select(lt(w, b), b, b);
constexpr auto n1 = select(gt(W, b), W, a);
constexpr auto n2 = cross_entropy(n0, w);
constexpr auto n3 = tl::broadcast<tl::mat<3, 2>>(b);
constexpr auto n4 = cross_entropy(w, n0);
constexpr auto n5 = cross_entropy(n0, w);
constexpr auto n6 = M - n2;
constexpr auto n7 = cross_entropy(n0, n0);
constexpr auto n8 = cross_entropy(n0, w);
constexpr auto n9 = tl::row<1>(n6);
constexpr auto n10 = tl::reshape<tl::mat<3, 2>>(n1);
constexpr auto n11 = tl::broadcast<tl::mat<3, 2>>(n5);
constexpr auto n12 = n6 * n9;
constexpr auto n13 = 2.0_c * n11;
constexpr auto n14 = tl::segment<1, 2>(v);
constexpr auto n15 = concat(n14, a);
constexpr auto n16 = tl::segment<0, 2>(n12);
constexpr auto n17 = max(b, n13);
constexpr auto n18 = sign(n15);
constexpr auto n19 = atan2(w, a);
constexpr auto n20 = erf(v);
constexpr auto n21 = W * n17;
constexpr auto n22 = tl::broadcast<tl::vec<2>>(a);
constexpr auto n23 = sigmoid(b);
constexpr auto n24 = -1.25_c * n20;
constexpr auto n25 = 0.1_c * a;
constexpr auto n26 = v + n23;
constexpr auto n27 = log2(b);
constexpr auto E = 0.25_c * sum(n3) + 0.5_c * n4 + 0.25_c * n7 + 0.25_c * n8 + -0.5_c * sum(n10) + 0.5_c * sum(n16) + -0.5_c * sum(n18) + -0.5_c * sum(n19) + -0.5_c * sum(n21) + 0.25_c * sum(n22) + 1.0_c * sum(n24) + 0.5_c * n25 + 1.0_c * sum(n26) + -0.5_c * n27;
}
TEST_CASE("program 2") {
  constexpr auto step = tl::value_and_gradient(program_2::E, tl::wrt(a, b, v, w, W, M));
  const auto got = step(a = 1.368, b = 1.343, v = {-1.33, -1.245, 1.006}, w = {0.708, 0.509, -0.576}, W = {{0.318, 0.32, 0.244}, {-1.025, -0.208, -0.319}}, M = {{0.669, 1.484, 1.348}, {0.133, -0.165, -0.695}, {-1.392, -1.418, -0.105}});
  record("program_2", step, got, tl::wrt(a, b, v, w, W, M), a = 1.368, b = 1.343, v = {-1.33, -1.245, 1.006}, w = {0.708, 0.509, -0.576}, W = {{0.318, 0.32, 0.244}, {-1.025, -0.208, -0.319}}, M = {{0.669, 1.484, 1.348}, {0.133, -0.165, -0.695}, {-1.392, -1.418, -0.105}});
  check_near(got.value, 5.267084846808162004);
  check_near(got.gradient, {-2.3120658359414413898, 4.1312134724522579265, 0.75948533425107857585, 0.70063724425703218932, 0.48732348668895204291, 5.6647521108826485304, 5.4585880248541867988, 4.9477764666297168695, -1.4084209540725166556, -1.4084209540725166556, -1.4084209540725166556, -1.4084209540725166556, -1.4084209540725166556, -1.4084209540725166556, -0.28560523851812916035, -0.43460523851812916778, -0.69960523851812913947, -0.58881571555438746505, -0.47931571555438750657, -1.0773157155543873993, 0.0, 0.0, 0.0});
}

namespace program_3 {
constexpr auto n0 = outer(w, w);
constexpr auto n1 = n0 * n0;
constexpr auto n2 = sum(M);
constexpr auto n3 = sign(a);
constexpr auto n4 = tanh(W);
constexpr auto n5 = tl::segment<1, 2>(w);
constexpr auto n6 = log_softmax(v);
constexpr auto n7 = tl::segment<0, 2>(w);
constexpr auto n8 = tl::row<2>(M);
constexpr auto n9 = n8[2_c];
constexpr auto n10 = min(v, n9);
constexpr auto n11 = sigmoid(n7);
constexpr auto n12 = acos(n11);
constexpr auto n13 = tl::reshape<tl::mat<2, 3>>(W);
constexpr auto n14 = transpose(W);
constexpr auto n15 = sum(n1);
constexpr auto n16 = dot(n10, n6);
constexpr auto n17 = asinh(n13);
constexpr auto n18 = dot(n6, n8);
constexpr auto n19 = transpose(n13);
constexpr auto n20 = tl::row<1>(n13);
constexpr auto n21 = clamp(n6, -0.5_c, 1.5_c);
constexpr auto n22 = norm(n4);
constexpr auto n23 = w[2_c];
constexpr auto n24 = tl::broadcast<tl::mat<3, 2>>(n23);
constexpr auto n25 = M(1_c, 1_c);
constexpr auto n26 = n24 / n24;
constexpr auto n27 = softmax(n8);
constexpr auto E = 0.25_c * b + 0.5_c * n2 + 1.0_c * n3 + -0.5_c * sum(n5) + 0.25_c * sum(n12) + -0.5_c * sum(n14) + -0.5_c * n15 + -0.5_c * n16 + 0.25_c * sum(n17) + 1.0_c * n18 + 1.0_c * sum(n19) + 1.0_c * sum(n20) + -0.5_c * sum(n21) + -0.5_c * n22 + 0.25_c * n25 + -0.5_c * sum(n26) + -0.5_c * sum(n27);
}
TEST_CASE("program 3") {
  constexpr auto step = tl::value_and_gradient(program_3::E, tl::wrt(a, b, v, w, W, M));
  const auto got = step(a = -0.786, b = 0.133, v = {-0.39, 0.312, 0.377}, w = {-1.303, -1.46, 1.012}, W = {{-0.722, -0.797, 1.487}, {-0.089, 1.009, -0.071}}, M = {{0.417, -1.048, 0.405}, {1.104, 0.07, 0.724}, {0.514, -1.308, 0.775}});
  record("program_3", step, got, tl::wrt(a, b, v, w, W, M), a = -0.786, b = 0.133, v = {-0.39, 0.312, 0.377}, w = {-1.303, -1.46, 1.012}, W = {{-0.722, -0.797, 1.487}, {-0.089, 1.009, -0.071}}, M = {{0.417, -1.048, 0.405}, {1.104, 0.07, 0.724}, {0.514, -1.308, 0.775}});
  check_near(got.value, -9.067385780340172543);
  check_near(got.gradient, {0.0, 0.25, 1.5631259333791387117, -0.92770950237759666468, 1.0947061784787816327, 12.450575326870010788, 12.435998186256112498, 4.8957782909999993874, 0.83044914128081116427, 0.81985601486527216081, 0.58364583501349211355, 1.7784729464299290158, 1.569936728395126705, 1.7729620308899132974, 0.5, 0.5, 0.5, 0.5, 0.75, 0.5, -1.1430817396535491291, -0.44108173965354911623, -0.37608173965354911401});
}
