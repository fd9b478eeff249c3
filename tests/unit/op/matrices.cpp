// SPDX-License-Identifier: BSL-1.0
// Products of matrices of all kinds of sizes, transposed or not, against plain loops in long double; and what goes by rows.
#include <tapeless/op/matrices.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <tapeless/tapeless.hpp>
#include <type_traits>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

template <class T>
void fill(T& values, int seed) {
  int k = seed;
  for (auto& v : values) v = static_cast<std::remove_reference_t<decltype(v)>>((k = (k * 37 + 11) % 101) - 50) / 32;
}

/// Is every element of got what the loop says, to so many epsilons of the sum of the magnitudes?
template <std::size_t M, std::size_t N, std::size_t K, class T, class A, class B>
bool is_product(const tl::tensor<T, tl::mat<M, N>>& got, A a, B b) {
  bool right = true;
  for (std::size_t i = 0; i < M; ++i)
    for (std::size_t j = 0; j < N; ++j) {
      long double sum = 0, size = 0;
      for (std::size_t k = 0; k < K; ++k) {
        const long double product = static_cast<long double>(a(i, k)) * static_cast<long double>(b(k, j));
        sum += product, size += std::fabs(product);
      }
      right = right && std::fabs(static_cast<long double>(got(i, j)) - sum) <=
                           size * static_cast<long double>(std::numeric_limits<T>::epsilon()) * static_cast<long double>(K + 1) / 2;
    }
  return right;
}

template <class T, std::size_t M, std::size_t K, std::size_t N>
void check() {
  constexpr auto A = tl::input<"A", tl::mat<M, K>>;
  constexpr auto At = tl::input<"At", tl::mat<K, M>>;
  constexpr auto B = tl::input<"B", tl::mat<K, N>>;
  constexpr auto Bt = tl::input<"Bt", tl::mat<N, K>>;
  tl::tensor<T, tl::mat<M, K>> a;
  tl::tensor<T, tl::mat<K, M>> at;
  tl::tensor<T, tl::mat<K, N>> b;
  tl::tensor<T, tl::mat<N, K>> bt;
  fill(a, 1), fill(at, 2), fill(b, 3), fill(bt, 4);
  INFO(M << " x " << K << " x " << N);
  const auto turned = [](const auto& m) { return [&m](std::size_t i, std::size_t j) { return m(j, i); }; };
  CHECK(is_product<M, N, K>(tl::function(A * B)(A = a, B = b), a, b));
  CHECK(is_product<M, N, K>(tl::function(transpose(At) * B)(At = at, B = b), turned(at), b));
  CHECK(is_product<M, N, K>(tl::function(A * transpose(Bt))(A = a, Bt = bt), a, turned(bt)));
  CHECK(is_product<M, N, K>(tl::function(transpose(At) * transpose(Bt))(At = at, Bt = bt), turned(at), turned(bt)));
  const auto t = tl::function(transpose(A))(A = a);
  bool moved = true;
  for (std::size_t i = 0; i < M; ++i)
    for (std::size_t j = 0; j < K; ++j) moved = moved && t(j, i) == a(i, j);
  CHECK(moved);
}

}  // namespace

TEMPLATE_TEST_CASE("products of matrices", "[op]", float, double, long double) {
  constexpr bool is_float = std::is_same_v<TestType, float>, is_double = std::is_same_v<TestType, double>;
  check<TestType, 3, 2, 4>();
  if constexpr (is_float || every_case) check<TestType, 5, 9, 1>();
  if constexpr (is_float || (is_double && every_case)) {
    check<TestType, 13, 8, 24>();
    check<TestType, 13, 24, 3>();  // A·Bᵀ row by row, for Bᵀ is narrow
    check<TestType, 4, 70, 24>();  // and for A is short
    check<TestType, 5, 17, 135>();  // two panels of Bᵀ and a part of one
  }
  if constexpr (is_double || (is_float && every_case)) {
    check<TestType, 1, 5, 3>();
    check<TestType, 17, 33, 5>();
    check<TestType, 5, 70, 10>();
    check<TestType, 24, 7, 65>();
  }
}

