// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/storage.hpp>

// What is computed where it is read takes no place and has the values that it has where it is stored.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

template <class Values>
void fill(Values& values, int seed) {
  int k = seed;
  for (auto& v : values) v = static_cast<std::remove_reference_t<decltype(v)>>((k = (k * 37 + 11) % 101) - 50) / 64;
}

template <class T, class Shape>
tl::tensor<T, Shape> numbers(int seed) {
  tl::tensor<T, Shape> values{};
  fill(values, seed);
  return values;
}

/// f(A, b) with b in every row, and the same with every step on the way an output, too, and so stored.
template <class T, std::size_t Rows, std::size_t Columns>
void check() {
  constexpr auto A = tl::input<"A", tl::mat<Rows, Columns>>;
  constexpr auto b = tl::input<"b", tl::vec<Columns>>;
  constexpr auto row = tl::broadcast<tl::mat<Rows, Columns>>(b);
  constexpr auto sum_of = A + row;
  constexpr auto h = tanh(sum_of);
  constexpr auto g = hadamard(h - A, 1_c - square(A));
  constexpr auto total = tl::sum(g);
  constexpr auto flat = tl::transpose(exp(g));
  constexpr auto fused = tl::function(total, flat, tl::max_element(abs(A - row)), tl::squared_norm(A * 2_c));
  constexpr auto stored = tl::function(total, flat, row, sum_of, h, h - A, 1_c - square(A), g, exp(g));
  const auto as = numbers<T, tl::mat<Rows, Columns>>(3);
  const auto bs = numbers<T, tl::vec<Columns>>(7);
  const auto got = fused(A = as, b = bs);
  const auto expected = stored(A = as, b = bs);
  CHECK(std::get<0>(got) == std::get<0>(expected));
  CHECK(std::get<1>(got) == std::get<1>(expected));
  T largest = 0, squares = 0;
  for (std::size_t i = 0; i < Rows; ++i)
    for (std::size_t j = 0; j < Columns; ++j) {
      const T distance = as(i, j) - bs[j];
      largest = std::max(largest, distance < 0 ? -distance : distance);
      squares += 4 * as(i, j) * as(i, j);
    }
  CHECK(std::get<2>(got) == largest);
  CHECK(std::get<3>(got) == Approx(squares).epsilon(1e-5));
}

constexpr auto long_vector = tl::input<"v", tl::vec<100>>;
constexpr auto factor = tl::input<"s">;
constexpr auto end_of_chain = tl::unroll<70>(long_vector, [](auto h, auto) { return h * factor + long_vector; });

}  // namespace

TEST_CASE("chains of matrices have the values of their steps", "[codegen]") {
  check<double, 3, 32>();  // rows of whole registers: b is in no place
  check<float, 5, 16>();
  check<double, 7, 11>();
}

TEST_CASE("a chain takes no workspace", "[codegen]") {
  constexpr auto A = tl::input<"A", tl::mat<20, 48>>;
  constexpr auto b = tl::parameter<"b", tl::vec<48>>;
  constexpr auto row = tl::broadcast<tl::mat<20, 48>>(b);
  CHECK(tl::function(tl::sum(square(tanh(A + row) - 0.5_c))).workspace_bytes() == 0);
  CHECK(tl::function(tanh(A + row)).workspace_bytes() == 0);
  // what is read twice is stored: tanh and its square, by the value and by the slope; and so is what a product reads
  CHECK(tl::value_and_gradient(tl::sum(square(tanh(A + row))), tl::wrt(b)).workspace_bytes() == 3 * 20 * 48 * sizeof(double));
}

TEST_CASE("a long chain is stored now and then", "[codegen]") {
  constexpr auto program = tl::function(tl::sum(end_of_chain));
  CHECK(program.workspace_bytes() >= 100 * sizeof(double));
  const auto vs = numbers<double, tl::vec<100>>(4);
  double total = 0;
  for (std::size_t i = 0; i < 100; ++i) {
    double h = vs[i];
    for (int k = 0; k < 70; ++k) h = h * 0.5 + vs[i];
    total += h;
  }
  CHECK(program(long_vector = vs, factor = 0.5) == Approx(total).epsilon(1e-13));
}

