// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/choice.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {
constexpr auto c = tl::input<"c">;
constexpr auto C = tl::input<"C", tl::vec<3>>;

template <class T, class Shape>
void check_comparisons() {
  constexpr auto a = tl::input<"a", Shape>;
  constexpr auto b = tl::input<"b", Shape>;
  constexpr auto weight = tl::input<"weight", Shape>;
  constexpr auto all = lt(a, b) + 4_c * le(a, b) + 16_c * gt(a, b) + 64_c * ge(a, b);
  constexpr auto program = tl::value_and_gradient(sum(hadamard(weight, all)), tl::wrt(a, b, weight));
  for (const auto& p : groups<T, Shape::size>(min_points)) {
    std::array<T, Shape::size> at_a{}, at_b{};
    for (std::size_t i = 0; i < at_a.size(); ++i) {
      at_a[i] = T(p[i]->a);
      at_b[i] = T(p[i]->b);
    }
    const auto r = program(a = at_a, b = at_b, weight = all_weights<T, Shape::size>());
    for (std::size_t i = 0; i < at_a.size(); ++i) {
      INFO("element " << i << " at " << p[i]->a << ", " << p[i]->b);
      CHECK(r.gradient[weight][i] == T(p[i]->a < p[i]->b ? 5 : p[i]->a > p[i]->b ? 80 : 68));
      CHECK(r.gradient[a][i] == T(0));
      CHECK(r.gradient[b][i] == T(0));
    }
  }
}

}  // namespace

TEMPLATE_TEST_CASE("lt, le, gt and ge are 1 or 0, and their derivatives 0", "[op]", float, double, long double) {
  check_comparisons<TestType, tl::vec<3>>();
  check_comparisons<TestType, tl::mat<2, 3>>();
  constexpr auto program = tl::value_and_gradient(u * (lt(x, y) + 4_c * le(x, y) + 16_c * gt(x, y) + 64_c * ge(x, y)),
                                                  tl::wrt(x, y, u));
  for (const binary_point& p : min_points) {
    if (!usable<TestType>(p)) continue;
    const auto r = program(x = TestType(p.a), y = TestType(p.b), u = TestType(-3));
    INFO("at " << p.a << ", " << p.b);
    CHECK(r.gradient[u] == TestType(p.a < p.b ? 5 : p.a > p.b ? 80 : 68));
    CHECK(r.gradient[x] == TestType(0));
    CHECK(r.gradient[y] == TestType(0));
  }
  CHECK(program(x = std::numeric_limits<TestType>::quiet_NaN(), y = TestType(0), u = TestType(1)).value == TestType(0));
}

TEMPLATE_TEST_CASE("d stop_gradient(a) = 0, of scalars, vectors and matrices", "[op]", float, double, long double) {
  using T = TestType;
  const auto r = tl::value_and_gradient(u * tl::stop_gradient(x) * x, tl::wrt(x))(x = T(3), u = T(-2));
  CHECK(r.value == T(-18));
  CHECK(r.gradient[x] == T(-6));
  constexpr auto E = sum(hadamard(W, tl::stop_gradient(A))) + dot(w, tl::stop_gradient(v));
  constexpr auto of_tensors = tl::value_and_gradient(E, tl::wrt(A, v, W, w));
  const T elements[] = {1, -2, T(1e-30), T(1e30), 0, 6}, three[] = {-1, T(1e-30), T(1e30)};
  const auto s = of_tensors(A = elements, W = all_weights<T, 6>(), v = three, w = all_weights<T, 3>());
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(s.gradient[A][i] == T(0));
    CHECK(s.gradient[W][i] == elements[i]);
    CHECK(s.gradient[v][i % 3] == T(0));
    CHECK(s.gradient[w][i % 3] == three[i % 3]);
  }
}

TEMPLATE_TEST_CASE("select of matrices, element by element", "[op]", float, double, long double) {
  using T = TestType;
  constexpr auto program = tl::value_and_gradient(sum(hadamard(W, select(lt(A, B), A, B))), tl::wrt(A, B, W));
  for (const auto& p : groups<T, 6>(min_points)) {
    std::array<T, 6> at_a{}, at_b{};
    for (std::size_t i = 0; i < 6; ++i) {
      at_a[i] = T(p[i]->a);
      at_b[i] = T(p[i]->b);
    }
    const auto r = program(A = at_a, B = at_b, W = all_weights<T, 6>());
    for (std::size_t i = 0; i < 6; ++i) {
      const bool first = at_a[i] < at_b[i];
      INFO("element " << i << " of " << p[i]->a << ", " << p[i]->b);
      CHECK(r.gradient[W][i] == (first ? at_a[i] : at_b[i]));
      CHECK(r.gradient[A][i] == T(first ? weight_of(i) : 0));
      CHECK(r.gradient[B][i] == T(first ? 0 : weight_of(i)));
    }
  }
}

TEMPLATE_TEST_CASE("gt(a, b) is 1 where a > b, else 0", "[op]", float, double, long double) {
  constexpr auto program = tl::function(gt(x, y));
  CHECK(program(x = TestType(2), y = TestType(1)) == TestType(1));
  CHECK(program(x = TestType(1), y = TestType(2)) == TestType(0));
  CHECK(program(x = TestType(1), y = TestType(1)) == TestType(0));
  CHECK(program(x = TestType(0), y = -TestType(0)) == TestType(0));
  CHECK(program(x = std::numeric_limits<TestType>::quiet_NaN(), y = TestType(0)) == TestType(0));
}

