// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/linear_algebra.hpp>

#include <limits>
#include <type_traits>
#include <vector>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tl::literals;

namespace {

template <class T>
using reference_type = std::conditional_t<std::is_same_v<T, float>, float, double>;

/// Operands are floats in [-1, 1]: a sum of n products may miss by about n roundings. References are doubles, and so
/// is what a long double can be held to here.
template <class T, class Got, std::size_t N>
bool all_near(const Got& got, const double (&expected)[N], std::size_t terms) {
  for (std::size_t i = 0; i < N; ++i)
    if (!near(static_cast<reference_type<T>>(got[i]), static_cast<long double>(expected[i]), {2, double(terms)})) {
      UNSCOPED_INFO("element " << i << " is " << static_cast<double>(got[i]) << ", not " << expected[i]);
      return false;
    }
  return true;
}

template <class T, std::size_t N>
void check(const dot_case<N>& reference) {
  constexpr auto a = tl::input<"a", tl::vec<N>>;
  constexpr auto b = tl::input<"b", tl::vec<N>>;
  const auto values_a = as<T>(reference.a), values_b = as<T>(reference.b);
  const auto r = tl::value_and_gradient(u * dot(a, b), tl::wrt(a, b, u))(a = values_a, b = values_b, u = T(-2));
  CHECK(near(static_cast<reference_type<T>>(r.gradient[u]), static_cast<long double>(reference.value), {2, double(N)}));
  for (std::size_t i = 0; i < N; ++i) {
    CHECK(r.gradient[a][i] == T(-2) * values_b[i]);
    CHECK(r.gradient[b][i] == T(-2) * values_a[i]);
  }
  const auto [total, mean_value] = tl::function(sum(a), mean(a))(a = values_a);
  CHECK(near(static_cast<reference_type<T>>(total), static_cast<long double>(reference.sum), {2, double(N)}));
  CHECK(near(static_cast<reference_type<T>>(mean_value), static_cast<long double>(reference.mean), {2, 1}));
  const auto s = tl::value_and_gradient(u * sum(a) * sum(a), tl::wrt(a))(a = values_a, u = T(0.5));
  const auto m = tl::value_and_gradient(u * mean(a), tl::wrt(a))(a = values_a, u = T(-2));
  for (std::size_t i = 0; i < N; ++i) {
    CHECK(near(static_cast<reference_type<T>>(s.gradient[a][i]), static_cast<long double>(reference.sum),
               {2, 2 * double(N)}));
    CHECK(near(m.gradient[a][i], -2.0L / N, {1}));
  }
}

template <class T, std::size_t M, std::size_t N>
void check(const outer_case<M, N>& reference) {
  constexpr auto a = tl::input<"a", tl::vec<M>>;
  constexpr auto b = tl::input<"b", tl::vec<N>>;
  constexpr auto weight = tl::input<"weight", tl::mat<M, N>>;
  const auto r = tl::value_and_gradient(sum(hadamard(weight, outer(a, b))), tl::wrt(a, b, weight))(
      a = as<T>(reference.a), b = as<T>(reference.b), weight = as<T>(reference.weight));
  CHECK(all_near<T>(r.gradient[weight], reference.value, 0));
  CHECK(all_near<T>(r.gradient[a], reference.by_a, N));
  CHECK(all_near<T>(r.gradient[b], reference.by_b, M));
}

/// Σ weight⊙(A·B); with C = 1 the right operand is a vector, and then once more a matrix of one column.
template <class T, class Right, std::size_t R, std::size_t K, std::size_t C>
void check_product(const matmul_case<R, K, C>& reference) {
  constexpr auto a = tl::input<"a", tl::mat<R, K>>;
  constexpr auto b = tl::input<"b", Right>;
  constexpr auto y = a * b;
  constexpr auto weight = tl::input<"weight", typename decltype(a * b)::shape_type>;
  static_assert(matmul(a, b) == y);
  const auto r = tl::value_and_gradient(sum(hadamard(weight, y)), tl::wrt(a, b, weight))(
      a = as<T>(reference.a), b = as<T>(reference.b), weight = as<T>(reference.weight));
  CHECK(all_near<T>(r.gradient[weight], reference.value, K));
  CHECK(all_near<T>(r.gradient[a], reference.by_a, C));
  CHECK(all_near<T>(r.gradient[b], reference.by_b, R));
}

template <class T, std::size_t R, std::size_t K, std::size_t C>
void check(const matmul_case<R, K, C>& reference) {
  check_product<T, tl::mat<K, C>>(reference);
  if constexpr (C == 1) check_product<T, tl::vec<K>>(reference);
}

/// The same product with one or both operands written as transposes of what is bound.
template <std::size_t R, std::size_t K, std::size_t C>
void check_transposed(const matmul_case<R, K, C>& reference) {
  constexpr auto a = tl::input<"a", tl::mat<K, R>>;
  constexpr auto b = tl::input<"b", tl::mat<C, K>>;
  constexpr auto weight = tl::input<"weight", tl::mat<R, C>>;
  const auto turned = [](const auto& values, std::size_t rows, std::size_t columns) {
    std::vector<double> result;
    for (std::size_t j = 0; j < columns; ++j)
      for (std::size_t i = 0; i < rows; ++i) result.push_back(values[i * columns + j]);
    return result;
  };
  const auto r = tl::value_and_gradient(sum(hadamard(weight, transpose(a) * transpose(b))), tl::wrt(a, b, weight))(
      a = turned(reference.a, R, K), b = turned(reference.b, K, C), weight = reference.weight);
  CHECK(all_near<double>(r.gradient[weight], reference.value, K));
  CHECK(all_near<double>(turned(r.gradient[a], K, R), reference.by_a, C));
  CHECK(all_near<double>(turned(r.gradient[b], C, K), reference.by_b, R));
}

}  // namespace

