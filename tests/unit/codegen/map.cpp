// SPDX-License-Identifier: BSL-1.0
// One program over many inputs gives the bits of as many calls.
#include <tapeless/codegen/map.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <tapeless/tapeless.hpp>
#include <tuple>
#include <vector>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto E = tanh(x * y) * exp(-square(x)) + select(gt(x, y), sqrt(x - y), sin(y)) / (1_c + y * y);

template <class T>
std::vector<T> numbers(std::size_t count, double first, double step) {
  std::vector<T> all(count);
  for (std::size_t i = 0; i < count; ++i) all[i] = static_cast<T>(first + step * static_cast<double>(i));
  return all;
}

template <class T>
bool same(T a, T b) {
  return a == b || (a != a && b != b);
}

}  // namespace

TEMPLATE_TEST_CASE("values and gradients of any count of elements", "[codegen]", float, double, long double) {
  constexpr auto step = tl::value_and_gradient(E, tl::wrt(x, y));
  for (const std::size_t count : {0u, 1u, 7u, 8u, 15u, 16u, 17u, 35u}) {
    const auto xs = numbers<TestType>(count, -2, 0.23), ys = numbers<TestType>(count, 1.5, -0.125);
    std::vector<TestType> value(count), by_x(count), by_y(count);
    step.map(value, by_x, by_y, x = xs, y = ys);
    for (std::size_t i = 0; i < count; ++i) {
      const auto one = step(x = xs[i], y = ys[i]);
      CHECK(same(value[i], one.value));
      CHECK(same(by_x[i], one.gradient[x]));
      CHECK(same(by_y[i], one.gradient[y]));
    }
  }
}

// equal functions of numbers that stand side by side already are computed two by two, an odd one alone
TEMPLATE_TEST_CASE("equal functions of one element and of its neighbours", "[codegen]", float, double) {
  constexpr auto erfcs = erfc(x) - 2_c * erfc(y) + erfc(x * y) - 0.5_c * erfc(x - y) + erfc(y / 3_c);
  constexpr auto step = tl::value_and_gradient(erfcs * pow(square(x) + 1_c, y) / pow(square(y) + 1_c, x), tl::wrt(x, y));
  const std::size_t count = 37;
  const auto xs = numbers<TestType>(count, -2, 0.125), ys = numbers<TestType>(count, 2.5, -0.11);
  std::vector<TestType> value(count), by_x(count), by_y(count);
  step.map(value, by_x, by_y, x = xs, y = ys);
  for (std::size_t i = 0; i < count; ++i) {
    const auto one = step(x = xs[i], y = ys[i]);
    CHECK(value[i] == one.value);
    CHECK(by_x[i] == one.gradient[x]);
    CHECK(by_y[i] == one.gradient[y]);
  }
}

TEST_CASE("what is no range at run time is the same for all elements", "[codegen]") {
  auto theta = tl::zeros<double>(tl::wrt(W));
  theta[W] = {{1, -2, 0.5}, {0.25, 3, -1}};
  constexpr auto program = tl::function(tanh(W * v), sum(square(W * v)) * x);
  const std::size_t count = 21;
  const auto vs = numbers<double>(3 * count, -1, 0.0625);
  std::vector<double> pairs(2 * count), sums(count);
  program.map(pairs, sums, theta, v = vs, x = 0.5);
  for (std::size_t i = 0; i < count; ++i) {
    const auto [pair, total] = program(theta, v = std::span<const double, 3>(vs.data() + 3 * i, 3), x = 0.5);
    CHECK(pairs[2 * i] == pair[0]);
    CHECK(pairs[2 * i + 1] == pair[1]);
    CHECK(sums[i] == total);
  }
  std::array<double, 4> out{};
  tl::function(x * 2_c).map(out, x = 3.0);
  CHECK(out == std::array<double, 4>{6, 6, 6, 6});
}

