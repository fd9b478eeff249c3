// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/choice.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {
constexpr auto c = tl::input<"c">;
constexpr auto C = tl::input<"C", tl::vec<3>>;
}  // namespace

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