TEST_CASE("d(gt(a, b)) = 0", "[op]") {
  const auto r = tl::value_and_gradient(u * gt(x, y) + x, tl::wrt(x, y))(x = 3.0, y = 2.0, u = 7.0);
  CHECK(r.value == 10.0);
  CHECK(r.gradient[x] == 1.0);
  CHECK(r.gradient[y] == 0.0);
}

TEST_CASE("gt of tensors and scalars", "[op]") {
  constexpr auto program = tl::function(gt(v, w), gt(v, x), gt(x, v));
  const auto [tensors, right, left] = program(v = {1., 2., 3.}, w = {2., 2., 2.}, x = 1.5);
  const double both[] = {0, 0, 1}, above[] = {0, 1, 1}, below[] = {1, 0, 0};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(tensors[i] == both[i]);
    CHECK(right[i] == above[i]);
    CHECK(left[i] == below[i]);
  }
}

TEMPLATE_TEST_CASE("d(select(c, a, b)) = da where c, else db", "[op]", float, double, long double) {
  constexpr auto program = tl::value_and_gradient(u * select(c, x, y), tl::wrt(x, y, c));
  const TestType conditions[] = {1, 0, -2, TestType(0.5)};
  for (const TestType condition : conditions) {
    const auto r = program(c = condition, x = TestType(3), y = TestType(5), u = TestType(-2));
    const bool first = condition != TestType(0);
    CHECK(r.value == TestType(first ? -6 : -10));
    CHECK(r.gradient[x] == TestType(first ? -2 : 0));
    CHECK(r.gradient[y] == TestType(first ? 0 : -2));
    CHECK(r.gradient[c] == TestType(0));
  }
}

TEST_CASE("select of tensors, element by element", "[op]") {
  const auto r = tl::value_and_gradient(dot(C, select(gt(v, w), v, w)), tl::wrt(v, w))(
      v = {1., 5., 3.}, w = {2., 4., 3.}, C = {-1., 2., 4.});
  CHECK(r.value == -2.0 + 10 + 12);
  const double by_v[] = {0, 2, 0}, by_w[] = {-1, 0, 4};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(r.gradient[v][i] == by_v[i]);
    CHECK(r.gradient[w][i] == by_w[i]);
  }
}

TEST_CASE("select with scalars beside tensors: a scalar receives the sum of what it was chosen for", "[op]") {
  SECTION("scalar branches") {
    const auto r = tl::value_and_gradient(dot(w, select(v, x, y)), tl::wrt(x, y))(v = {1., 0., 1.}, x = 2.0, y = 3.0,
                                                                                w = {1., 10., 100.});
    CHECK(r.value == 2.0 + 30 + 200);
    CHECK(r.gradient[x] == 101.0);
    CHECK(r.gradient[y] == 10.0);
  }
  SECTION("a scalar condition") {
    constexpr auto program = tl::value_and_gradient(dot(C, select(c, v, w)), tl::wrt(v, w));
    const auto r = program(c = 0.0, v = {1., 2., 3.}, w = {4., 5., 6.}, C = {1., -1., 2.});
    CHECK(r.value == 4.0 - 5 + 12);
    CHECK(r.gradient[v][2] == 0.0);
    CHECK(r.gradient[w][2] == 2.0);
  }
  SECTION("one scalar branch and constants") {
    const auto r = tl::value_and_gradient(sum(select(gt(v, 0_c), v, x)), tl::wrt(v, x))(v = {1., -2., 0.}, x = 7.0);
    CHECK(r.value == 15.0);
    CHECK(r.gradient[x] == 2.0);
    CHECK(r.gradient[v][0] == 1.0);
    CHECK(r.gradient[v][1] == 0.0);
    const auto s = tl::value_and_gradient(dot(w, select(gt(v, 0_c), v, 0.5_c)), tl::wrt(v))(v = {1., -2., 3.},
                                                                                           w = {2., 2., 2.});
    CHECK(s.value == 9.0);
    CHECK(s.gradient[v][2] == 2.0);
  }
}

TEST_CASE("what the branch not taken overflows to stays out of the value", "[op]") {
  CHECK(tl::function(select(gt(x, 0_c), x, exp(-x)))(x = 1e9) == 1e9);
  CHECK(tl::function(select(gt(x, 0_c), log(x), 0_c))(x = -1.0) == 0.0);
  const auto r = tl::value_and_gradient(select(gt(x, 1e3_c), y, x * exp(y)), tl::wrt(y))(x = 2e3, y = 800.0);
  CHECK(r.value == 800.0);
}

TEST_CASE("select of two broadcasts beside a tensor", "[op]") {
  constexpr auto E = select(gt(v, w), tl::broadcast<tl::vec<3>>(x), tl::broadcast<tl::vec<3>>(y));
  const auto r = tl::function(E)(v = {1., 2., 3.}, w = {2., 1., 2.}, x = 10.0, y = 20.0);
  CHECK(r[0] == 20.0);
  CHECK(r[1] == 10.0);
  CHECK(r[2] == 10.0);
  static_assert(tl::expression<decltype(E)> && E == select(gt(v, w), x, y));
}
