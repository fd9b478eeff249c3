// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/number.hpp>

#include "catch.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

namespace {

std::string number(double v) {
  tapeless::show::string s;
  tapeless::show::append_number(s, v);
  return s;
}

double read(const std::string& text) {
  return std::strtod(text.c_str(), nullptr);  // libc++ 19 has no std::from_chars for double
}

// the digits alone, from the standard library's shortest form
std::string standard_digits(double v) {
  char text[40];
  const char* const end = std::to_chars(text, text + sizeof text, v, std::chars_format::scientific).ptr;
  std::string digits;
  for (const char* p = text; p != end && *p != 'e'; ++p)
    if (*p != '.') digits += *p;
  return digits;
}

}  // namespace

TEST_CASE("parse(print(v)) == v, with the fewest digits") {
  std::mt19937_64 random(20);
  for (int i = 0; i < 20'000; ++i) {
    const double v = std::bit_cast<double>(random() >> 1);
    if (!std::isfinite(v) || v == 0) continue;
    const auto digits = tapeless::show::shortest_digits(v);
    INFO(number(v));
    REQUIRE(std::bit_cast<std::uint64_t>(read(number(v))) == std::bit_cast<std::uint64_t>(v));
    REQUIRE(std::string(digits.digit, static_cast<std::size_t>(digits.count)) == standard_digits(v));
  }
}

TEST_CASE("powers of two and of ten, and plain decimals, read back") {
  for (int e = -1074; e < 1024; ++e) REQUIRE(read(number(std::ldexp(1.0, e))) == std::ldexp(1.0, e));
  for (int i = 0; i < 20'000; ++i) {
    REQUIRE(read(number(i)) == i);
    REQUIRE(read(number(i / 100.0)) == i / 100.0);
  }
}

TEST_CASE("what is no number is named") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(number(infinity) == "inf");
  CHECK(number(-infinity) == "-inf");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "nan");
}
