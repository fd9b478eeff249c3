// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/rewrite.hpp>

// Signs that a sum takes into one operation: results, and the signs of zeros, are those of the formula as C++ computes it.
// Transposed products: what they compute.
#include <cmath>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;

template <class E, class F>
void check(E formula, F computed) {
  constexpr auto program = tl::function(E{});
  static_cast<void>(formula);
  for (const double a : {0.0, -0.0, 1.0, -1.0})
    for (const double b : {0.0, -0.0, 1.0, -2.0})
      for (const double c : {0.0, -0.0, 2.0, -1.0}) {
        const double got = program(x = double(a), y = double(b), z = double(c)), expected = computed(a, b, c);
        INFO(a << ", " << b << ", " << c << ": " << got << ", not " << expected);
        CHECK((got == expected && std::signbit(got) == std::signbit(expected)));
      }
}

/// 1/shift, 1/(shift + 1), …: no two elements are alike.
template <class S>
constexpr auto numbers(double shift) {
  tl::tensor<double, S> a{};
  for (std::size_t i = 0; i < S::size; ++i) a[i] = 1.0 / (shift + static_cast<double>(i));
  return a;
}

}  // namespace

TEST_CASE("a transposed product of a transposed matrix is a product", "[pass]") {
  constexpr auto A = tl::input<"A", tl::mat<3, 4>>;
  constexpr auto B = tl::input<"B", tl::mat<3, 5>>;
  constexpr auto program = tl::function(transpose(transpose(A) * B));
  constexpr auto a = numbers<tl::mat<3, 4>>(1.5);
  constexpr auto b = numbers<tl::mat<3, 5>>(2.25);
  const auto got = program(A = a, B = b);
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 4; ++j) {
      double expected = 0;
      for (std::size_t k = 0; k < 3; ++k) expected += a(k, j) * b(k, i);
      CHECK(std::abs(got(i, j) - expected) < 1e-14);
    }
}

TEST_CASE("the same of a row, of a column, and of a product that somebody else reads, too", "[pass]") {
  constexpr auto v = tl::input<"v", tl::vec<3>>;
  constexpr auto A = tl::input<"A", tl::mat<3, 4>>;
  constexpr auto B = tl::input<"B", tl::mat<3, 5>>;
  constexpr auto a = numbers<tl::vec<3>>(1.5), b = numbers<tl::vec<3>>(0.5);
  constexpr auto m = numbers<tl::mat<3, 5>>(2.25);
  constexpr auto left = numbers<tl::mat<3, 4>>(1.5);
  const auto of_row = tl::function(transpose(transpose(v) * B))(v = a, B = m);
  const auto of_column = tl::function(transpose(transpose(B) * v))(v = b, B = m);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(std::abs(of_row[i] - (a[0] * m(0, i) + a[1] * m(1, i) + a[2] * m(2, i))) < 1e-14);
    CHECK(std::abs(of_column[i] - (b[0] * m(0, i) + b[1] * m(1, i) + b[2] * m(2, i))) < 1e-14);
  }
  constexpr auto P = transpose(A) * B;
  const double both = tl::function(tl::sum(square(P)) - tl::sum(square(transpose(P))))(A = left, B = m);
  CHECK(std::abs(both) < 1e-14);
}

TEST_CASE("the derivative of a batch by its weights", "[pass]") {
  constexpr auto X = tl::input<"X", tl::mat<6, 3>>;
  constexpr auto W = tl::parameter<"W", tl::mat<4, 3>>;
  constexpr auto program = tl::value_and_gradient(0.5_c * tl::sum(square(X * transpose(W))), tl::wrt(W));
  constexpr auto in = numbers<tl::mat<6, 3>>(1.5);
  constexpr auto weights = numbers<tl::mat<4, 3>>(0.75);
  const auto got = program(X = in, W = weights).gradient[W];
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 3; ++j) {
      double expected = 0;
      for (std::size_t n = 0; n < 6; ++n) {
        double y_ni = 0;
        for (std::size_t k = 0; k < 3; ++k) y_ni += in(n, k) * weights(i, k);
        expected += y_ni * in(n, j);
      }
      CHECK(std::abs(got(i, j) - expected) < 1e-14);
    }
}

TEST_CASE("signs of zeros are those of the formula", "[pass]") {
  check(-z - x * y, [](double a, double b, double c) { return -c - a * b; });
  check(-(x * y) - z, [](double a, double b, double c) { return -(a * b) - c; });
  check(x * -y - z, [](double a, double b, double c) { return a * -b - c; });
  check(-(x * y) - z * y, [](double a, double b, double c) { return -(a * b) - c * b; });
  check(-x - z, [](double a, double, double c) { return -a - c; });
  check(-(x * y) + z, [](double a, double b, double c) { return -(a * b) + c; });
}
