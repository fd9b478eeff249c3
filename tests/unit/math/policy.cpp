// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/policy.hpp>

#include <cmath>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"

namespace math = tapeless::math;

TEST_CASE("libm_math calls the C library at run time", "[math]") {
  using libm = math::libm_math;
  for (double x = 0.05; x < 30; x *= 1.3) {
    CHECK(same_bits(libm::exp(x), std::exp(x)));
    CHECK(same_bits(libm::log(x), std::log(x)));
    CHECK(same_bits(libm::log1p(x), std::log1p(x)));
    CHECK(same_bits(libm::sin(x), std::sin(x)));
    CHECK(same_bits(libm::cos(x), std::cos(x)));
    CHECK(same_bits(libm::tanh(x), std::tanh(x)));
    CHECK(same_bits(libm::sqrt(x), std::sqrt(x)));
    CHECK(std::fabs(libm::sigmoid(x) - math::sigmoid(x)) <= 2 * ulp(math::sigmoid(x)));
    CHECK(std::fabs(libm::softplus(-x) - math::softplus(-x)) <= 3 * ulp(math::softplus(-x)));
  }
}

TEST_CASE("standard_math calls this library", "[math]") {
  using standard = math::standard_math;
  for (float x = 0.05f; x < 30; x *= 1.7f) {
    CHECK(same_bits(standard::exp(x), math::exp(x)));
    CHECK(same_bits(standard::tanh(x), math::tanh(x)));
    CHECK(same_bits(standard::softplus(x), math::softplus(x)));
  }
}
