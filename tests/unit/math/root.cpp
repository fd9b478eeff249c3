// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/root.hpp>

#include <cmath>
#include <random>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"
#include "unit/math/constant_points.hpp"

namespace math = tapeless::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr auto sqrt_of = [](auto x) { return math::sqrt(x); };

} // namespace

TEST_CASE("sqrt is within 0.5001 ulp of the reference", "[math]") {
  const largest_error error = error_of(sqrt_of, sqrt_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 0.5001);
}

TEST_CASE("sqrt of a float is rounded correctly but for near ties", "[math]") {
  const largest_error error = float_error_of(sqrt_of, sqrt_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 0.5001);
}

TEST_CASE("sqrt gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(sqrt_of);
  check_same_bits<float>(sqrt_of);
}

TEST_CASE("sqrt treats special values as C does", "[math]") {
  CHECK(same_bits(math::sqrt(infinity), infinity));
  CHECK(same_bits(math::sqrt(-infinity), not_a_number));
  CHECK(same_bits(math::sqrt(not_a_number), not_a_number));
  CHECK(same_bits(math::sqrt(0.0), 0.0));
  CHECK(same_bits(math::sqrt(-0.0), -0.0));
  CHECK(same_bits(math::sqrt(-1.0), not_a_number));
  CHECK(same_bits(math::sqrt(-5e-324), not_a_number));
  CHECK(same_bits(math::sqrt(4.0), 2.0));
}

TEST_CASE("the root of constant expressions is the instruction's", "[math]") {
  std::mt19937_64 random(5);
  for (int i = 0; i < 200'000; ++i) {
    const double x = std::bit_cast<double>(random() >> 1);
    if (!same_bits(math::detail::constant_sqrt(x), std::sqrt(x))) FAIL_CHECK("x = " << hexadecimal(x));
  }
}
