// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/elementary.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

// Tolerances: {ulp, epsilons}. math/ keeps each function within 2 ulp; a rule adds one rounding per operation. Rules
// that subtract from 1 (tanh, sigmoid) lose relative, never absolute, accuracy where the function saturates.

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.75, 4.0};
constexpr double positive[] = {0.125, 0.5, 1.0, 2.75, 11.0};

double slope_at(auto f, double at) {
  return tl::value_and_gradient(u * f(x), tl::wrt(x))(x = at, u = 3.0).gradient[x];
}

}  // namespace

TEST_CASE("d√a = da/(2√a)", "[op]") {
  const auto f = [](auto a) { return sqrt(a); };
  check_unary(f, sqrt_points, {0.5}, {2}, positive);
}

TEST_CASE("√ has the slope +inf at 0", "[op]") {
  const auto f = [](auto a) { return sqrt(a); };
  CHECK(slope_at(f, 0.0) == infinity);
  CHECK(tl::value_and_gradient(sqrt(x), tl::wrt(x))(x = 0.0f).gradient[x] == std::numeric_limits<float>::infinity());
}

TEST_CASE("d(exp a) = exp(a)·da", "[op]") {
  const auto f = [](auto a) { return exp(a); };
  check_unary(f, exp_points, {2}, {2}, somewhere);
}

TEST_CASE("d(log a) = da/a", "[op]") {
  const auto f = [](auto a) { return log(a); };
  check_unary(f, log_points, {2}, {0.5}, positive);
}

TEST_CASE("d(sin a) = cos(a)·da", "[op]") {
  const auto f = [](auto a) { return sin(a); };
  check_unary(f, sin_points, {2}, {2}, somewhere);
}

TEST_CASE("d(cos a) = -sin(a)·da", "[op]") {
  const auto f = [](auto a) { return cos(a); };
  check_unary(f, cos_points, {2}, {2}, somewhere);
}

TEST_CASE("d(tanh a) = (1 - tanh²a)·da", "[op]") {
  const auto f = [](auto a) { return tanh(a); };
  check_unary(f, tanh_points, {2}, {1, 4}, somewhere);
}

TEST_CASE("dσ = σ·(1 - σ)·da", "[op]") {
  const auto f = [](auto a) { return sigmoid(a); };
  check_unary(f, sigmoid_points, {2}, {4, 2}, somewhere);
}

TEST_CASE("d(max(a, 0)) = da where a > 0, else 0", "[op]") {
  const auto f = [](auto a) { return relu(a); };
  check_unary(f, relu_points, {0}, {0}, somewhere);
}

TEST_CASE("relu has the slope 0 at 0, on both sides of its sign", "[op]") {
  const auto f = [](auto a) { return relu(a); };
  CHECK(slope_at(f, 0.0) == 0.0);
  CHECK(slope_at(f, -0.0) == 0.0);
  CHECK(slope_at(f, 5e-324) == 3.0);
  CHECK(slope_at(f, -5e-324) == 0.0);
}

TEST_CASE("d(log(1 + exp a)) = σ(a)·da", "[op]") {
  const auto f = [](auto a) { return softplus(a); };
  check_unary(f, softplus_points, {2}, {2}, somewhere);
}

TEST_CASE("saturated functions stay finite at the ends of the range", "[op]") {
  for (const double at : {1e3, -1e3, 1e300, -1e300}) {
    INFO("at " << at);
    CHECK(slope_at([](auto a) { return tanh(a); }, at) == 0.0);
    CHECK(slope_at([](auto a) { return sigmoid(a); }, at) == 0.0);
    CHECK(slope_at([](auto a) { return softplus(a); }, at) == (at > 0 ? 3.0 : 0.0));
    CHECK(slope_at([](auto a) { return relu(a); }, at) == (at > 0 ? 3.0 : 0.0));
  }
}

TEST_CASE("a chain of all of them against central differences", "[op]") {
  const auto chain = [](auto a) {
    return tanh(sin(exp(cos(a)) + sigmoid(a)) * softplus(relu(a) + sqrt(square(a) + a * a)));
  };
  check_differences(chain, somewhere);
}
