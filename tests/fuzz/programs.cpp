// SPDX-License-Identifier: BSL-1.0
// Random programs 0 to 1: python3 generate.py 0 2 programs.cpp
#include "fuzz/fuzz.hpp"

namespace program_0 {
constexpr auto n0 = tl::segment<0, 3>(w);
constexpr auto n1 = clamp(M, -0.5_c, 1.5_c);
constexpr auto n2 = transpose(W);
constexpr auto n3 = dot(w, w);
constexpr auto n4 = abs(n0);
constexpr auto n5 = tl::row<1>(W);
constexpr auto n6 = select(gt(M, a), n3, b);
constexpr auto n7 = tl::broadcast<tl::mat<2, 3>>(n5);
constexpr auto n8 = dot(n5, n5);
constexpr auto n9 = 0.1_c * n3;
constexpr auto n10 = tl::broadcast<tl::mat<3, 3>>(n8);
constexpr auto n11 = 2.0_c * M;
constexpr auto n12 = gelu_tanh(n8);
constexpr auto n13 = cos(b);
constexpr auto n14 = sin(W);
constexpr auto n15 = n2 * n14;
constexpr auto n16 = log_softmax(n0);
constexpr auto n17 = n7 * n2;
constexpr auto n18 = transpose(n11);
constexpr auto n19 = outer(n0, w);
constexpr auto n20 = pow(n4, n9);
constexpr auto n21 = cosh(w);
constexpr auto n22 = asinh(w);
constexpr auto n23 = n20[2_c];
constexpr auto n24 = sin(n5);
constexpr auto n25 = acosh(a);
constexpr auto n26 = hypot(b, n23);
constexpr auto n27 = concat(a, n4);
constexpr auto E = 1.0_c * sum(v) + -0.5_c * sum(n1) + 1.0_c * sum(n6) + 0.5_c * sum(n10) + 1.0_c * n12 + -0.5_c * n13 + -0.5_c * sum(n15) + 0.25_c * sum(n16) + 0.5_c * sum(n17) + 1.0_c * sum(n18) + 0.25_c * sum(n19) + 1.0_c * sum(n21) + 1.0_c * sum(n22) + 0.25_c * sum(n24) + 0.5_c * n25 + -0.5_c * n26 + -0.5_c * sum(n27);
}
TEST_CASE("program 0") {
  constexpr auto step = tl::value_and_gradient(program_0::E, tl::wrt(a, b, v, w, W, M));
  const auto got = step(a = 1.033, b = 0.774, v = {-0.238, -0.723, 0.034}, w = {-0.285, 0.851, -0.59}, W = {{-0.07, 0.25, 1.224}, {0.014, -0.654, 0.767}}, M = {{0.355, -0.748, 1.229}, {1.448, 0.931, 1.206}, {-0.57, 0.689, 1.197}});
  record("program_0", step, got, tl::wrt(a, b, v, w, W, M), a = 1.033, b = 0.774, v = {-0.238, -0.723, 0.034}, w = {-0.285, 0.851, -0.59}, W = {{-0.07, 0.25, 1.224}, {0.014, -0.654, 0.767}}, M = {{0.355, -0.748, 1.229}, {1.448, 0.931, 1.206}, {-0.57, 0.689, 1.197}});
  check_near(got.value, 22.799914084638896268);
  check_near(got.gradient, {1.4303868261191334178, 5.0318674371800073418, 1.0, 1.0, 1.0, -1.0346905660218686695, 7.8162421377106354191, -3.8110997960472188073, -1.2452445695632706095, -1.8931402874263410134, -0.030564167426821686858, 0.25110590620136229759, -8.2673139765485538701, 11.412613309456420263, 1.5, 2.0, 1.5, 1.5, 1.5, 1.5, 2.0, 1.5, 1.5});
  constexpr auto slope = tl::derivative(program_0::E, a);
  const auto second = tl::function(tl::derivative(slope, a), tl::derivative(slope, b))(a = 1.033, b = 0.774, v = {-0.238, -0.723, 0.034}, w = {-0.285, 0.851, -0.59}, W = {{-0.07, 0.25, 1.224}, {0.014, -0.654, 0.767}}, M = {{0.355, -0.748, 1.229}, {1.448, 0.931, 1.206}, {-0.57, 0.689, 1.197}});
  check_near(std::get<0>(second), -29.72304835935950276);
  check_near(std::get<1>(second), 0.0);
}

