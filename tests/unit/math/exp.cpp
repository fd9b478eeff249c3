// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/exp.hpp>

#include <cmath>

#include <tapeless/math/functions.hpp>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"
#include "unit/math/constant_points.hpp"

namespace math = tapeless::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr auto exp_of = [](auto x) { return math::exp(x); };

} // namespace

TEST_CASE("exp is within 1.0 ulp of the reference", "[math]") {
  const largest_error error = error_of(exp_of, exp_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 1.0);
}

TEST_CASE("exp of a float is within 2 ulp", "[math]") {
  const largest_error error = float_error_of(exp_of, exp_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 2);
}

TEST_CASE("exp gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(exp_of);
  check_same_bits<float>(exp_of);
}

TEST_CASE("exp treats special values as C does", "[math]") {
  CHECK(same_bits(math::exp(infinity), infinity));
  CHECK(same_bits(math::exp(-infinity), 0.0));
  CHECK(same_bits(math::exp(not_a_number), not_a_number));
  CHECK(same_bits(math::exp(0.0), 1.0));
  CHECK(same_bits(math::exp(-0.0), 1.0));
  CHECK(same_bits(math::exp(710.0), infinity));
  CHECK(same_bits(math::exp(-746.0), 0.0));
  CHECK(same_bits(math::exp(1e308), infinity));
  CHECK(same_bits(math::exp(-1e308), 0.0));
  CHECK(same_bits(math::exp(5e-324), 1.0));
}

TEMPLATE_TEST_CASE("exp of what is not positive has the bits of exp", "[math]", double, float) {
  using limits = std::numeric_limits<TestType>;
  for (const TestType x : {TestType(0), -TestType(0), -limits::min(), -limits::denorm_min(), limits::lowest(), -limits::infinity(), limits::quiet_NaN()})
    CHECK(same_bits(math::exp_nonpositive(x), math::exp(x)));
  for (TestType x = 0; x > -760; x -= TestType(0.0137)) CHECK(same_bits(math::exp_nonpositive(x), math::exp(x)));  // through all subnormals
  // halfway between two multiples of ln 2, where without FMA a tie decides which of them is taken
  bool same = true;
  for (int k = 0; k < 1080; ++k) {
    TestType x = -(static_cast<TestType>(k) + TestType(0.5)) * TestType(0x1.62e42fefa39efp-1);
    for (int i = 0; i < 10; ++i) x = std::nextafter(x, TestType(0));
    for (int i = 0; i < 20; ++i, x = std::nextafter(x, limits::lowest())) same = same && same_bits(math::exp_nonpositive(x), math::exp(x));
  }
  CHECK(same);
  constexpr TestType tie = sizeof(TestType) == 4 ? TestType(-0x1.1acdd6p+4) : TestType(-0x1.2b708872320e2p+3);
  constexpr TestType sigmoid_of_tie = math::sigmoid(tie);
  const volatile TestType at_run_time = tie;
  CHECK(same_bits(math::sigmoid(TestType(at_run_time)), sigmoid_of_tie));
  check_lanes_agree<TestType>(-760, 0, [](auto x) { return math::exp_nonpositive(x); }, exp_of);
  constexpr TestType known = math::exp_nonpositive(TestType(-1.5));
  CHECK(same_bits(known, math::exp_nonpositive(TestType(-1.5))));
}
