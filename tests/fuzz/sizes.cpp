// SPDX-License-Identifier: BSL-1.0
// Random programs 1 to 2: python3 generate.py 1 2 sizes.cpp sizes
#include "fuzz/fuzz.hpp"

namespace sizes_1 {
constexpr auto x = tl::input<"x", tl::vec<5>>;
constexpr auto y = tl::input<"y", tl::vec<33>>;
constexpr auto A = tl::parameter<"A", tl::mat<33, 5>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 33>>;
constexpr auto X = tl::parameter<"X", tl::mat<9, 5>>;
constexpr auto n0 = tl::segment<2, 2>(x);
constexpr auto n1 = softmax(y);
constexpr auto n2 = tl::row<16>(A);
constexpr auto n3 = tl::reshape<tl::mat<2, 1>>(n0);
constexpr auto n4 = dot(n2, n2);
constexpr auto n5 = tl::row<2>(B);
constexpr auto n6 = cos(n4);
constexpr auto n7 = squared_norm(n2);
constexpr auto n8 = transpose(B);
constexpr auto n9 = B * n1;
constexpr auto n10 = tl::segment<7, 15>(n5);
constexpr auto n11 = select(lt(n0, n7), n6, n6);
constexpr auto n12 = concat(y, b);
constexpr auto n13 = tl::reshape<tl::mat<3, 33>>(B);
constexpr auto n14 = -1.25_c * A;
constexpr auto n15 = dot(n10, n10);
constexpr auto n16 = transpose(n14);
constexpr auto n17 = silu(A);
constexpr auto n18 = n11 + a;
constexpr auto n19 = clamp(n16, -0.5_c, 1.5_c);
constexpr auto n20 = dot(x, x);
constexpr auto n21 = hadamard(n17, b);
constexpr auto n22 = cross_entropy(n10, n10);
constexpr auto n23 = pow(n20, n0);
constexpr auto n24 = hadamard(n23, n22);
constexpr auto n25 = -1.25_c * n17;
constexpr auto n26 = concat(n18, n20);
constexpr auto n27 = gelu(n24);
constexpr auto E = 0.5_c * sum(X) + -0.5_c * sum(n3) + 0.5_c * sum(n8) + 0.5_c * sum(n9) + -0.5_c * sum(n12) + -0.5_c * sum(n13) + -0.5_c * n15 + 0.25_c * sum(n19) + 0.5_c * sum(n21) + -0.5_c * sum(n25) + 0.25_c * sum(n26) + 0.25_c * sum(n27);
}
TEST_CASE("sizes 1") {
  using namespace sizes_1;
  constexpr double at[] = {-1.146, 0.783, -0.083, -0.361, -0.87, -0.036, 1.18, -0.331, 0.322, 0.801, 0.587, -0.701, 0.905, 0.273, -1.193, -0.548, -1.433, 0.449, -1.472, 1.144, 0.559, 1.407, 0.678, 0.083, 0.791, 1.318, 0.159, -0.463, 0.531, 0.783, 1.357, 1.28, -0.251, 1.249, 1.267, -1.2, 0.388, 0.671, -0.611, 0.729, 1.187, 1.42, 0.002, 1.402, 0.023, 1.231, -0.93, -0.648, 1.42, -0.002, 1.323, -0.32, 1.06, -0.059, 0.731, -0.287, 0.494, -0.399, 1.148, 0.828, 0.715, -1.241, 0.491, -1.176, -1.009, 1.02, -0.388, 0.698, -0.092, -0.574, 1.045, 0.344, 0.235, 0.441, -0.994, -0.819, -1.463, -0.901, 1.26, 0.145, -0.287, -0.469, 1.042, -0.44, 1.229, 0.478, 0.327, 0.688, -0.349, 1.071, 1.364, 1.315, 0.037, -1.112, 0.832, -0.884, 1.349, -0.057, -0.406, 0.163, 1.323, -0.26, 0.94, -0.257, -1.495, 0.12, 0.859, -0.507, 0.3, 0.914, 0.406, 0.152, -0.958, -1.225, 0.153, 1.054, 1.293, -1.403, 1.331, -1.289, 1.104, -0.141, 0.762, -0.656, -0.694, 0.892, -0.946, -0.629, -0.998, -0.734, 1.356, 0.47, 0.445, -0.617, 0.608, -0.011, -1.157, -0.564, -0.47, 0.889, -0.725, -0.74, 0.69, 1.43, 1.397, -0.205, 1.427, -0.824, -0.308, -1.394, 1.38, -0.163, 0.019, -0.22, 0.997, 1.431, 0.392, 0.585, -0.147, 0.072, -1.408, 0.525, 0.91, 0.479, -0.221, 0.712, -1.123, -0.864, -1.358, -1.288, -1.271, 1.252, -0.606, -1.025, 0.195, -1.109, 0.182, 1.052, 0.272, -0.847, 1.202, -0.117, 0.984, 1.11, 0.84, 0.369, -1.388, -0.899, -1.203, 0.22, 1.19, 0.274, -0.023, 1.314, -0.33, 0.012, -1.448, 0.336, -0.293, -0.656, -1.029, 1.073, 0.933, 0.19, -1.095, -0.212, -0.7, -1.211, -0.362, 0.143, 1.243, 1.013, 0.103, 0.804, 0.098, -1.304, -1.379, -1.101, -1.0, 0.115, -0.696, -0.503, 0.018, -0.734, -0.483, -1.158, -0.794, 1.332, 0.839, 0.645, -0.034, 0.24, 0.811, -0.538, -0.28, -0.359, 1.474, -1.058, -1.125, -1.156, 0.262, 1.278, -1.27, 0.151, 0.198, 1.357, -0.405, -0.613, 0.103, -1.157, 1.19, -1.177, -1.363, -0.613, 0.341, -1.456, -0.259, 0.978, 0.87, -0.936, 0.857, 0.26, -1.014, -0.147, 0.543, -1.023, 1.035, -0.195, 1.394, 0.919, 0.129, 0.955, 0.151, 0.635, -0.557, -0.877, -0.548, -1.418, 0.861, 1.277, 0.679, -0.539, -0.326, -0.304, -1.307, -0.548, 0.304, -0.132, -0.75, 0.855, 0.834, 1.174, 1.103, -0.093, -0.433, -0.95, -0.876, -0.902, -0.419, 0.96, -1.232, 0.76, -1.229, 0.223, -0.483, -0.818, 1.4, -1.377, -0.94, 0.878, 0.237, 1.264, -0.762, -1.197, 0.334, 0.923, -1.224, -0.84, 0.925, -0.295, -0.696, 1.103, 0.688, -1.435, -1.47, 0.752, -0.422, -0.093, 1.077, -1.197, 0.833, -0.516, 0.028, 0.496, -0.961, -1.051, -1.075, 1.097, -0.583, 0.628, 1.004, 0.306, -1.121, -0.88, 0.136, 0.668, 0.839, 0.963, 0.371};
  check_sizes("sizes_1", E, tl::wrt(a, b, x, y, A, B, X), at, 31.645897612593807643, {-11.85395959159126897, -26.617218992439049161}, tl::hana::make_tuple(n4, n18, n27), {{2.7313130000000001835, 2.7313130000000001835}, {0.0, 0.0}, {-0.039379110940925646109, -0.039379110940925646109}});
}