namespace program_1 {
constexpr auto n0 = sum(M);
constexpr auto n1 = concat(b, n0);
constexpr auto n2 = dot(w, v);
constexpr auto n3 = tl::reshape<tl::vec<2>>(n1);
constexpr auto n4 = dot(v, w);
constexpr auto n5 = relu(n0);
constexpr auto n6 = W * w;
constexpr auto n7 = outer(n6, v);
constexpr auto n8 = n7 * w;
constexpr auto n9 = tl::segment<0, 2>(n1);
constexpr auto n10 = cross_entropy(w, w);
constexpr auto n11 = clamp(n7, -0.5_c, 1.5_c);
constexpr auto n12 = n7 * M;
constexpr auto n13 = outer(n3, w);
constexpr auto n14 = dot(n3, n6);
constexpr auto n15 = outer(n9, n3);
constexpr auto n16 = sum(W);
constexpr auto n17 = M * v;
constexpr auto n18 = n12 * n17;
constexpr auto n19 = n15 * n12;
constexpr auto n20 = dot(n8, n6);
constexpr auto n21 = tl::broadcast<tl::mat<2, 2>>(n1);
constexpr auto n22 = gelu_tanh(n20);
constexpr auto n23 = tl::segment<1, 1>(w);
constexpr auto n24 = erfc(n22);
constexpr auto n25 = erf(n2);
constexpr auto n26 = n12 * M;
constexpr auto n27 = cross_entropy(n3, n18);
constexpr auto E = 1.0_c * a + 1.0_c * n4 + -0.5_c * n5 + 0.25_c * n10 + -0.5_c * sum(n11) + 0.25_c * sum(n13) + 0.5_c * n14 + -0.5_c * n16 + 1.0_c * sum(n19) + -0.5_c * sum(n21) + 0.5_c * sum(n23) + 0.25_c * n24 + 1.0_c * n25 + 0.5_c * sum(n26) + 1.0_c * n27;
}
TEST_CASE("program 1") {
  constexpr auto step = tl::value_and_gradient(program_1::E, tl::wrt(a, b, v, w, W, M));
  const auto got = step(a = -1.097, b = 1.042, v = {0.791, -0.735, -0.014}, w = {-0.152, 0.455, 0.866}, W = {{-1.218, -1.415, 1.007}, {-0.202, 0.787, -1.494}}, M = {{-0.164, 0.665, -0.814}, {1.336, 1.204, -1.408}, {-1.424, 0.124, 1.317}});
  record("program_1", step, got, tl::wrt(a, b, v, w, W, M), a = -1.097, b = 1.042, v = {0.791, -0.735, -0.014}, w = {-0.152, 0.455, 0.866}, W = {{-1.218, -1.415, 1.007}, {-0.202, 0.787, -1.494}}, M = {{-0.164, 0.665, -0.814}, {1.336, 1.204, -1.408}, {-1.424, 0.124, 1.317}});
  check_near(got.value, -1.4496840706482182691);
  check_near(got.gradient, {1.0, -1.0786775307585725676, -0.68436786213880374181, 0.15326973144960008814, 1.1507650804254000894, 4.5242563234675888048, 1.370365491552361733, 0.27831304960169905706, -0.26482107084948489673, -1.2039895576545024888, -1.8399010042391189645, -0.36887683874317866794, -0.8925068313937744053, -1.2470569582132057588, 1.1072160887324680697, -0.27478168819751747951, 0.86027689903434225635, 1.0229063712500427636, 1.3015436788291055077, 0.7219283209029795595, 0.38874532784091663505, 0.6715070376221105598, 0.52937593661826101022});
}
