// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/structure.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

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