namespace sizes_2 {
constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto y = tl::input<"y", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<3, 2>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 3>>;
constexpr auto X = tl::parameter<"X", tl::mat<15, 2>>;
constexpr auto n0 = cross_entropy(X, X);
constexpr auto n1 = B * B;
constexpr auto n2 = relu(a);
constexpr auto n3 = hadamard(n2, a);
constexpr auto n4 = max(b, x);
constexpr auto n5 = max(a, n1);
constexpr auto n6 = sign(n3);
constexpr auto n7 = atan2(b, a);
constexpr auto n8 = erf(x);
constexpr auto n9 = A * n8;
constexpr auto n10 = gelu(b);
constexpr auto n11 = sigmoid(b);
constexpr auto n12 = -1.25_c * n8;
constexpr auto n13 = 0.1_c * a;
constexpr auto n14 = x + n11;
constexpr auto n15 = log2(a);
constexpr auto n16 = cross_entropy(n8, n12);
constexpr auto n17 = X * n8;
constexpr auto n18 = min(X, a);
constexpr auto n19 = tl::row<2>(B);
constexpr auto n20 = gelu_tanh(A);
constexpr auto n21 = hypot(n7, y);
constexpr auto n22 = A * n4;
constexpr auto n23 = tl::row<1>(n1);
constexpr auto n24 = expm1(B);
constexpr auto n25 = n21 + b;
constexpr auto n26 = norm(B);
constexpr auto n27 = B * A;
constexpr auto E = 1.0_c * n0 + 1.0_c * sum(n5) + 0.5_c * n6 + 0.5_c * sum(n9) + 1.0_c * n10 + 0.5_c * n13 + 1.0_c * sum(n14) + 0.25_c * n15 + 0.25_c * n16 + -0.5_c * sum(n17) + 0.25_c * sum(n18) + 0.5_c * sum(n19) + 0.5_c * sum(n20) + 0.25_c * sum(n22) + 0.25_c * sum(n23) + 1.0_c * sum(n24) + 1.0_c * sum(n25) + 0.25_c * n26 + 0.5_c * sum(n27);
}
TEST_CASE("sizes 2") {
  using namespace sizes_2;
  constexpr double at[] = {1.006, 0.708, 0.509, -0.576, 0.318, 0.32, 0.244, -1.025, -0.208, -0.319, 0.669, 1.484, 1.348, 0.133, -0.165, -0.695, -1.392, -1.418, -0.105, -0.545, -0.36, 1.175, 0.077, 0.182, -0.792, -1.428, -0.525, -1.09, 0.031, 1.496, 0.523, -0.954, 1.181, 0.89, 0.703, 1.22, 0.789, 0.869, -0.439, 1.443, 1.386, -1.016, 0.762, 0.645, -0.116, 0.091, -0.03, 1.274, 0.003, 0.995, -0.438, 1.149};
  check_sizes("sizes_2", E, tl::wrt(a, b, x, y, A, B, X), at, 22.744473024156440656, {14.568298486864519815, -8.4579714974419957304}, tl::hana::make_tuple(n27, n1, n2), {{3.4445519999999997904, 1.5230620000000000314}, {0.11954300000000022627, -5.2670649999999996487}, {1.0060000000000000053, 1.0060000000000000053}});
}
