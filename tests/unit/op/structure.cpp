// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/structure.hpp>

#include <array>
#include <cmath>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {

/// Element i of f(a) is element from(i) of a, whatever its size; the adjoint of a[j] is the sum of those of its copies.
template <class T, class Shape, class F, class From>
void check_moves_of(F f, From from) {
  constexpr auto a = tl::input<"a", Shape>;
  constexpr auto weight = tl::input<"weight", typename decltype(f(a))::shape_type>;
  constexpr auto program = tl::value_and_gradient(sum(hadamard(weight, f(a))), tl::wrt(a, weight));
  constexpr std::size_t n = decltype(f(a))::shape_type::size;
  std::array<T, Shape::size> at{}, adjoint{};
  for (std::size_t j = 0; j < at.size(); ++j)
    at[j] = std::ldexp(T(j % 2 == 0 ? -1 : 1) - T(j) / 32, 35 * (static_cast<int>(j % 7) - 3));
  for (std::size_t i = 0; i < n; ++i) adjoint[from(i)] += T(weight_of(i));
  const auto r = program(a = at, weight = all_weights<T, n>());
  for (std::size_t i = 0; i < n; ++i) CHECK(r.gradient[weight][i] == at[from(i)]);
  for (std::size_t j = 0; j < at.size(); ++j) CHECK(r.gradient[a][j] == adjoint[j]);
}

template <class Shape, class F, class From>
void check_moves(F f, From from) {
  check_moves_of<float, Shape>(f, from);
  check_moves_of<double, Shape>(f, from);
  check_moves_of<long double, Shape>(f, from);
}

}  // namespace

TEST_CASE("segment<Begin, Length>(a): da is δ there and 0 elsewhere", "[op]") {
  check_moves<tl::vec<24>>([](auto a) { return tl::segment<3, 20>(a); }, [](std::size_t i) { return i + 3; });
  check_moves<tl::vec<24>>([](auto a) { return tl::segment<0, 5>(a); }, [](std::size_t i) { return i; });
  check_moves<tl::vec<24>>([](auto a) { return tl::segment<23, 1>(a); }, [](std::size_t) { return 23u; });
}

TEST_CASE("row<I>(A): dA is δ there and 0 elsewhere", "[op]") {
  check_moves<tl::mat<4, 6>>([](auto a) { return tl::row<0>(a); }, [](std::size_t i) { return i; });
  check_moves<tl::mat<4, 6>>([](auto a) { return tl::row<2>(a); }, [](std::size_t i) { return i + 12; });
  check_moves<tl::mat<2, 20>>([](auto a) { return tl::row<1>(a); }, [](std::size_t i) { return i + 20; });
  check_moves<tl::mat<3, 1>>([](auto a) { return tl::row<2>(a); }, [](std::size_t) { return 2u; });
}

TEST_CASE("concat(a, b...): each receives its part of δ, one that stands twice the sum", "[op]") {
  check_moves<tl::vec<24>>([](auto a) { return concat(tl::segment<12, 12>(a), a[3_c], tl::segment<0, 12>(a)); },
                           [](std::size_t i) { return i < 12 ? i + 12 : i == 12 ? 3 : i - 13; });
  check_moves<tl::vec<5>>([](auto a) { return concat(a, a, a[0_c], a); },
                          [](std::size_t i) { return i < 10 ? i % 5 : i == 10 ? 0 : i - 11; });
}

TEST_CASE("reshape<Shape>(a): da = δ in the shape of a", "[op]") {
  const auto same = [](std::size_t i) { return i; };
  check_moves<tl::mat<4, 6>>([](auto a) { return tl::reshape<tl::vec<24>>(a); }, same);
  check_moves<tl::mat<4, 6>>([](auto a) { return tl::reshape<tl::mat<8, 3>>(a); }, same);
  check_moves<tl::vec<24>>([](auto a) { return tl::reshape<tl::mat<1, 24>>(a); }, same);
}

TEST_CASE("reshape to a scalar and from one", "[op]") {
  constexpr auto s = tl::input<"s">;
  constexpr auto one = tl::input<"one", tl::vec<1>>;
  constexpr auto M = tl::input<"M", tl::mat<1, 1>>;
  const auto slopes = [&](auto E) {
    const auto g = tl::value_and_gradient(E, tl::wrt(s, one, M))(s = 2, one = {3}, M = {{5}});
    return std::array{g.value, g.gradient[s], g.gradient[one][0], g.gradient[M](0, 0)};
  };
  CHECK(slopes(tl::reshape<tl::scalar>(square(M)) * s + sum(one)) == std::array{53.0, 25.0, 1.0, 20.0});
  CHECK(slopes(tl::reshape<tl::scalar>(tl::reshape<tl::vec<1>>(s * s)) * sum(hadamard(one, tl::reshape<tl::vec<1>>(M)))) == std::array{60.0, 60.0, 20.0, 12.0});
  CHECK(slopes(tl::reshape<tl::scalar>(hadamard(one, one)) + tl::reshape<tl::scalar>(M) * s) == std::array{19.0, 5.0, 6.0, 2.0});
  STATIC_REQUIRE(tl::function(tl::reshape<tl::scalar>(square(M)) * s)(M = {{5.}}, s = 2.) == 50);
}

