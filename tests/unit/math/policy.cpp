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

namespace {

// Two numbers side by side, whose masks convert to bool as those of xsimd do with AVX-512: true if any lane is.
struct two {
  double low, high;
  struct mask {
    bool low, high;
    operator bool() const { return low || high; }
    friend two select(mask m, two yes, two no) { return {m.low ? yes.low : no.low, m.high ? yes.high : no.high}; }
  };
  friend mask operator>(two a, two b) { return {a.low > b.low, a.high > b.high}; }
};

// One number, whose conditions convert to bool and nothing else.
struct one {
  double value;
  struct condition {
    bool holds;
    operator bool() const { return holds; }
  };
};

}  // namespace

TEST_CASE("lanes are chosen one by one, also where their mask converts to bool") {
  const two chosen = tapeless::math::standard_math::select(two{1, 5} > two{3, 3}, two{1, 5}, two{3, 3});
  CHECK((chosen.low == 3 && chosen.high == 5));
  const two larger = tapeless::math::standard_math::larger(two{1, 5}, two{3, 3});
  CHECK((larger.low == 3 && larger.high == 5));
  CHECK(tapeless::math::standard_math::select(one::condition{false}, one{1}, one{2}).value == 2);
}
