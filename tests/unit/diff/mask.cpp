// SPDX-License-Identifier: BSL-1.0
// The branch that a select does not take puts no NaN or infinity into a derivative, whatever its own derivative is.
#include <tapeless/diff/mask.hpp>

#include <boost/hana/fold_left.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/transform.hpp>
#include <array>
#include <cmath>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto s = tl::input<"s">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 3>>;

template <class E>
double slope(E, double at) {
  return tl::value_and_gradient(E{}, tl::wrt(x))(x = at).gradient[x];
}

template <class V>
void check(const V& got, const double (&wanted)[3]) {
  for (std::size_t i = 0; i < 3; ++i) CHECK(got[i] == Approx(wanted[i]).epsilon(1e-15));
}

}  // namespace

TEST_CASE("a singular branch that is not taken") {
  CHECK(slope(select(gt(x, 0_c), sqrt(x), 0_c), 0.0) == 0.0);
  CHECK(slope(select(gt(x, 0_c), sqrt(x), 0_c), -1.0) == 0.0);
  CHECK(slope(select(gt(x, 0_c), sqrt(x), 0_c), 4.0) == 0.25);
  CHECK(slope(select(gt(x, 0_c), log(x), x), 0.0) == 1.0);
  CHECK(slope(select(gt(x, 0_c), 1_c / x, 0_c), 0.0) == 0.0);
  CHECK(slope(select(gt(x, 0_c), x, exp(x)), 1e9) == 1.0);
  CHECK(slope(select(gt(x, 0_c), sqrt(x) * log(x) + sin(x) / x, x * x), 0.0) == 0.0);
  CHECK(slope(2_c * select(gt(x, 0_c), sqrt(x), sqrt(-x)), -4.0) == -0.5);
}

TEST_CASE("nested choices, in either branch") {
  constexpr auto E = select(gt(x, 0_c), select(gt(x, 1_c), log(x - 1_c), x), select(gt(x, -1_c), x * x, 1_c / (x + 1_c) + sqrt(-x)));
  CHECK(slope(E, 2.0) == 1.0);
  CHECK(slope(E, 1.0) == 1.0);
  CHECK(slope(E, 0.5) == 1.0);
  CHECK(slope(E, 0.0) == 0.0);
  CHECK(slope(E, -0.5) == -1.0);
  CHECK(slope(E, -4.0) == Approx(-1.0 / 9 - 0.25).epsilon(1e-15));
}

TEST_CASE("a node used in several branches, and outside") {
  constexpr auto root = sqrt(x);  // infinite slope at 0
  constexpr auto twice = select(gt(x, 0_c), root, 1_c) + select(gt(x, 0_c), root * root, x);
  CHECK(slope(twice, 0.0) == 1.0);
  CHECK(slope(twice, 4.0) == 1.25);
  constexpr auto different = select(gt(x, 0_c), root, x) + select(gt(x, 1_c), 3_c * root, x);
  CHECK(slope(different, 0.0) == 2.0);
  CHECK(slope(different, 0.25) == 2.0);
  CHECK(slope(different, 4.0) == 1.0);
  constexpr auto outside = select(gt(x, 0_c), root, x) + root;
  CHECK(std::isinf(slope(outside, 0.0)));  // truly so
  CHECK(slope(outside, 4.0) == 0.5);
}

TEST_CASE("higher orders") {
  constexpr auto E = select(gt(x, 0_c), sqrt(x) * x, 0_c);
  constexpr auto first = tl::derivative(E, x);
  constexpr auto second = tl::derivative(first, x);
  constexpr auto third = tl::derivative(second, x);
  const auto program = tl::function(first, second, third);
  CHECK(program(x = 0.0) == std::tuple(0.0, 0.0, 0.0));
  CHECK(program(x = -1.0) == std::tuple(0.0, 0.0, 0.0));
  CHECK(program(x = 4.0) == std::tuple(3.0, 0.375, -0.046875));
}

