// SPDX-License-Identifier: BSL-1.0
// What derivatives are where a function has none, entry by entry of the table in docs/reference/kinks.md; and results at
// the ends of the range.
#include <tapeless/op/choice.hpp>
#include <tapeless/op/powers.hpp>
#include <tapeless/op/reductions.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

template <class E>
double slope(E, double at) {
  return tl::value_and_gradient(u * E{}, tl::wrt(x))(x = at, u = 2.0).gradient[x] / 2;
}
template <class E>
std::array<double, 2> slopes(E, double a, double b) {
  const auto r = tl::value_and_gradient(u * E{}, tl::wrt(x, y))(x = a, y = b, u = 4.0);
  return {r.gradient[x] / 4, r.gradient[y] / 4};
}
template <class E>
std::array<double, 3> slopes_of_vector(E, std::array<double, 3> at) {
  const auto r = tl::value_and_gradient(u * E{}, tl::wrt(v))(v = at, u = 4.0);
  return {r.gradient[v][0] / 4, r.gradient[v][1] / 4, r.gradient[v][2] / 4};
}
using pair = std::array<double, 2>;
using triple = std::array<double, 3>;

}  // namespace

TEST_CASE("abs and sign at 0", "[op]") {
  CHECK(slope(abs(x), 0.0) == 0);
  CHECK(slope(abs(x), -1e-300) == -1);
  CHECK(slope(sign(x) + x, 0.0) == 1);
  CHECK(tl::function(sign(x))(x = 0.0) == 0);
  CHECK(tl::function(sign(x))(x = -3.0) == -1);
}

TEST_CASE("roots at 0", "[op]") {
  CHECK(slope(sqrt(x), 0.0) == inf);
  CHECK(slope(cbrt(x), 0.0) == inf);
}

TEST_CASE("the ends of domains", "[op]") {
  CHECK(slope(asin(x), 1.0) == inf);
  CHECK(slope(acos(x), -1.0) == -inf);
  CHECK(slope(acosh(x), 1.0) == inf);
  CHECK(slope(atanh(x), 1.0) == inf);
  CHECK(slope(log1p(x), -1.0) == inf);
}

TEST_CASE("ties of min and max are shared", "[op]") {
  CHECK(slopes(max(x, y), 1.0, 1.0) == pair{0.5, 0.5});
  CHECK(slopes(min(x, y), 1.0, 1.0) == pair{0.5, 0.5});
  CHECK(slopes(max(x, y), 2.0, 1.0) == pair{1, 0});
  CHECK(slopes(min(x, y), 2.0, 1.0) == pair{0, 1});
  CHECK(slopes(max(x, y), -inf, 1.0) == pair{0, 1});
}

TEST_CASE("clamp passes the derivative at its bounds", "[op]") {
  constexpr auto E = clamp(x, -1_c, 1_c);
  CHECK(slope(E, -1.0) == 1);
  CHECK(slope(E, 1.0) == 1);
  CHECK(slope(E, 0.3) == 1);
  CHECK(slope(E, 1.0000001) == 0);
  CHECK(slope(E, -2.0) == 0);
  CHECK(tl::function(E)(x = 7.0) == 1);
  CHECK(slopes(clamp(0_c, x, y), 1.0, 3.0) == pair{1, 0});
  CHECK(slopes(clamp(5_c, x, y), 1.0, 3.0) == pair{0, 1});
}

TEST_CASE("ties of max_element are shared evenly", "[op]") {
  CHECK(slopes_of_vector(max_element(v), {1, 3, 3}) == triple{0, 0.5, 0.5});
  CHECK(slopes_of_vector(max_element(v), {1, 3, 2}) == triple{0, 1, 0});
  const auto third = slopes_of_vector(max_element(v), {2, 2, 2});
  CHECK(third[0] == Approx(1.0 / 3));
}

TEST_CASE("hypot and norm at the origin, and over the whole range", "[op]") {
  CHECK(slopes(hypot(x, y), 0.0, 0.0) == pair{0, 0});
  CHECK(slopes(hypot(x, y), 3e300, 4e300) == pair{0.6, 0.8});
  CHECK(slopes_of_vector(norm(v), {0, 0, 0}) == triple{0, 0, 0});
  CHECK(slopes_of_vector(norm(v), {0, -2, 0}) == triple{0, -1, 0});
  constexpr auto program = tl::function(norm(v));
  CHECK(program(v = {3e300, 4e300, 0.}) == Approx(5e300).epsilon(1e-15));
  CHECK(program(v = {3e-300, 4e-300, 0.}) == Approx(5e-300).epsilon(1e-15));
  CHECK(program(v = {3e-320, 4e-320, 0.}) == Approx(5e-320).epsilon(1e-3));
  CHECK(program(v = {3e30f, 4e30f, 0.f}) == Approx(5e30f));
  CHECK(program(v = {1., inf, 0.}) == inf);
  const auto large = slopes_of_vector(norm(v), {3e300, 4e300, 0});
  CHECK(large[0] == Approx(0.6).epsilon(1e-15));
}

TEST_CASE("pow at base 0", "[op]") {
  CHECK(slope(pow(x, 3_c), 0.0) == 0);
  CHECK(slope(pow(x, 2_c), 0.0) == 0);
  CHECK(slope(pow(x, 1_c), 0.0) == 1);
  CHECK(slope(pow(x, 0_c) + x, 0.0) == 1);
  CHECK(slope(pow(x, 2_c), -3.0) == -6);
  CHECK(slope(pow(x, -1_c), -2.0) == -0.25);
  CHECK(slopes(pow(x, y), 0.0, 2.0) == pair{0, 0});
  CHECK(slopes(pow(x, y), 0.0, 1.0) == pair{1, 0});
  CHECK(slopes(pow(x, y), 0.0, 0.0) == pair{0, 0});
  CHECK(slopes(pow(x, y), 1.0, 0.0) == pair{0, 0});
  constexpr auto second = tl::derivative(tl::derivative(pow(x, 2_c), x), x);
  CHECK(tl::function(second)(x = 0.0) == 2);
  constexpr auto third = tl::derivative(tl::derivative(tl::derivative(pow(x, 3_c), x), x), x);
  CHECK(tl::function(third)(x = 0.0) == 6);
}

TEST_CASE("second derivatives of saturated tanh and sigmoid are 0, not NaN", "[op]") {
  for (const double at : {-1e3, -800.0, -40.0, 40.0, 800.0, 1e3, inf, -inf}) {
    const double tanh_second = tl::function(tl::derivative(tl::derivative(tanh(x), x), x))(x = at);
    const double sigmoid_second = tl::function(tl::derivative(tl::derivative(sigmoid(x), x), x))(x = at);
    CHECK(std::abs(tanh_second) <= 1e-15);
    CHECK(std::abs(sigmoid_second) <= 1e-15);
  }
}

TEST_CASE("comparisons, and what has no derivative", "[op]") {
  constexpr auto program = tl::function(lt(x, y), le(x, y), gt(x, y), ge(x, y));
  CHECK(program(x = 1.0, y = 2.0) == std::tuple(1.0, 1.0, 0.0, 0.0));
  CHECK(program(x = 2.0, y = 2.0) == std::tuple(0.0, 1.0, 0.0, 1.0));
  CHECK(slope(lt(x, 1_c) + le(x, 1_c) + ge(x, 1_c) + x, 1.0) == 1);
  CHECK(slope(tl::stop_gradient(x) * x, 3.0) == 3);
}