TEST_CASE("d(aᵀb) = δ·b·da + δ·a·db, sum and mean: every element receives δ, δ/n", "[op]") {
  check<double>(dot_1);
  check<double>(dot_3);
  check<double>(dot_5);
  check<double>(dot_17);
  check<double>(dot_33);
  check<float>(dot_33);
  check<long double>(dot_17);
}

TEST_CASE("Y = a bᵀ: da = δ·b, db = δᵀ·a", "[op]") {
  check<double>(outer_3x5);
  check<double>(outer_7x3);
  check<double>(outer_1x17);
  check<double>(outer_17x5);
  check<float>(outer_17x5);
  check<long double>(outer_3x5);
}

TEST_CASE("y = A·x: dA = δ xᵀ, dx = Aᵀ·δ", "[op]") {
  check<double>(matmul_3x5x1);
  check<double>(matmul_5x3x1);
  check<double>(matmul_7x17x1);
  check<double>(matmul_33x7x1);
  check<double>(matmul_1x9x1);
  check<float>(matmul_33x7x1);
  check<long double>(matmul_5x3x1);
}

TEST_CASE("one element of Q·q: its row alone, whatever else is in Q", "[op]") {
  constexpr auto Q = tl::input<"Q", tl::mat<3, 4>>;
  constexpr auto q = tl::input<"q", tl::vec<4>>;
  constexpr auto b = tl::input<"b", tl::vec<3>>;
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
  const auto check_row = [&](auto E, double delta) {
    const auto g = tl::value_and_gradient(E, tl::wrt(Q, q))(Q = {{nan, infinity, 1, 2}, {3, 5, 7, 11}, {0, -infinity, nan, 1}}, q = {2, -1, 0.5, 4}, b = {1, 10, 100}).gradient;
    const double row[] = {3, 5, 7, 11}, at[] = {2, -1, 0.5, 4};
    for (std::size_t k = 0; k < 4; ++k) {
      CHECK(g[q][k] == delta * row[k]);
      CHECK(g[Q](1, k) == delta * at[k]);
      CHECK(g[Q](0, k) == 0);
      CHECK(g[Q](2, k) == 0);
    }
  };
  check_row((Q * q)[1_c], 1);
  check_row(-3_c * (Q * q + b)[1_c], -3);
  check_row(square((b - Q * q)[1_c]), 2 * (6 - 5 + 3.5 + 44 - 10));
  // with others, it is a product
  CHECK(tl::value_and_gradient((Q * q)[0_c] * (Q * q)[2_c], tl::wrt(q))(Q = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}}, q = {1, 0, 0, 0}).gradient[q][3] == 4 * 9 + 12);
}

