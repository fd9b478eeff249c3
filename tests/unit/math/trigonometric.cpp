// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/trigonometric.hpp>

#include <cmath>
#include <tapeless/math/functions.hpp>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"
#include "unit/math/constant_points.hpp"

namespace math = tapeless::math;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

constexpr auto sin_of = [](auto x) { return math::sin(x); };
constexpr auto cos_of = [](auto x) { return math::cos(x); };

} // namespace

TEST_CASE("sin is within 1.1 ulp of the reference", "[math]") {
  const largest_error error = error_of(sin_of, sin_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 1.1);
}

TEST_CASE("sin of a float is rounded correctly but for near ties", "[math]") {
  const largest_error error = float_error_of(sin_of, sin_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 0.5001);
}

TEST_CASE("sin gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(sin_of);
  check_same_bits<float>(sin_of);
}

TEST_CASE("sin treats special values as C does", "[math]") {
  CHECK(same_bits(math::sin(infinity), not_a_number));
  CHECK(same_bits(math::sin(-infinity), not_a_number));
  CHECK(same_bits(math::sin(not_a_number), not_a_number));
  CHECK(same_bits(math::sin(0.0), 0.0));
  CHECK(same_bits(math::sin(-0.0), -0.0));
  CHECK(same_bits(math::sin(5e-324), 5e-324));
  CHECK(same_bits(math::sin(-5e-324), -5e-324));
}

TEST_CASE("cos is within 1.1 ulp of the reference", "[math]") {
  const largest_error error = error_of(cos_of, cos_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 200);
  CHECK(error.in_ulp <= 1.1);
}

TEST_CASE("cos of a float is rounded correctly but for near ties", "[math]") {
  const largest_error error = float_error_of(cos_of, cos_points);
  INFO("at " << hexadecimal(error.at));
  CHECK(error.points >= 25);
  CHECK(error.in_ulp <= 0.5001);
}

TEST_CASE("cos gives the same bits in constant expressions and at run time", "[math]") {
  check_same_bits<double>(cos_of);
  check_same_bits<float>(cos_of);
}

TEST_CASE("cos treats special values as C does", "[math]") {
  CHECK(same_bits(math::cos(infinity), not_a_number));
  CHECK(same_bits(math::cos(-infinity), not_a_number));
  CHECK(same_bits(math::cos(not_a_number), not_a_number));
  CHECK(same_bits(math::cos(0.0), 1.0));
  CHECK(same_bits(math::cos(-0.0), 1.0));
  CHECK(same_bits(math::cos(5e-324), 1.0));
}

TEST_CASE("the two reductions of an angle agree where both apply", "[math]") {
  for (double x = 1.5; x < 3294198.0; x *= 1.0001) {
    const math::reduced_angle<double> fast = math::detail::reduce_angle(x);
    const math::reduced_angle<double> slow = math::reduce_large_angle(x);
    INFO("x = " << hexadecimal(x));
    // At the middle between two quadrants either is right.
    if (std::fabs(fast.remainder) > 0.7853981633) continue;
    CHECK((fast.quadrant & 3) == (slow.quadrant & 3));
    CHECK(std::fabs((fast.remainder - slow.remainder) + (fast.tail - slow.tail)) <=
          0x1p-60 * std::fabs(slow.remainder));
  }
}

TEST_CASE("sincos gives what sin and cos give", "[math]") {
  for (const reference_point& point : sin_points) {
    const auto both = math::detail::sincos_double(point.x);
    CHECK(same_bits(both.sin, math::sin(point.x)));
    CHECK(same_bits(both.cos, math::cos(point.x)));
  }
}