TEST_CASE("where an adjoint happens to be 0 the branch is still differentiated") {
  constexpr auto E = select(gt(x, 0_c), square(x * x - 1_c), 0_c);
  CHECK(tl::function(tl::derivative(tl::derivative(E, x), x))(x = 1.0) == 8.0);
}

TEST_CASE("conditions by element: masks of vectors") {
  const auto by_element = tl::value_and_gradient(sum(select(gt(v, 0_c), sqrt(v), s * s)), tl::wrt(v, s))(v = {0., 1., 4.}, s = 3.0);
  check(by_element.gradient[v], {0, 0.5, 0.25});
  CHECK(by_element.gradient[s] == 6.0);
  // a scalar that no element takes
  const auto scalar = tl::value_and_gradient(sum(select(gt(v, 0_c), v, sqrt(s))), tl::wrt(v, s))(v = {1., 2., 3.}, s = 0.0);
  check(scalar.gradient[v], {1, 1, 1});
  CHECK(scalar.gradient[s] == 0.0);
}

TEST_CASE("any number but 0 is a condition, and conditions of elements do not cancel") {
  const auto r = tl::value_and_gradient(sum(select(v, sqrt(s), 3_c)), tl::wrt(s))(v = {1., -1., 0.}, s = 4.0);
  CHECK(r.value == 7.0);
  CHECK(r.gradient[s] == 0.5);
  const auto mixed = tl::value_and_gradient(dot(select(v, W * sqrt(square(v)), v), v), tl::wrt(W))(
      v = {2., -2., 0.}, W = {{1., 2., 3.}, {4., 5., 6.}, {7., 8., 9.}});
  check(std::array{mixed.gradient[W](0, 0), mixed.gradient[W](1, 1), mixed.gradient[W](2, 2)}, {4, -4, 0});
}

TEST_CASE("masks go through operations that move and mix elements") {
  const auto product = tl::value_and_gradient(sum(select(gt(v, 0_c), W * sqrt(v), v)), tl::wrt(v))(
      v = {-1., 0., -4.}, W = {{1., 2., 3.}, {4., 5., 6.}, {7., 8., 9.}});
  check(product.gradient[v], {1, 1, 1});
  const auto below = tl::value_and_gradient(sum(W * select(gt(v, 0_c), log(v), 0_c)), tl::wrt(v))(
      v = {0., 1., 2.}, W = {{1., 2., 3.}, {4., 5., 6.}, {7., 8., 9.}});
  check(below.gradient[v], {0, 15, 9});
  const auto whole = tl::value_and_gradient(select(gt(s, 0_c), sum(transpose(sqrt(v) / s)) + sqrt(v)[0_c], sum(v)),
                                            tl::wrt(v, s))(v = {0., 1., 4.}, s = 0.0);
  check(whole.gradient[v], {1, 1, 1});
  CHECK(whole.gradient[s] == 0.0);
  const auto element = tl::value_and_gradient(select(gt(s, 0_c), log(v)[1_c], s), tl::wrt(v, s))(v = {1., 0., 1.}, s = -1.0);
  check(element.gradient[v], {0, 0, 0});
  CHECK(element.gradient[s] == 1.0);
}

namespace {
constexpr auto product = x * s;
constexpr auto choices = select(gt(s, 0_c), sqrt(product), product) + select(gt(x, 0_c), log(product), 1_c);
}  // namespace

TEST_CASE("the adjoint is the sum of the contributions, masks and all") {
  namespace hana = boost::hana;
  constexpr auto contributions = hana::transform(tl::fanout(choices, product), [](auto edge) { return tl::contribution(choices, edge); });
  STATIC_REQUIRE(decltype(hana::size(contributions))::value == 3);
  STATIC_REQUIRE(hana::fold_left(contributions, 0_c, hana::plus) == tl::adjoint(choices, product));
}