TEST_CASE("Y = A·B: dA = δ·Bᵀ, dB = Aᵀ·δ", "[op]") {
  check<double>(matmul_3x5x7);
  check<double>(matmul_2x2x2);
  check<double>(matmul_5x17x3);
  check<double>(matmul_1x4x5);
  check<float>(matmul_5x17x3);
  check<long double>(matmul_3x5x7);
}

TEST_CASE("Aᵀ·Bᵀ is read transposed and has the same derivatives", "[op]") {
  check_transposed(matmul_3x5x7);
  check_transposed(matmul_5x17x3);
  check_transposed(matmul_3x5x1);
  check_transposed(matmul_1x9x1);
}

TEST_CASE("Y = Aᵀ: dA = δᵀ", "[op]") {
  constexpr auto weight = tl::input<"weight", tl::mat<3, 2>>;
  const auto r = tl::value_and_gradient(sum(hadamard(weight, transpose(A))), tl::wrt(A, weight))(
      A = {{1., 2., 3.}, {4., 5., 6.}}, weight = {{10., 20.}, {30., 40.}, {50., 60.}});
  CHECK(r.value == 10.0 + 80 + 60 + 200 + 150 + 360);
  for (std::size_t i = 0; i < 2; ++i)
    for (std::size_t j = 0; j < 3; ++j) {
      CHECK(r.gradient[A](i, j) == 10.0 * double(2 * j + i + 1));
      CHECK(r.gradient[weight](j, i) == double(3 * i + j + 1));
    }
}

TEST_CASE("the transpose of a vector is a row, and its adjoint goes back as a column", "[op]") {
  constexpr auto row = tl::input<"row", tl::mat<1, 3>>;
  const auto r = tl::value_and_gradient(sum(hadamard(row, transpose(v))), tl::wrt(v, row))(v = {1., 2., 3.},
                                                                                          row = {{4., 5., 6.}});
  CHECK(r.value == 32.0);
  const auto s = tl::value_and_gradient(sum(transpose(v) * w), tl::wrt(v, w))(v = {1., 2., 3.}, w = {4., 5., 6.});
  CHECK(s.value == 32.0);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(r.gradient[v][i] == 4.0 + double(i));
    CHECK(r.gradient[row][i] == 1.0 + double(i));
    CHECK(s.gradient[v][i] == 4.0 + double(i));
    CHECK(s.gradient[w][i] == 1.0 + double(i));
  }
}

TEST_CASE("quadratic forms: ∂(xᵀA x)/∂x = (A + Aᵀ)·x, ∂/∂A = x xᵀ", "[op]") {
  constexpr auto square_matrix = tl::input<"S", tl::mat<3, 3>>;
  const auto r = tl::value_and_gradient(u * dot(v, square_matrix * v), tl::wrt(v, square_matrix))(
      v = {1., -2., 3.}, square_matrix = {{1., 2., 0.}, {0., -1., 4.}, {2., 1., 1.}}, u = -1.0);
  CHECK(r.value == 22.0);
  const double by_v[] = {-4.0, -21.0, 2.0}, at[] = {1, -2, 3};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(r.gradient[v][i] == by_v[i]);
    for (std::size_t j = 0; j < 3; ++j) CHECK(r.gradient[square_matrix](i, j) == -at[i] * at[j]);
  }
}