TEST_CASE("A·Bᵀ row by row has the same bits in constant expressions, and adds to what is there", "[op]") {
  static constexpr auto A = tl::input<"A", tl::mat<5, 37>>;
  static constexpr auto B = tl::parameter<"B", tl::mat<3, 37>>;
  static constexpr auto program = tl::function(A * transpose(B));
  static constexpr auto numbers = []<std::size_t N>(tl::tensor<float, tl::mat<N, 37>> m) {
    int k = static_cast<int>(N);
    for (float& v : m) v = static_cast<float>((k = (k * 37 + 11) % 101) - 50) / 32;
    return m;
  };
  static constexpr auto a = numbers(tl::tensor<float, tl::mat<5, 37>>{});
  static constexpr auto b = numbers(tl::tensor<float, tl::mat<3, 37>>{});
  constexpr auto known = program(A = a, B = b);
  const auto computed = program(A = a, B = b);
  for (std::size_t i = 0; i < known.size(); ++i) CHECK(computed[i] == known[i]);

  // the derivative of Σ C ⊙ A·Bᵀ by C is A·Bᵀ
  static constexpr auto C = tl::parameter<"C", tl::mat<5, 3>>;
  constexpr auto by_c = tl::value_and_gradient(sum(hadamard(C, A * transpose(B))), tl::wrt(C));
  auto sums = tl::zeros<float>(tl::wrt(C));
  tl::tensor<float, tl::mat<5, 3>> c{};
  by_c.accumulate(sums, A = a, B = b, C = c);
  by_c.accumulate(sums, A = a, B = b, C = c);
  for (std::size_t i = 0; i < known.size(); ++i) CHECK(sums.data()[i] == 2 * known[i]);
}

TEST_CASE("a batch is its samples, one in each row", "[op]") {
  constexpr std::size_t batch = 7;
  constexpr auto X = tl::input<"X", tl::mat<batch, 5>>;
  constexpr auto T = tl::input<"T", tl::mat<batch, 4>>;
  constexpr auto W = tl::parameter<"W", tl::mat<4, 5>>;
  constexpr auto b = tl::parameter<"b", tl::vec<4>>;
  constexpr auto Z = tanh(X * transpose(W) + tl::broadcast<tl::mat<batch, 4>>(b));
  constexpr auto x = tl::input<"x", tl::vec<5>>;
  constexpr auto t = tl::input<"t", tl::vec<4>>;
  constexpr auto z = tanh(W * x + b);
  tl::tensor<double, tl::mat<batch, 5>> xs;
  tl::tensor<double, tl::mat<batch, 4>> ts;
  fill(xs, 5), fill(ts, 6);
  auto theta = tl::zeros<double>(tl::wrt(W, b));
  fill(theta, 7);

  const auto [all_softmax, all_log] = tl::function(softmax(Z), log_softmax(Z))(theta, X = xs);
  const auto whole = tl::value_and_gradient(cross_entropy(Z, T) + sum(hadamard(T, softmax(Z) + log_softmax(Z))))(theta, X = xs, T = ts);
  auto by_samples = tl::zeros<double>(tl::wrt(W, b));
  double value = 0;
  constexpr auto one = tl::value_and_gradient(cross_entropy(z, t) + dot(t, softmax(z) + log_softmax(z)));
  for (std::size_t i = 0; i < batch; ++i) {
    const std::span<const double, 5> sample(xs.data() + 5 * i, 5);
    const std::span<const double, 4> target(ts.data() + 4 * i, 4);
    const auto [p, l] = tl::function(softmax(z), log_softmax(z))(theta, x = sample);
    for (std::size_t j = 0; j < 4; ++j) {
      CHECK(all_softmax(i, j) == Approx(p[j]).epsilon(1e-14));
      CHECK(all_log(i, j) == Approx(l[j]).epsilon(1e-13));
    }
    value += one.accumulate(by_samples, theta, x = sample, t = target);
  }
  CHECK(whole.value == Approx(value).epsilon(1e-13));
  for (std::size_t k = 0; k < by_samples.size(); ++k)
    CHECK(whole.gradient.data()[k] == Approx(by_samples.data()[k]).epsilon(1e-12).margin(1e-13));
}

TEST_CASE("logsumexp of a matrix still goes over all elements, and so does its derivative", "[op]") {
  constexpr auto Z = tl::input<"Z", tl::mat<3, 4>>;
  tl::tensor<double, tl::mat<3, 4>> z;
  fill(z, 8);
  CHECK(tl::check_gradient(square(logsumexp(Z)), Z = z));
  double total = 0;
  for (const double v : tl::function(tl::derivative(logsumexp(Z), Z))(Z = z)) total += v;
  CHECK(total == Approx(1).epsilon(1e-14));
}