TEST_CASE("Y = Aᵀ moves elements: dA = δᵀ", "[op]") {
  check_moves<tl::mat<4, 6>>([](auto a) { return transpose(a); }, [](std::size_t i) { return i % 4 * 6 + i / 4; });
  check_moves<tl::mat<9, 3>>([](auto a) { return transpose(a); }, [](std::size_t i) { return i % 9 * 3 + i / 9; });
  check_moves<tl::vec<24>>([](auto a) { return transpose(a); }, [](std::size_t i) { return i; });
}

TEST_CASE("A(i, j) and x[i] in every element of a broadcast: da = Σδ there", "[op]") {
  check_moves<tl::mat<4, 6>>([](auto a) { return tl::broadcast<tl::vec<20>>(a(2_c, 1_c)); },
                             [](std::size_t) { return 13u; });
  check_moves<tl::vec<24>>([](auto a) { return tl::broadcast<tl::mat<4, 5>>(a[7_c]); }, [](std::size_t) { return 7u; });
}

TEMPLATE_TEST_CASE("y = x[i]: dx is δ at i and 0 elsewhere", "[op]", float, double, long double) {
  using T = TestType;
  const T at[] = {1, 2, 3};
  const auto r = tl::value_and_gradient(u * v[1_c], tl::wrt(v))(v = at, u = T(-3));
  CHECK(r.value == T(-6));
  CHECK(r.gradient[v][0] == T(0));
  CHECK(r.gradient[v][1] == T(-3));
  CHECK(r.gradient[v][2] == T(0));
}

TEST_CASE("elements of a matrix are counted by row and column, or row by row", "[op]") {
  const double at[2][3] = {{1, 2, 3}, {4, 5, 6}};
  CHECK(tl::function(A(0_c, 2_c))(A = at) == 3.0);
  CHECK(tl::function(A(1_c, 0_c))(A = at) == 4.0);
  CHECK(tl::function(A[4_c])(A = at) == 5.0);
  static_assert(A(1_c, 1_c) == A[4_c]);
  static_assert(v(2_c) == v[2_c]);
  const auto r = tl::value_and_gradient(x * A(1_c, 2_c) * A(0_c, 1_c), tl::wrt(A))(A = at, x = 0.5);
  for (std::size_t i = 0; i < 6; ++i) CHECK(r.gradient[A][i] == (i == 5 ? 1.0 : i == 1 ? 3.0 : 0.0));
}

TEST_CASE("several elements of one vector: its adjoint gathers them all", "[op]") {
  const auto r = tl::value_and_gradient(v[0_c] * v[1_c] + square(v[2_c]) + x * v[0_c] * v[0_c], tl::wrt(v))(
      v = {2., 3., 5.}, x = 10.0);
  CHECK(r.value == 6.0 + 25 + 40);
  CHECK(r.gradient[v][0] == 3.0 + 40);
  CHECK(r.gradient[v][1] == 2.0);
  CHECK(r.gradient[v][2] == 10.0);
}

TEST_CASE("the second derivative goes through an element and back", "[op]") {
  constexpr auto E = v[1_c] * v[1_c] * v[1_c];
  constexpr auto by_v = tl::derivative(E, v);
  const auto r = tl::value_and_gradient(dot(w, by_v), tl::wrt(v, w))(v = {1., 2., 3.}, w = {5., 7., 11.});
  CHECK(r.gradient[w][1] == 12.0);
  CHECK(r.gradient[w][0] == 0.0);
  CHECK(r.gradient[v][1] == 84.0);
  CHECK(r.gradient[v][2] == 0.0);
}

TEMPLATE_TEST_CASE("broadcast(a): da = Σδ", "[op]", float, double, long double) {
  using T = TestType;
  constexpr auto program = tl::value_and_gradient(dot(w, tl::broadcast<tl::vec<3>>(x)), tl::wrt(x, w));
  const int weights[] = {1, -2, 4};
  const auto r = program(x = T(5), w = weights);
  CHECK(r.value == T(15));
  CHECK(r.gradient[x] == T(3));
  for (std::size_t i = 0; i < 3; ++i) CHECK(r.gradient[w][i] == T(5));
}

TEST_CASE("a broadcast beside tensors", "[op]") {
  constexpr auto E = sum(hadamard(A, exp(tl::broadcast<tl::mat<2, 3>>(x)) - y));
  const double at[] = {1, 2, 3, 4, 5, 6};
  const auto r = tl::value_and_gradient(E, tl::wrt(x, y))(A = at, x = 0.0, y = 0.25);
  CHECK(r.value == 21 * 0.75);
  CHECK(r.gradient[x] == 21.0);
  CHECK(r.gradient[y] == -21.0);
}
