// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/log.hpp>

#include <tapeless/math/functions.hpp>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"
#include "unit/math/constant_points.hpp"

namespace math = tapeless::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr auto log_of = [](auto x) { return math::log(x); };
constexpr auto log1p_of = [](auto x) { return math::log1p(x); };

} // namespace

TEST_CASE("log is within 1.0 ulp of the reference", "[math]") {
  const largest_error error = error_of(log_of, log_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 1.0);
}

TEST_CASE("log of a float is within 1.3 units", "[math]") {
  const largest_error error = float_error_of(log_of, log_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 1.3);
}

TEST_CASE("log gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(log_of);
  check_same_bits<float>(log_of);
}

TEST_CASE("log treats special values as C does", "[math]") {
  CHECK(same_bits(math::log(infinity), infinity));
  CHECK(same_bits(math::log(-infinity), not_a_number));
  CHECK(same_bits(math::log(not_a_number), not_a_number));
  CHECK(same_bits(math::log(0.0), -infinity));
  CHECK(same_bits(math::log(-0.0), -infinity));
  CHECK(same_bits(math::log(1.0), 0.0));
  CHECK(same_bits(math::log(-1.0), not_a_number));
  CHECK(same_bits(math::log(-5e-324), not_a_number));
}

TEST_CASE("log1p is within 1.0 ulp of the reference", "[math]") {
  const largest_error error = error_of(log1p_of, log1p_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 1.0);
}

TEST_CASE("log1p of a float is rounded correctly but for near ties", "[math]") {
  const largest_error error = float_error_of(log1p_of, log1p_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 0.5001);
}

TEST_CASE("log1p gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(log1p_of);
  check_same_bits<float>(log1p_of);
}

TEST_CASE("log1p treats special values as C does", "[math]") {
  CHECK(same_bits(math::log1p(infinity), infinity));
  CHECK(same_bits(math::log1p(-infinity), not_a_number));
  CHECK(same_bits(math::log1p(not_a_number), not_a_number));
  CHECK(same_bits(math::log1p(0.0), 0.0));
  CHECK(same_bits(math::log1p(-0.0), -0.0));
  CHECK(same_bits(math::log1p(-1.0), -infinity));
  CHECK(same_bits(math::log1p(-1.0000000000000002), not_a_number));
  CHECK(same_bits(math::log1p(5e-324), 5e-324));
  CHECK(same_bits(math::log1p(-5e-324), -5e-324));
}

TEMPLATE_TEST_CASE("log of 1 and more has the bits of log", "[math]", double, float) {
  using limits = std::numeric_limits<TestType>;
  for (const TestType x : {TestType(1), 1 + limits::epsilon(), limits::max(), limits::quiet_NaN()})
    CHECK(same_bits(math::log_from_one(x), math::log(x)));
  for (TestType x = 1; x < limits::max() / 2; x *= TestType(1.0173)) CHECK(same_bits(math::log_from_one(x), math::log(x)));
  check_lanes_agree<TestType>(1, 1000, [](auto x) { return math::log_from_one(x); }, log_of);
  constexpr TestType known = math::log_from_one(TestType(1.5));
  CHECK(same_bits(known, math::log_from_one(TestType(1.5))));
}
