// SPDX-License-Identifier: BSL-1.0
// What derivatives are where a function has none, entry by entry of the table in docs/reference/kinks.md; and results at
// the ends of the range.
#include <tapeless/op/choice.hpp>
#include <tapeless/op/powers.hpp>
#include <tapeless/op/reductions.hpp>
#include <tapeless/op/softmax.hpp>

#include <cmath>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity();

template <class T, class E>
T slope(E, T at) {
  return tl::value_and_gradient(u * E{}, tl::wrt(x))(x = at, u = T(2)).gradient[x] / 2;
}
template <class E>
double second(E, double at) {
  return tl::function(tl::derivative(tl::derivative(E{}, x), x))(x = at);
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

TEMPLATE_TEST_CASE("the ends of domains", "[op]", float, double, long double) {
  constexpr TestType infinity = std::numeric_limits<TestType>::infinity();
  for (const TestType end : {TestType(1), TestType(-1)}) {
    CHECK(slope(asin(x), end) == infinity);
    CHECK(slope(acos(x), end) == -infinity);
    CHECK(slope(atanh(x), end) == infinity);
  }
  CHECK(slope(acosh(x), TestType(1)) == infinity);
  CHECK(slope(log1p(x), TestType(-1)) == infinity);
}

TEMPLATE_TEST_CASE("logarithms at 0", "[op]", float, double, long double) {
  constexpr TestType infinity = std::numeric_limits<TestType>::infinity();
  CHECK(slope(log(x), TestType(0)) == infinity);
  CHECK(slope(log2(x), TestType(0)) == infinity);
  CHECK(slope(log10(x), TestType(0)) == infinity);
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
  CHECK(slopes(clamp(1_c, x, y), 1.0, 3.0) == pair{0, 0});
  CHECK(slopes(clamp(3_c, x, y), 1.0, 3.0) == pair{0, 0});
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
  for (const double b : {1e-10, 0.25, 0.5, 0.999}) CHECK(slopes(pow(x, y), 0.0, b) == pair{inf, 0});
  for (const double b : {-0.5, -1.0, -2.0, -2.5}) CHECK(slopes(pow(x, y), 0.0, b) == pair{-inf, -inf});
  constexpr auto second = tl::derivative(tl::derivative(pow(x, 2_c), x), x);
  CHECK(tl::function(second)(x = 0.0) == 2);
  constexpr auto third = tl::derivative(tl::derivative(tl::derivative(pow(x, 3_c), x), x), x);
  CHECK(tl::function(third)(x = 0.0) == 6);
}

TEST_CASE("pow of a negative base has no derivative by the exponent", "[op]") {
  for (const double b : {-1.0, 0.0, 2.0, 3.0}) {
    const pair s = slopes(pow(x, y), -2.0, b);
    CHECK(s[0] == b * std::pow(-2.0, b - 1));
    CHECK(std::isnan(s[1]));
  }
}

TEST_CASE("atan2 at the origin", "[op]") {
  for (const double a : {0.0, -0.0})
    for (const double b : {0.0, -0.0}) {
      const double angle = tl::function(atan2(x, y))(x = a, y = b);
      CHECK(angle == std::atan2(a, b));
      CHECK(std::signbit(angle) == std::signbit(std::atan2(a, b)));
      for (const double s : slopes(atan2(x, y), a, b)) CHECK(std::isnan(s));
    }
}

TEST_CASE("quotients by 0", "[op]") {
  CHECK(slopes(x / y, 3.0, 0.0) == pair{inf, -inf});
  CHECK(slopes(x / y, -3.0, 0.0) == pair{inf, inf});
  CHECK(slopes(x / y, 3.0, -0.0) == pair{-inf, -inf});
  CHECK(slopes(x / y, 0.0, 0.0)[0] == inf);
  CHECK(std::isnan(slopes(x / y, 0.0, 0.0)[1]));
}

TEST_CASE("slopes of hypot and norm of tiny operands, and where the result overflows", "[op]") {
  const double third = std::sqrt(1 / 3.);
  for (const double size : {1e-160, 1e-290, 1e-307}) {
    INFO("size " << size);
    CHECK(slopes(hypot(x, y), 3 * size, -4 * size)[0] == Approx(0.6).epsilon(1e-15));
    CHECK(slopes(hypot(x, y), 3 * size, -4 * size)[1] == Approx(-0.8).epsilon(1e-15));
    for (const double s : slopes_of_vector(norm(v), {size, size, size})) CHECK(s == Approx(third).epsilon(1e-15));
  }
  // a subnormal norm is n times the least number and rounded by up to 1/(2n); here n is 3506 and 2862
  for (const double s : slopes_of_vector(norm(v), {1e-320, 1e-320, 1e-320})) CHECK(s == Approx(third).epsilon(2e-4));
  for (const double s : slopes(hypot(x, y), 1e-320, 1e-320)) CHECK(s == Approx(std::sqrt(0.5)).epsilon(2e-4));
  CHECK(slopes_of_vector(norm(v), {5e-324, 0, 0}) == triple{1, 0, 0});
  CHECK(slopes(hypot(x, y), 1.5e308, -1.5e308) == pair{0, 0});  // the result overflows
  CHECK(slopes_of_vector(norm(v), {1.5e308, 0, 1.5e308}) == triple{0, 0, 0});
  constexpr auto of_floats = tl::value_and_gradient(norm(v), tl::wrt(v));
  for (const float s : of_floats(v = {1e-36f, 1e-36f, 1e-36f}).gradient) CHECK(s == Approx(third).epsilon(1e-7));
}

TEMPLATE_TEST_CASE("log_softmax over the whole range", "[op]", float, double, long double) {
  using T = TestType;
  constexpr T huge = std::numeric_limits<T>::max() / 4;
  constexpr auto program = tl::value_and_gradient(dot(w, log_softmax(v)), tl::wrt(v, w));
  const auto check = [&](const std::array<T, 3>& z, const std::array<T, 3>& value, const std::array<T, 3>& slope_of_z) {
    const auto r = program(v = z, w = {T(1), T(-2), T(4)});
    for (std::size_t i = 0; i < 3; ++i) {
      INFO("logits " << z[0] << ", " << z[1] << ", " << z[2] << ", element " << i);
      CHECK(near(r.gradient[w][i], static_cast<long double>(value[i]), {2, 2}));
      CHECK(near(r.gradient[v][i], static_cast<long double>(slope_of_z[i]), {2, 8}));
    }
  };
  const T log_2 = std::log(T(2)), log_3 = std::log(T(3)), half = T(0.5);
  check({huge, -huge, 0}, {0, -2 * huge, -huge}, {-2, -2, 4});
  check({-huge, huge, 0}, {-2 * huge, 0, -huge}, {1, -5, 4});
  check({huge, huge, -huge}, {-log_2, -log_2, -2 * huge}, {-half, -3 - half, 4});
  check({huge, huge, huge}, {-log_3, -log_3, -log_3}, {0, -3, 3});
  check({-huge, -huge, -huge}, {-log_3, -log_3, -log_3}, {0, -3, 3});
  check({std::numeric_limits<T>::denorm_min(), 0, -T(0)}, {-log_3, -log_3, -log_3}, {0, -3, 3});
  // a difference that overflows is -inf, and its slope is right
  const T infinity = std::numeric_limits<T>::infinity(), max = std::numeric_limits<T>::max();
  const auto r = program(v = {max, -max, T(0)}, w = {T(1), T(-2), T(4)});
  CHECK(r.gradient[w][1] == -infinity);
  CHECK((r.gradient[v][0] == -2 && r.gradient[v][1] == -2 && r.gradient[v][2] == 4));
}

TEST_CASE("second derivatives at kinks are 0", "[op]") {
  for (const double at : {0.0, -0.0}) {
    CHECK(second(abs(x), at) == 0);
    CHECK(second(relu(x), at) == 0);
    CHECK(second(max(x, 0_c), at) == 0);
    CHECK(second(min(x, 0_c), at) == 0);
    CHECK(second(clamp(x, 0_c, 1_c), at) == 0);
  }
  constexpr auto of_norm = tl::function(tl::hessian(norm(v), v));
  for (const double entry : of_norm(v = {0., 0., 0.})) CHECK(entry == 0);
  CHECK(of_norm(v = {3., 4., 0.})(0, 0) == Approx(0.128));
  constexpr auto by_x = tl::derivative(hypot(x, y), x);
  constexpr auto by_y = tl::derivative(hypot(x, y), y);
  constexpr auto of_hypot =
      tl::function(tl::derivative(by_x, x), tl::derivative(by_x, y), tl::derivative(by_y, x), tl::derivative(by_y, y));
  CHECK(of_hypot(x = 0.0, y = 0.0) == std::tuple(0.0, 0.0, 0.0, 0.0));
  CHECK(std::get<1>(of_hypot(x = 3.0, y = 4.0)) == Approx(-0.096));
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