TEST_CASE("the gradient of a chain is that of its derivative", "[codegen]") {
  constexpr auto A = tl::input<"A", tl::mat<6, 32>>;
  constexpr auto W = tl::parameter<"W", tl::mat<32, 4>>;
  constexpr auto b = tl::parameter<"b", tl::vec<4>>;
  constexpr auto c = tl::parameter<"c", tl::vec<32>>;
  constexpr auto E = tl::mean(square(sigmoid(hadamard(A, tanh(A + tl::broadcast<tl::mat<6, 32>>(c))) * W + tl::broadcast<tl::mat<6, 4>>(b))));
  const auto as = numbers<double, tl::mat<6, 32>>(1);
  const auto ws = numbers<double, tl::mat<32, 4>>(2);
  const auto bs = numbers<double, tl::vec<4>>(5);
  const auto cs = numbers<double, tl::vec<32>>(6);
  CHECK(tl::check_gradient(E, A = as, W = ws, b = bs, c = cs));
}

TEMPLATE_TEST_CASE("of a transposed right operand there is one panel at a time", "[codegen]", float, double) {
  using T = TestType;
  constexpr auto X = tl::input<"X", tl::mat<5, 150>>;
  constexpr auto W = tl::parameter<"W", tl::mat<150, 7>>;
  constexpr auto G = tl::input<"G", tl::mat<5, 7>>;
  constexpr auto program = tl::value_and_gradient(tl::sum(hadamard(X * W, G)), tl::wrt(X));  // dX = G Wᵀ
  STATIC_REQUIRE(program.template workspace_bytes<T>() < 7 * 150 * sizeof(T));
  STATIC_REQUIRE(tl::function(G * transpose(W), transpose(W)).template workspace_bytes<T>() >= 7 * 150 * sizeof(T));  // all of it is asked for
  const auto xs = numbers<T, tl::mat<5, 150>>(1);
  const auto ws = numbers<T, tl::mat<150, 7>>(2);
  const auto gs = numbers<T, tl::mat<5, 7>>(3);
  auto total = tl::zeros<T>(tl::wrt(X));
  for (auto& e : total) e = T(0.5);
  const auto [value, gradient] = program(X = xs, W = ws, G = gs);
  CHECK(program.accumulate(total, X = xs, W = ws, G = gs) == value);
  bool right = true, added = true;
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 150; ++j) {
      T expected = 0;
      for (std::size_t k = 0; k < 7; ++k) expected += gs(i, k) * ws(j, k);
      right = right && std::abs(gradient[X](i, j) - expected) <= T(4) * std::numeric_limits<T>::epsilon();
      added = added && total[X](i, j) == T(0.5) + gradient[X](i, j);
    }
  CHECK(right);
  CHECK(added);
}

TEST_CASE("what long vectors are made of by their reader", "[codegen]") {
  constexpr auto v = tl::input<"v", tl::vec<100>>;
  constexpr auto s = tl::input<"s">;
  const auto vs = numbers<double, tl::vec<100>>(9);
  constexpr auto program = tl::function(dot(exp(v), v * s), tl::segment<7, 20>(v * v[0_c])[3_c], exp(v - s)[99_c]);
  static_assert(program.workspace_bytes() < 100 * sizeof(double));
  const auto [product, element, last] = program(v = vs, s = 0.5);
  double expected = 0;
  for (std::size_t i = 0; i < 100; ++i) expected += std::exp(vs[i]) * vs[i] * 0.5;
  CHECK(product == Approx(expected).epsilon(1e-13));
  CHECK(element == vs[10] * vs[0]);
  CHECK(last == Approx(std::exp(vs[99] - 0.5)).epsilon(1e-15));
}
