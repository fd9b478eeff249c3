// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/logistic.hpp>

#include <tapeless/math/functions.hpp>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"
#include "unit/math/constant_points.hpp"

namespace math = tapeless::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr auto sigmoid_of = [](auto x) { return math::sigmoid(x); };
constexpr auto softplus_of = [](auto x) { return math::softplus(x); };

} // namespace

TEST_CASE("sigmoid is within 2.0 ulp of the reference", "[math]") {
  const largest_error error = error_of(sigmoid_of, sigmoid_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 2.0);
}

TEST_CASE("sigmoid of a float is within 2 ulp", "[math]") {
  const largest_error error = float_error_of(sigmoid_of, sigmoid_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 2);
}

TEST_CASE("sigmoid gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(sigmoid_of);
  check_same_bits<float>(sigmoid_of);
}

TEST_CASE("sigmoid treats special values as C does", "[math]") {
  CHECK(same_bits(math::sigmoid(infinity), 1.0));
  CHECK(same_bits(math::sigmoid(-infinity), 0.0));
  CHECK(same_bits(math::sigmoid(not_a_number), not_a_number));
  CHECK(same_bits(math::sigmoid(0.0), 0.5));
  CHECK(same_bits(math::sigmoid(-0.0), 0.5));
  CHECK(same_bits(math::sigmoid(1e308), 1.0));
  CHECK(same_bits(math::sigmoid(-1e308), 0.0));
}

TEST_CASE("softplus is within 2.0 ulp of the reference", "[math]") {
  const largest_error error = error_of(softplus_of, softplus_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 2.0);
}

TEST_CASE("softplus of a float is rounded correctly but for near ties", "[math]") {
  const largest_error error = float_error_of(softplus_of, softplus_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 0.5001);
}

TEST_CASE("softplus gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(softplus_of);
  check_same_bits<float>(softplus_of);
}

TEST_CASE("softplus treats special values as C does", "[math]") {
  CHECK(same_bits(math::softplus(infinity), infinity));
  CHECK(same_bits(math::softplus(-infinity), 0.0));
  CHECK(same_bits(math::softplus(not_a_number), not_a_number));
  CHECK(same_bits(math::softplus(1e308), 1e308));
  CHECK(same_bits(math::softplus(-1e308), 0.0));
  CHECK(same_bits(math::softplus(0.0), 0.6931471805599453));
}

TEST_CASE("sigmoid and softplus fall to zero as exp does", "[math]") {
  for (double x = -40; x > -750; x -= 0.37) {
    INFO("x = " << x);
    CHECK(same_bits(math::sigmoid(x), math::exp(x)));
    CHECK(same_bits(math::softplus(x), math::exp(x)));
  }
}