TEST_CASE("sums over vectors are made in the order of single calls", "[codegen]") {
  constexpr auto u = tl::input<"u", tl::vec<21>>;
  constexpr auto A = tl::input<"A", tl::mat<3, 7>>;
  constexpr auto program = tl::function(sum(exp(u)), squared_norm(u) + max_element(u), logsumexp(A * segment<2, 7>(u)));
  const std::size_t count = 19;
  const auto us = numbers<double>(21 * count, -1, 0.0103), as = numbers<double>(21 * count, 2, -0.0071);
  std::vector<double> sums(count), norms(count), logs(count);
  program.map(sums, norms, logs, u = us, A = as);
  for (std::size_t i = 0; i < count; ++i) {
    const auto [total, norm_of, log_of] = program(u = std::span<const double, 21>(us.data() + 21 * i, 21), A = std::span<const double, 21>(as.data() + 21 * i, 21));
    CHECK(sums[i] == total);
    CHECK(norms[i] == norm_of);
    CHECK(logs[i] == log_of);
  }
}

TEST_CASE("outputs may lie where inputs lie, integers are converted", "[codegen]") {
  std::vector<double> xs = numbers<double>(19, 0, 1);
  tl::function(square(x) + 1_c).map(xs, x = std::as_const(xs));
  for (std::size_t i = 0; i < xs.size(); ++i) CHECK(xs[i] == static_cast<double>(i * i + 1));
  const std::vector<int> whole = {1, 2, 3};
  std::vector<double> out(3);
  tl::function(x / 2_c).map(out, x = whole);
  CHECK(out == std::vector<double>{0.5, 1, 1.5});
}

TEST_CASE("ranges of different lengths throw, with both", "[codegen]") {
  constexpr auto w = tl::parameter<"w">;
  std::vector<double> out(5), xs(5), ys(4);
  const auto message = [](auto f) {
    try {
      f();
    } catch (const std::length_error& e) {
      return std::string(e.what());
    }
    return std::string();
  };
  const std::string inputs = message([&] { tl::function(x * y).map(out, x = xs, y = ys); });
  CHECK(inputs == "tapeless: y requires 5 elements to go with x; here are 4");
  CHECK(message([&] { tl::function(x + 1_c).map(out, x = ys); }) ==
        "tapeless: output 1 of map requires 4 elements to go with x; here are 5");
  CHECK(message([&] { tl::function(x * y).map(ys, x = xs, y = ys); }) == inputs);  // inputs first: the output is as long as one
  CHECK(message([&] { tl::value_and_gradient(x * w).map(out, ys, x = 1.0, w = 2.0); }) ==
        "tapeless: output 2 of map requires 5 elements to go with output 1 of map; here are 4");
  std::vector<double> seven(7);
  CHECK(message([&] { tl::function(w * v).map(seven, v = std::array<double, 3>{}, w = 2.0); }) ==
        "tapeless: output 1 of map requires 3 elements or a multiple of that; here are 7");
}

TEST_CASE("arrays stand one behind the other, as their numbers do", "[codegen]") {
  constexpr auto slopes = tl::value_and_gradient(y * sum(sin(v)), tl::wrt(y, v));
  for (const std::size_t n : {1u, 7u, 8u, 37u}) {
    const auto flat = numbers<double>(3 * n, -1, 0.03), ys = numbers<double>(n, 0.5, 0.1);
    std::vector<std::array<double, 3>> points(n), by_point(n);
    for (std::size_t i = 0; i < 3 * n; ++i) points[i / 3][i % 3] = flat[i];
    std::vector<double> value(n), by_y(n), value_of_flat(n), by_y_of_flat(n), by_flat(3 * n);
    slopes.map(value, by_y, by_point, y = ys, v = points);
    slopes.map(value_of_flat, by_y_of_flat, by_flat, y = ys, v = flat);
    CHECK(value == value_of_flat);
    CHECK(by_y == by_y_of_flat);
    for (std::size_t i = 0; i < 3 * n; ++i) CHECK(by_point[i / 3][i % 3] == by_flat[i]);
    slopes.map(value, by_y, std::span<std::array<double, 3>>(points), y = ys, v = std::span<const std::array<double, 3>>(points));  // in place
    CHECK(points == by_point);
  }
  CHECK_THROWS_AS(slopes.map(std::span<double>(), std::span<double>(), std::span<std::array<double, 3>>(), y = std::vector<double>(1), v = std::vector<std::array<double, 3>>()),
                  std::length_error);
}

