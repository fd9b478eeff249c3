// SPDX-License-Identifier: BSL-1.0
// Numbers as text, against the C library: eight bytes are a double, which is printed and must read back as the same one;
// any others are a literal, which must have the value that strtod gives it.
#include "bytes.hpp"

#include <bit>
#include <cstdlib>
#include <cstring>
#include <string>
#include <tapeless/math/decimal.hpp>
#include <tapeless/show/number.hpp>

namespace math = tapeless::math;

namespace {

double by_strtod(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  require(end == text.c_str() + text.size(), "an accepted literal is a number to the C library");
  return value;
}

/// Binary or octal digits as hexadecimal ones, which strtod reads.
std::string hexadecimal(std::string_view digits, int bits_per_digit) {
  std::string bits;
  for (const char digit : digits)
    for (int i = bits_per_digit; i-- > 0;) bits += (digit - '0') >> i & 1 ? '1' : '0';
  bits.insert(0, (4 - bits.size() % 4) % 4, '0');
  std::string text = "0x";
  for (std::size_t i = 0; i < bits.size(); i += 4) text += "0123456789abcdef"[std::stoi(bits.substr(i, 4), nullptr, 2)];
  return text;
}

void print(double value) {
  tapeless::show::string printed;
  tapeless::show::append_number(printed, value);
  const std::string text(std::string_view{printed});
  if (value != value) return require(text == "nan", "nan is printed so");
  require(std::bit_cast<std::uint64_t>(by_strtod(text)) == std::bit_cast<std::uint64_t>(value), "a printed number reads back as the same");
  const char* const first = text.c_str() + (text[0] == '-');
  if (text.find("inf") == text.npos)
    require(math::parse_real(first, text.c_str() + text.size()).value == (text[0] == '-' ? -value : value), "by our own reader, too");
}

void read(std::string_view literal) {
  const math::parsed_real parsed = math::parse_real(literal.data(), literal.data() + literal.size());
  if (parsed.status == math::parse_status::malformed) return;
  std::string text;
  for (const char c : literal)
    if (c != '\'') text += c;
  const bool prefixed = text.size() > 1 && text[0] == '0';
  double value = 0;
  if (prefixed && (text[1] == 'b' || text[1] == 'B')) value = by_strtod(hexadecimal(std::string_view(text).substr(2), 1));
  else if (prefixed && text.find_first_not_of("01234567") == text.npos) value = by_strtod(hexadecimal(text, 3));
  else value = by_strtod(text);
  require(parsed.value == value, "a literal has the value that the C library gives it");
  require((parsed.status == math::parse_status::overflow) == (value > 0x1.fffffffffffffp1023), "what is too large is said to be");
  require(parsed.status != math::parse_status::underflow || value == 0, "what is too small is 0");
}

}  // namespace

void try_bytes(std::string_view bytes) {
  double value = 0;
  if (bytes.size() == sizeof value) {
    std::memcpy(&value, bytes.data(), sizeof value);
    print(value);
  }
  read(bytes);
}
