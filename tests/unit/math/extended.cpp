// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/extended.hpp>

#include <cmath>
#include <limits>

#include <tapeless/math/policy.hpp>

#include "catch.hpp"

namespace math = tapeless::math;

namespace {

using real = long double;

bool near(real got, real expected, real ulps) {
  if (expected != expected) return got != got;
  if (std::isinf(expected)) return got == expected;
  return std::fabs(got - expected) <= ulps * std::numeric_limits<real>::epsilon() * std::fabs(expected);
}

constexpr real points[] = {0.0L, 1e-4000L, 1e-30L, -1e-10L, 0.1L,    -0.3L,    0.34L,     0.36L,     0.7L, -0.99L, 1.0L,
                           1.5L, -2.5L,    10.0L,  -45.5L,  100.25L, 11000.0L, -11000.0L, 999999.5L, 1e7L, -1e30L, 1e300L};

} // namespace

TEST_CASE("long double functions of constant expressions are near those of the C library", "[math]") {
  for (const real x : points) {
    INFO("x = " << static_cast<double>(x));
    CHECK(near(math::extended::exp(x), std::exp(x), 4));
    if (std::fabs(x) < 1e6L) {
      CHECK(near(math::extended::sin(x), std::sin(x), 4));
      CHECK(near(math::extended::cos(x), std::cos(x), 4));
    } else {
      CHECK(std::fabs(math::extended::sin(x) - std::sin(x)) <= 0x1p-62L);
      CHECK(std::fabs(math::extended::cos(x) - std::cos(x)) <= 0x1p-62L);
    }
    CHECK(near(math::extended::tanh(x), std::tanh(x), 6));
    if (x > -1) CHECK(near(math::extended::log1p(x), std::log1p(x), 6));
    if (x >= 0) CHECK(near(math::extended::log(x), std::log(x), 6));
    if (x >= 0) CHECK(near(math::extended::sqrt(x), std::sqrt(x), 2));
  }
}

TEST_CASE("long double functions at run time are those of the C library", "[math]") {
  const real x = 0.7L;
  CHECK(math::exp(x) == std::exp(x));
  CHECK(math::log(x) == std::log(x));
  CHECK(math::log1p(x) == std::log1p(x));
  CHECK(math::sin(x) == std::sin(x));
  CHECK(math::cos(x) == std::cos(x));
  CHECK(math::tanh(x) == std::tanh(x));
  CHECK(math::sqrt(x) == std::sqrt(x));
  CHECK(near(math::sigmoid(x), 1 / (1 + std::exp(-x)), 4));
  CHECK(near(math::softplus(x), std::log1p(std::exp(x)), 4));
}