TEST_CASE("what would overwrite values that are still wanted throws", "[codegen]") {
  constexpr auto slopes = tl::value_and_gradient(sin(x) * y, tl::wrt(x));
  constexpr std::size_t n = 40;
  auto all = numbers<double>(n + 1, 0, 0.1);
  const auto before = all;
  const std::span<double> first = std::span(all).first(n), second = std::span(all).subspan(1);
  std::vector<double> value(n), expected(n), expected_values(n);
  CHECK_THROWS_WITH(slopes.map(value, second, x = first, y = 2.0), "tapeless: output 2 of map requires a place that begins where an input begins, or before it, or behind its end; here it overwrites x");
  CHECK_THROWS_WITH(slopes.map(value, value, x = first, y = 2.0), "tapeless: output 2 of map requires a place of its own; here it overwrites output 1 of map");
  CHECK(all == before);
  slopes.map(expected_values, expected, x = second, y = 2.0);
  slopes.map(value, first, x = second, y = 2.0);  // what is written stays behind what is read
  CHECK(value == expected_values);
  CHECK(std::vector<double>(first.begin(), first.end()) == expected);
}

TEST_CASE("arrays as outputs without a range to go with, and of arrays", "[codegen]") {
  std::vector<std::array<double, 3>> out(6);
  tl::function(v * 2_c).map(out, v = std::array<double, 3>{1, 2, 3});
  CHECK(out[5] == std::array<double, 3>{2, 4, 6});
  std::array<double, 3> in_c_array[2] = {{1, 2, 3}, {4, 5, 6}};
  CHECK(tl::function(W * v)(W = in_c_array, v = {1, 0, 2})[1] == 16);
  const std::vector<std::array<std::array<double, 3>, 2>> matrices{{{{1, 2, 3}, {4, 5, 6}}}, {{{0, 1, 0}, {1, 0, 0}}}};
  std::vector<std::array<double, 2>> products(2);
  tl::function(W * v).map(products, W = matrices, v = {1, 0, 2});
  CHECK(products[0] == std::array<double, 2>{7, 16});
  CHECK(products[1] == std::array<double, 2>{0, 1});
  CHECK(tl::function(W * v)(W = std::span(matrices).first(1), v = {1, 0, 2})[1] == 16);
}

TEST_CASE("a value that was meant for all is told how to be one", "[codegen]") {
  const auto f = tl::function(sum(v) * y);
  std::vector<double> out(5);
  CHECK_THROWS_WITH(f.map(out, y = numbers<double>(5, 0, 1), v = std::vector<double>{1, 2, 3}), "tapeless: v requires 15 elements, or one array or tensor for all, to go with y; here are 3");
}

TEST_CASE("rows that are known at run time", "[codegen]") {
  std::vector<std::array<double, 3>> rows{{1, 2, 3}, {4, 5, 6}};
  const auto f = tl::function(W * v);
  const auto got = f(W = rows, v = {1, 0, 2});
  CHECK(got[0] == 7);
  CHECK(got[1] == 16);
  const auto of_floats = f(W = std::vector<std::array<int, 3>>{{1, 2, 3}, {4, 5, 6}}, v = {1.0, 0.0, 2.0});  // converted
  CHECK(of_floats[1] == 16);
  rows.pop_back();
  CHECK_THROWS_WITH(f(W = rows, v = {1, 0, 2}), "tapeless: W requires 6 elements; here are 3");
  constexpr auto at_compile_time = [] {
    const std::array<std::array<double, 3>, 2> fixed{{{1, 2, 3}, {4, 5, 6}}};
    return tl::function(W * v)(W = std::span<const std::array<double, 3>>(fixed), v = {1, 0, 2})[1];
  }();
  static_assert(at_compile_time == 16);
}
