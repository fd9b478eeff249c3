// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/parts.hpp>

// Derivatives by what is read in parts, against those by hand and finite differences.
#include <cmath>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

template <std::size_t N>
constexpr auto x = tl::input<"x", tl::vec<N>>;

template <std::size_t N>
constexpr auto rosenbrock = tl::unroll<N - 1>(0_c, [](auto sum, auto k) {
  constexpr auto a = x<N>[k];
  constexpr auto b = x<N>[k + 1_c];
  return sum + (100_c * square(b - square(a)) + square(1_c - a));
});

/// 1, -1/2, 1/3, …
template <class S>
constexpr auto numbers() {
  tl::tensor<double, S> a{};
  for (std::size_t i = 0; i < S::size; ++i) a[i] = (i % 2 == 0 ? 1.0 : -1.0) / static_cast<double>(i + 1);
  return a;
}

template <std::size_t N>
constexpr bool rosenbrock_is_right(double tolerance) {
  constexpr auto at = numbers<tl::vec<N>>();
  const auto got = tl::value_and_gradient(rosenbrock<N>, tl::wrt(x<N>))(x<N> = at);
  tl::tensor<double, tl::vec<N>> expected{};
  double value = 0;
  for (std::size_t i = 0; i + 1 < N; ++i) {
    const double t = at[i + 1] - at[i] * at[i], u = 1 - at[i];
    value += 100 * t * t + u * u;
    expected[i] -= 400 * t * at[i] + 2 * u;
    expected[i + 1] += 200 * t;
  }
  const auto near = [&](double a, double b) { return a - b < tolerance && b - a < tolerance; };
  bool right = near(got.value, value);
  for (std::size_t i = 0; i < N; ++i) right = right && near(got.gradient[x<N>][i], expected[i]);
  return right;
}

/// Largest difference to central differences, in parts of one and the derivative.
template <class E, class X>
double error_of_gradient(E e, X by) {
  constexpr auto f = tl::function(E{});
  constexpr auto g = tl::value_and_gradient(E{}, tl::wrt(X{}));
  static_cast<void>(e);
  auto at = numbers<typename X::shape_type>();
  const auto slopes = g(by = at).gradient[by];
  double worst = 0;
  for (std::size_t i = 0; i < X::shape_type::size; ++i) {
    const double here = at[i], h = 1e-5;
    at[i] = here + h;
    const double above = f(by = at);
    at[i] = here - h;
    const double below = f(by = at);
    at[i] = here;
    worst = std::max(worst, std::abs((above - below) / (2 * h) - slopes[i]) / (1 + std::abs(slopes[i])));
  }
  return worst;
}

}  // namespace

TEST_CASE("a function of the elements of a vector has the gradient by hand, at run time and in constant expressions", "[pass]") {
  STATIC_REQUIRE(rosenbrock_is_right<2>(1e-12));
  STATIC_REQUIRE(rosenbrock_is_right<7>(1e-12));
  CHECK(rosenbrock_is_right<2>(1e-12));
  CHECK(rosenbrock_is_right<3>(1e-12));
  CHECK(rosenbrock_is_right<4>(1e-12));
  CHECK(rosenbrock_is_right<7>(1e-12));
  CHECK(rosenbrock_is_right<16>(1e-12));
  CHECK(rosenbrock_is_right<33>(1e-11));
}

TEST_CASE("elements, segments and rows, disjoint, equal and overlapping", "[pass]") {
  constexpr auto v = x<7>;
  constexpr auto A = tl::input<"A", tl::mat<4, 3>>;
  CHECK(error_of_gradient(sin(v[1_c]) * exp(v[4_c]) + v[1_c] * v[4_c] * v[6_c], v) < 1e-9);
  CHECK(error_of_gradient(sum(sin(tl::segment<0, 3>(v))) * sum(exp(tl::segment<3, 4>(v))), v) < 1e-9);
  CHECK(error_of_gradient(sum(sin(tl::segment<1, 3>(v))) * sum(exp(tl::segment<4, 2>(v))) + dot(v, cos(v)), v) < 1e-9);
  CHECK(error_of_gradient(sum(sin(tl::segment<0, 4>(v))) * sum(exp(tl::segment<2, 4>(v))) * cos(v[3_c]) * exp(v[6_c]), v) < 1e-9);
  CHECK(error_of_gradient(squared_norm(tl::segment<2, 2>(sin(v))) * sum(tl::segment<2, 2>(v)) * sin(v)[2_c], v) < 1e-9);
  CHECK(error_of_gradient(dot(sin(tl::row<0>(A)), tl::row<2>(A)) * exp(A(3_c, 1_c)), A) < 1e-9);
  CHECK(error_of_gradient(dot(tl::row<0>(A), tl::row<1>(A)) * dot(tl::row<2>(A), tl::row<3>(A)) + sum(sin(A)), A) < 1e-9);
  CHECK(error_of_gradient(dot(sin(x<1>), x<1>) * exp(x<1>[0_c]), x<1>) < 1e-9);
}

