// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/hyperbolic.hpp>

#include <tapeless/math/functions.hpp>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"
#include "unit/math/constant_points.hpp"

namespace math = tapeless::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr auto tanh_of = [](auto x) { return math::tanh(x); };

} // namespace

TEST_CASE("tanh is within 1.5 ulp of the reference", "[math]") {
  const largest_error error = error_of(tanh_of, tanh_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 1.5);
}

TEST_CASE("tanh of a float is within 1.5 ulp", "[math]") {
  const largest_error error = float_error_of(tanh_of, tanh_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 1.5);
}

TEST_CASE("tanh gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(tanh_of);
  check_same_bits<float>(tanh_of);
}

TEST_CASE("tanh treats special values as C does", "[math]") {
  CHECK(same_bits(math::tanh(infinity), 1.0));
  CHECK(same_bits(math::tanh(-infinity), -1.0));
  CHECK(same_bits(math::tanh(not_a_number), not_a_number));
  CHECK(same_bits(math::tanh(0.0), 0.0));
  CHECK(same_bits(math::tanh(-0.0), -0.0));
  CHECK(same_bits(math::tanh(5e-324), 5e-324));
  CHECK(same_bits(math::tanh(-5e-324), -5e-324));
  CHECK(same_bits(math::tanh(1e308), 1.0));
}
