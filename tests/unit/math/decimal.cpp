// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/decimal.hpp>

#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

#include "catch.hpp"
#include "unit/math/accuracy.hpp"

namespace math = tapeless::math;

namespace {

std::mt19937_64 random_bits(11);

int random_below(int bound) { return static_cast<int>(random_bits() % static_cast<unsigned>(bound)); }

std::string random_digits(int count) {
  std::string digits;
  for (int i = 0; i < count; ++i)
    digits += static_cast<char>('0' + random_below(10));
  return digits;
}

math::parsed_real parse(const std::string& text) { return math::parse_real(text.data(), text.data() + text.size()); }

void check_against_strtod(const std::string& text) {
  const double expected = std::strtod(text.c_str(), nullptr);
  const math::parsed_real parsed = parse(text);
  const std::string mantissa = text.substr(0, text.find(text.substr(0, 2) == "0x" ? 'p' : 'e'));
  const bool has_digit = mantissa.find_first_of("123456789abcdef") != std::string::npos;
  const auto status = std::isinf(expected)           ? math::parse_status::overflow
                      : expected == 0.0 && has_digit ? math::parse_status::underflow
                                                     : math::parse_status::ok;
  if (!same_bits(parsed.value, expected) || parsed.status != status) FAIL_CHECK(text);
}

/// All digits of a double exactly.
std::string exact_digits(double x) {
  std::string text(1200, '\0');
  text.resize(static_cast<std::size_t>(std::snprintf(text.data(), text.size(), "%.1100f", x)));
  return text;
}

} // namespace

TEST_CASE("random decimals are what strtod makes of them", "[math]") {
  for (int i = 0; i < 20'000; ++i) {
    std::string text = random_digits(1 + random_below(25)) + '.';
    if (random_below(4) != 0) text += random_digits(random_below(25));
    if (random_below(2) != 0) text += 'e' + std::to_string(random_below(700) - 350);
    check_against_strtod(text);
  }
}

TEST_CASE("shortest and longest spellings of random doubles are read back", "[math]") {
  for (int i = 0; i < 5'000; ++i) {
    const double x = std::bit_cast<double>(random_bits() >> 1);
    if (!std::isfinite(x)) continue;
    char text[64];
    std::snprintf(text, sizeof text, "%.17e", x);
    check_against_strtod(text);
    CHECK(same_bits(parse(text).value, x));
    std::snprintf(text, sizeof text, "%.*e", random_below(17), x);
    check_against_strtod(text);
    std::snprintf(text, sizeof text, "%a", x);
    check_against_strtod(text);
  }
}

TEST_CASE("the middle between two doubles goes to the even one, and a digit far behind decides", "[math]") {
  for (int i = 0; i < 300; ++i) {
    // Halfway above x: exact in long decimals, because twice the sum has few bits more.
    const double x = std::ldexp(1.0 + std::ldexp(static_cast<double>(random_bits() >> 12), -52), -random_below(900));
    const double next = std::nextafter(x, 2 * x);
    std::string middle = exact_digits(x / 2), upper = exact_digits(next / 2);
    int carry = 0;
    for (std::size_t k = middle.size(); k-- > 0;) {
      if (middle[k] == '.') continue;
      const int sum = (middle[k] - '0') + (upper[k] - '0') + carry;
      middle[k] = static_cast<char>('0' + sum % 10);
      carry = sum / 10;
    }
    middle.erase(middle.find_last_not_of('0') + 1);
    check_against_strtod(middle);
    check_against_strtod(middle + std::string(static_cast<std::size_t>(random_below(900)), '0') + '1');
    CHECK(same_bits(parse(middle + "0000000000001").value, next));
  }
}

TEST_CASE("very many digits", "[math]") {
  for (int i = 0; i < 60; ++i) {
    check_against_strtod(random_digits(1 + random_below(2000)) + "e-" + std::to_string(random_below(2400)));
    check_against_strtod("0." + std::string(static_cast<std::size_t>(random_below(1000)), '0') + random_digits(900) +
                         "e" + std::to_string(random_below(1400)));
  }
}

TEST_CASE("random hexadecimal floats are what strtod makes of them", "[math]") {
  for (int i = 0; i < 20'000; ++i) {
    std::string text = "0x";
    const auto digits = [&](int count) {
      for (int k = 0; k < count; ++k)
        text += "0123456789abcdef"[random_below(16)];
    };
    digits(1 + random_below(20));
    if (random_below(2) != 0) text += '.';
    if (text.back() == '.') digits(random_below(20));
    text += 'p' + std::to_string(random_below(2300) - 1150);
    check_against_strtod(text);
  }
}