TEST_CASE("parts that are all there is: rows of one row, elements of one element", "[pass]") {
  constexpr auto B = tl::input<"B", tl::mat<1, 4>>;
  constexpr auto one = tl::input<"one", tl::mat<1, 1>>;
  CHECK(error_of_gradient((B * tl::row<0>(B))[0_c] * (B * exp(tl::row<0>(B)))[0_c], B) < 1e-9);
  CHECK(error_of_gradient(sum(sin(tl::row<0>(B))) * squared_norm(tl::row<0>(B)), B) < 1e-9);
  CHECK(error_of_gradient(sum(sin(tl::row<0>(B))) * (B * sin(tl::row<0>(B)))[0_c], B) < 1e-9);
  CHECK(error_of_gradient(sin(one(0_c, 0_c)) * sum(exp(tl::row<0>(one))) * (one * tl::row<0>(one))[0_c], one) < 1e-9);
}

TEST_CASE("an element or segment of what is computed as a whole: the other slopes may be infinite", "[pass]") {
  constexpr auto v = x<3>;
  const auto slopes = [](auto E) { return tl::value_and_gradient(E, tl::wrt(x<3>))(x<3> = {2, 0, 4}).gradient[x<3>]; };
  const auto check_slopes = [&](auto E, double first, double last) {
    const auto g = slopes(E);
    CHECK(std::abs(g[0] - first) < 1e-15);
    CHECK(g[1] == 0);
    CHECK(std::abs(g[2] - last) < 1e-15);
  };
  check_slopes(log(v)[0_c], 0.5, 0);
  check_slopes(-3_c * log(v)[2_c], 0, -0.75);
  check_slopes((log(v) / 2_c)[2_c], 0, 0.125);
  check_slopes(max(log(v), 0_c)[0_c], 0.5, 0);
  check_slopes(relu(log(v))[2_c], 0, 0.25);
  check_slopes(clamp(log(v), -1_c, 2_c)[0_c], 0.5, 0);
  check_slopes(select(gt(v, 1_c), log(v), v)[2_c], 0, 0.25);
  check_slopes(sum(tl::segment<0, 1>(log(v))), 0.5, 0);
  check_slopes(concat(log(v), 1_c)[0_c], 0.5, 0);
  check_slopes(tl::reshape<tl::mat<3, 1>>(log(v))(2_c, 0_c), 0, 0.25);
  check_slopes(tl::segment<0, 2>(log(v))[0_c], 0.5, 0);
}

TEST_CASE("many sums of the same parts find room", "[pass]") {
  constexpr auto A = tl::input<"A", tl::mat<6, 7>>;
  constexpr auto E = [=](auto i, auto j) { return A(i, 0_c) + A(j, 6_c); };
  constexpr auto f = tl::function(derivative(E(0_c, 1_c), A), derivative(E(0_c, 2_c), A), derivative(E(0_c, 3_c), A), derivative(E(1_c, 3_c), A),
                                  derivative(E(1_c, 4_c), A), derivative(E(2_c, 5_c), A), derivative(E(4_c, 5_c), A));
  const auto& [first, second, third, fourth, fifth, sixth, last] = f();
  CHECK(first(0, 0) + first(1, 6) == 2);
  CHECK(last(4, 0) + last(5, 6) == 2);
  double all = 0;
  for (const auto& d : {first, second, third, fourth, fifth, sixth, last})
    for (const double e : d) all += e;
  CHECK(all == 14);
}

TEST_CASE("below an inner vector, and with branches", "[pass]") {
  constexpr auto v = x<5>;
  constexpr auto h = tanh(2_c * v);
  CHECK(error_of_gradient(sin(h[0_c]) * exp(h[3_c]) + h[1_c] * h[4_c], v) < 1e-9);
  CHECK(error_of_gradient(select(gt(v[0_c], 0_c), h[1_c] * v[2_c], exp(h[2_c])) * select(lt(v[1_c], 0_c), h[0_c], 3_c * v[3_c]), v) < 1e-9);
}

TEST_CASE("an adjoint is added where the caller wants it, once", "[pass]") {
  constexpr auto v = x<4>;
  constexpr auto E = sin(v[0_c]) * v[1_c] + v[2_c] * v[3_c];
  constexpr auto f = tl::value_and_gradient(E, tl::wrt(v));
  const auto at = numbers<tl::vec<4>>();
  auto total = tl::zeros<double>(tl::wrt(v));
  for (int n = 0; n < 3; ++n) static_cast<void>(f.accumulate(total, v = at));
  const auto once = f(v = at).gradient[v];
  for (std::size_t i = 0; i < 4; ++i) CHECK(std::abs(total[v][i] - 3 * once[i]) < 1e-14);
}

TEST_CASE("what no part reaches is 0", "[pass]") {
  constexpr auto v = x<6>;
  const auto at = numbers<tl::vec<6>>();
  const auto g = tl::value_and_gradient(v[1_c] * v[4_c], tl::wrt(v))(v = at).gradient[v];
  CHECK(g[1] == at[4]);
  CHECK(g[4] == at[1]);
  for (const std::size_t i : {0u, 2u, 3u, 5u}) CHECK(g[i] == 0);
}
