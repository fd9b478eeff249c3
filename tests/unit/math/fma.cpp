// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/fma.hpp>

#include <cmath>
#include <random>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"

namespace math = tapeless::math;

namespace {

std::mt19937_64 random_bits(7);

double nasty_double() {
  static constexpr double edges[] = {0.0,
                                     -0.0,
                                     1.0,
                                     -1.0,
                                     5e-324,
                                     -5e-324,
                                     0x1p-1022,
                                     0x1.ffffffffffffep-1023,
                                     0x1.fffffffffffffp1023,
                                     -0x1.fffffffffffffp1023,
                                     0x1.fffffffffffffp0,
                                     0x1p-537,
                                     0x1p-538,
                                     0x1p511,
                                     0x1p512,
                                     std::numeric_limits<double>::infinity(),
                                     -std::numeric_limits<double>::infinity(),
                                     std::numeric_limits<double>::quiet_NaN()};
  const auto with_exponent = [](std::uint64_t biased) {
    return std::bit_cast<double>((biased << 52) | (random_bits() & 0x800fffffffffffffu));
  };
  switch (random_bits() % 6) {
  case 0:
    return edges[random_bits() % std::size(edges)];
  case 1:
    return std::bit_cast<double>(random_bits());
  case 2:
    return with_exponent(1023 + random_bits() % 60);
  case 3:
    return with_exponent(510 + random_bits() % 4);
  case 4:
    return with_exponent(0);
  default:
    return with_exponent(1 + random_bits() % 120);
  }
}

float nasty_float() {
  const auto with_exponent = [](std::uint64_t biased) {
    const auto bits = static_cast<std::uint32_t>((biased << 23) | (random_bits() & 0x807fffffu));
    return std::bit_cast<float>(bits);
  };
  switch (random_bits() % 5) {
  case 0:
    return std::bit_cast<float>(static_cast<std::uint32_t>(random_bits()));
  case 1:
    return with_exponent(117 + random_bits() % 20);
  case 2:
    return with_exponent(50 + random_bits() % 40);
  case 3:
    return with_exponent(random_bits() % 3 == 0 ? 254 : 0);
  default:
    return std::bit_cast<float>(static_cast<std::uint32_t>(random_bits() & 0xfffff000u));
  }
}

} // namespace

TEST_CASE("exact_fma has the bits of the C library's fma", "[math]") {
  for (int i = 0; i < 400'000; ++i) {
    const double a = nasty_double(), b = nasty_double();
    double c = nasty_double();
    if (i % 3 == 0) c = -(a * b); // all but the rounding error cancels
    if (i % 6 == 0) c = std::nextafter(c, 0.0);
    if (i % 15 == 1) c = std::ldexp(a * b, static_cast<int>(random_bits() % 120) - 60);
    const double expected = std::fma(a, b, c);
    if (!same_bits(math::exact_fma(a, b, c), expected)) {
      FAIL_CHECK(hexadecimal(a) << ' ' << hexadecimal(b) << ' ' << hexadecimal(c));
    }
    const bool finite = std::isfinite(a) && std::isfinite(b) && std::isfinite(c);
    if (finite && !same_bits(math::detail::fma_in_integers(a, b, c), expected)) {
      FAIL_CHECK("in integers: " << hexadecimal(a) << ' ' << hexadecimal(b) << ' ' << hexadecimal(c));
    }
  }
}

TEST_CASE("exact_fma of floats has the bits of the C library's fma", "[math]") {
  for (int i = 0; i < 400'000; ++i) {
    const float a = nasty_float(), b = nasty_float();
    const float c = i % 3 == 0 ? -(a * b) : nasty_float();
    if (!same_bits(math::exact_fma(a, b, c), std::fma(a, b, c))) {
      FAIL_CHECK(static_cast<double>(a) << ' ' << static_cast<double>(b) << ' ' << static_cast<double>(c));
    }
  }
}

TEST_CASE("fma rounds once where the target can, else twice", "[math]") {
  for (int i = 0; i < 10'000; ++i) {
    const double a = nasty_double(), b = nasty_double(), c = nasty_double();
    CHECK(same_bits(math::fma(a, b, c), math::has_fma<double> ? std::fma(a, b, c) : a * b + c));
  }
}
