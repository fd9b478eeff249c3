// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/arguments.hpp>

// Everything that can be bound to a variable, and what the scalar type of a call is.
#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <tapeless/tapeless.hpp>
#include <vector>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto s = tl::input<"s">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
constexpr auto of_vector = tl::function(100_c * v[0_c] + 10_c * v[1_c] + v[2_c]);
constexpr auto of_matrix = tl::function(100_c * A(0_c, 0_c) + 10_c * A(1_c, 0_c) + A(1_c, 2_c));

/// What the call throws.
template <class Call>
std::string message(Call call) {
  try {
    call();
  } catch (const std::length_error& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("rows of mixed numbers in braces are doubles", "[codegen]") {
  CHECK(of_matrix(A = {{1, 0.5, 2}, {2, 3, 4}}) == 124);
  static_assert(of_matrix(A = {{1, 0, 2}, {2.5, 3, 4}}) == 129);

  constexpr auto row = tl::parameter<"row", tl::mat<1, 3>>;
  constexpr auto column = tl::parameter<"column", tl::mat<2, 1>>;
  static_assert(tl::function(sum(row))(row = {{1, 0.5, 2}}) == 3.5);
  static_assert(tl::function(sum(row))(row = {1, 0.5, 2}) == 3.5);
  static_assert(tl::function(sum(column))(column = {1, 0.5}) == 1.5);
  static_assert(tl::function(sum(column))(column = {{1}, {0.5}}) == 1.5);
  static_assert(tl::function(sum(column))(column = {{1.0}, {0.5}}) == 1.5);
  static_assert(std::is_same_v<decltype(tl::function(sum(column))(column = {{1.0f}, {0.5f}})), float>);
  static_assert(std::is_same_v<decltype(tl::function(sum(column) * s)(column = {{1}, {2}}, s = 1.0f)), float>);

  constexpr auto one = tl::parameter<"one", tl::mat<1, 1>>;
  static_assert(tl::function(sum(one))(one = {{1.0}}) == 1);
  static_assert(tl::function(sum(one))(one = {{1}}) == 1);
  static_assert(tl::function(sum(one))(one = {1}) == 1);
  const int i = 2;
  CHECK(of_vector(v = {i, 0.5, 2}) == 207);

  auto theta = tl::zeros<float>(tl::wrt(row, column, one));
  theta[row] = {{1, 0.5, 2}};
  theta[column] = {{1}, {0.5}};
  theta[one] = {{3}};
  CHECK(std::ranges::equal(theta, std::array{1.f, 0.5f, 2.f, 1.f, 0.5f, 3.f}));
  theta[row] = {3, 2, 1};
  theta[column] = {4, 5};
  theta[one] = {6};
  CHECK(std::ranges::equal(theta, std::array{3.f, 2.f, 1.f, 4.f, 5.f, 6.f}));
}

TEST_CASE("a vector binds from arrays, ranges and braces", "[codegen]") {
  double c_array[] = {1, 2, 3};
  const double constant_array[] = {1, 2, 3};
  std::array<double, 3> array = {1, 2, 3};
  std::vector<double> vector = {1, 2, 3};
  const std::vector<double> constant_vector = vector;
  CHECK(of_vector(v = c_array) == 123);
  CHECK(of_vector(v = constant_array) == 123);
  CHECK(of_vector(v = array) == 123);
  CHECK(of_vector(v = std::array{1.0, 2.0, 3.0}) == 123);
  CHECK(of_vector(v = std::span(c_array)) == 123);
  CHECK(of_vector(v = std::span<const double, 3>(array)) == 123);
  CHECK(of_vector(v = std::span<double>(vector)) == 123);
  CHECK(of_vector(v = vector) == 123);
  CHECK(of_vector(v = constant_vector) == 123);
  CHECK(of_vector(v = std::vector<double>{1, 2, 3}) == 123);
  CHECK(of_vector(v = tl::tensor<double, tl::vec<3>>{1, 2, 3}) == 123);
  CHECK(of_vector(v = {1.0, 2.0, 3.0}) == 123);
  CHECK(of_vector(v = {1, 2, 3}) == 123);
}

TEST_CASE("a matrix binds from nested and flat arrays, row by row", "[codegen]") {
  const double nested[2][3] = {{1, 7, 8}, {2, 9, 3}}, flat[] = {1, 7, 8, 2, 9, 3};
  const std::array<std::array<double, 3>, 2> arrays = {{{1, 7, 8}, {2, 9, 3}}};
  const std::vector<double> vector(flat, flat + 6);
  CHECK(of_matrix(A = nested) == 123);
  CHECK(of_matrix(A = flat) == 123);
  CHECK(of_matrix(A = arrays) == 123);
  CHECK(of_matrix(A = vector) == 123);
  CHECK(of_matrix(A = std::span(flat)) == 123);
  CHECK(of_matrix(A = tl::tensor<double, tl::mat<2, 3>>{{1, 7, 8}, {2, 9, 3}}) == 123);
  CHECK(of_matrix(A = {{1.0, 7.0, 8.0}, {2.0, 9.0, 3.0}}) == 123);
  CHECK(of_matrix(A = {{1, 7, 8}, {2, 9, 3}}) == 123);
  CHECK(of_matrix(A = {1., 7., 8., 2., 9., 3.}) == 123);
}

TEST_CASE("what has the scalar type is read where it lies", "[codegen]") {
  const double nested[2][3] = {{1, 7, 8}, {2, 9, 3}}, flat[] = {1, 7, 8, 2, 9, 3};
  const std::array<std::array<double, 3>, 2> arrays = {{{1, 7, 8}, {2, 9, 3}}};
  const auto place = []<class B>(const B& bound) { return tl::codegen::argument<double, B>(bound).data(); };
  CHECK(place(A = nested) == &nested[0][0]);
  CHECK(place(A = flat) == flat);
  CHECK(place(A = arrays) == &arrays[0][0]);
  CHECK(place(A = std::span(flat)) == flat);
  static constexpr double known[2][3] = {{1, 7, 8}, {2, 9, 3}};
  static constexpr std::array<std::array<double, 3>, 2> known_arrays = {{{1, 7, 8}, {2, 9, 3}}};
  static_assert(of_matrix(A = known) == 123);
  static_assert(of_matrix(A = known_arrays) == 123);
}

TEST_CASE("a scalar binds from any number", "[codegen]") {
  constexpr auto twice = tl::function(s + s);
  const double constant = 2.5;
  double variable = 2.5;
  CHECK(twice(s = 2.5) == 5.0);
  CHECK(twice(s = constant) == 5.0);
  CHECK(twice(s = variable) == 5.0);
  CHECK(twice(s = 2) == 4.0);
  CHECK(twice(s = std::int8_t{-3}) == -6.0);
  CHECK(twice(s = 7u) == 14.0);
  CHECK(twice(s = true) == 2.0);
}

TEST_CASE("lvalues are referred to, rvalues kept", "[codegen]") {
  double number = 1;
  std::array<double, 3> numbers = {1, 2, 3};
  const auto scalar_binding = (s = number);
  const auto vector_binding = (v = numbers);
  const auto kept = (v = std::array{1.0, 2.0, 3.0});
  number = 5;
  numbers[0] = 5;
  CHECK(tl::function(s)(scalar_binding) == 5);
  CHECK(of_vector(vector_binding) == 523);
  CHECK(of_vector(kept) == 123);
}

TEST_CASE("packs and names mix, in any order; what is not read is ignored", "[codegen]") {
  constexpr auto f = tl::function(sum(A * v + b) * s);
  auto theta = tl::zeros<double>(tl::wrt(A, b));
  theta[A] = {{1, 2, 3}, {4, 5, 6}};
  theta[b] = {};
  theta[b] = {10, 20};
  auto only_s = tl::zeros<double>(tl::wrt(s));
  only_s[s] = 2;
  const auto unread = tl::input<"unread", tl::vec<4>>;
  CHECK(f(theta, v = {1, 1, 1}, s = 2) == 102);
  CHECK(f(s = 2, v = {1, 1, 1}, theta) == 102);
  CHECK(f(only_s, v = {1, 1, 1}, theta) == 102);
  CHECK(f(theta, unread = {1., 2., 3., 4.}, v = {1, 1, 1}, s = 2.0) == 102);
  CHECK(f(A = theta[A], b = theta[b], v = {1., 1., 1.}, s = theta[b][0]) == 510);
  const auto& constant = theta;
  CHECK(f(A = constant[A], b = constant[b], v = {1., 1., 1.}, s = 2.) == 102);
}

TEST_CASE("the scalar type of a call is the floating type of what is bound", "[codegen]") {
  constexpr auto f = tl::function(s * dot(v, v));
  const float floats[] = {1, 2, 3};
  const std::vector<int> integers = {1, 2, 3};
  const int nested[2][3] = {{1, 7, 8}, {2, 9, 3}};
  CHECK(std::same_as<decltype(f(s = 1.0f, v = floats)), float>);
  CHECK(std::same_as<decltype(f(s = 1, v = floats)), float>);
  CHECK(std::same_as<decltype(f(s = 1.0f, v = integers)), float>);
  CHECK(std::same_as<decltype(f(s = 1.0f, v = {1, 2, 3})), float>);
  CHECK(std::same_as<decltype(f(s = 1.0, v = integers)), double>);
  CHECK(std::same_as<decltype(f(s = 1, v = integers)), double>);
  CHECK(std::same_as<decltype(f(s = 1.0L, v = {1, 2, 3})), long double>);
  CHECK(std::same_as<decltype(tl::function(2_c)(s = 1)), double>);
  CHECK(f(s = 0.5f, v = integers) == 7.0f);
  CHECK(f(s = 1, v = {1, 2, 3}) == 14.0);
  CHECK(of_matrix(A = nested) == 123.0);
  const auto r = tl::value_and_gradient(s * dot(v, v), tl::wrt(v))(s = 2.0f, v = floats);
  CHECK(std::same_as<std::remove_cvref_t<decltype(r.gradient[v][0])>, float>);
  CHECK(r.gradient[v][2] == 12.0f);
}

TEST_CASE("a range of the wrong length throws std::length_error with both sizes", "[codegen]") {
  const std::vector<double> two = {1, 2}, four = {1, 2, 3, 4};
  const std::vector<int> two_integers = {1, 2};
  CHECK_THROWS_AS(of_vector(v = two), std::length_error);
  CHECK_THROWS_AS(of_vector(v = four), std::length_error);
  CHECK_THROWS_AS(of_vector(v = two_integers), std::length_error);
  CHECK_THROWS_AS(of_vector(v = std::span(two)), std::length_error);
  CHECK_THROWS_AS(of_vector(v = std::vector<double>{}), std::length_error);
  CHECK_THROWS_AS(of_matrix(A = four), std::length_error);
  CHECK_THROWS_AS(of_matrix(A = {{1, 2.5, 3}, {3, 4.0}}), std::length_error);
  const std::string of_four = message([&] { static_cast<void>(of_vector(v = four)); });
  CHECK(of_four.find("requires 3 elements; here are 4") != std::string::npos);
  const std::string of_two = message([&] { static_cast<void>(of_matrix(A = two)); });
  CHECK(of_two.find("requires 6 elements; here are 2") != std::string::npos);
}

TEST_CASE("a view is assigned from braces", "[codegen]") {
  auto theta = tl::zeros<float>(tl::wrt(A, v));
  theta[A] = {{1, 2.5, 3}, {4, 5, 6}};
  theta[v] = {1, 2, 3};
  CHECK(std::ranges::equal(theta, std::array{1.f, 2.5f, 3.f, 4.f, 5.f, 6.f, 1.f, 2.f, 3.f}));
  theta[v] = {};
  CHECK(std::ranges::equal(theta, std::array{1.f, 2.5f, 3.f, 4.f, 5.f, 6.f, 0.f, 0.f, 0.f}));
  theta[A] = {};
  CHECK(std::ranges::count(theta, 0.f) == 9);
}

TEST_CASE("a length error names the variable, and what was counted", "[codegen]") {
  auto theta = tl::zeros<double>(tl::wrt(A, v));
  const std::vector<double> two = {1, 2}, seven(7);
  std::vector<double> out(2);
  CHECK(message([&] { theta[v] = two; }) == "tapeless: v requires 3 elements; here are 2");
  CHECK(message([&] { theta[A] = {{1, 2, 3}, {4, 5}}; }) == "tapeless: A requires 3 elements in each row; here are 2");
  CHECK(message([&] { static_cast<void>(A = {{1, 0.5, 3}, {4, 5}}); }) == "tapeless: A requires 3 elements in each row; here are 2");
  CHECK(message([&] { static_cast<void>(of_vector(v = two)); }) == "tapeless: v requires 3 elements; here are 2");
  CHECK(message([&] { of_vector.map(out, v = seven); }) ==
        "tapeless: v requires 3 elements or a multiple of that; here are 7");
  CHECK(message([] { static_cast<void>(tl::tensor<double, tl::vec<3>>{1, 2}); }) == "tapeless: a value requires 3 elements; here are 2");
}
