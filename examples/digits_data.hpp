// SPDX-License-Identifier: BSL-1.0
#pragma once
// Reads the digits of data/digits.csv: one image a line, 64 pixels from 0 to 16 row by row, then the digit it shows.
// What is malformed is refused with file, line, what is wrong and what is required.
#include <array>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace digits {

constexpr std::size_t side = 8, pixels = side * side, classes = 10, images = 1797;

struct image {
  std::array<float, pixels> pixel;  // from 0 (paper) to 1 (ink)
  std::size_t digit;
};

struct data_error : std::runtime_error {
  using runtime_error::runtime_error;
};

/// The field as an error message can show it: in quotes, short, without control characters.
inline std::string quoted(std::string_view field) {
  constexpr std::size_t longest = 20;
  std::string shown = "\"";
  for (const char c : field.substr(0, longest)) {
    if (c >= ' ' && c <= '~') {
      shown += c;
    } else {
      constexpr char hex[] = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      shown += {'\\', 'x', hex[byte / 16], hex[byte % 16]};
    }
  }
  return shown + (field.size() > longest ? "\"..." : "\"");
}

/// One line, without its end. `where` is file:line.
inline image parse_line(std::string_view line, const std::string& where) {
  image result{};
  std::size_t fields = 1;
  for (const char c : line) fields += c == ',';
  if (fields != pixels + 1)
    throw data_error(where + ": the number of fields is " + (line.empty() ? "0" : std::to_string(fields)) +
                     "; required are " + std::to_string(pixels) + " pixels and a digit, separated by commas");

  for (std::size_t i = 0; i < fields; ++i) {
    const std::string_view field = line.substr(0, line.find(','));
    if (i < pixels) line.remove_prefix(field.size() + 1);
    const unsigned largest = i < pixels ? 16 : classes - 1;
    unsigned value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || end != field.data() + field.size() || value > largest)
      throw data_error(where + ": field " + std::to_string(i + 1) + ", a " + (i < pixels ? "pixel" : "digit") +
                       ", is " + quoted(field) + "; required is a whole number from 0 to " + std::to_string(largest));
    if (i < pixels) result.pixel[i] = static_cast<float>(value) / 16;
    else result.digit = value;
  }
  return result;
}

/// The images in the text of a file of exactly `rows` lines; they end in LF or CR LF. `name` is for messages.
inline std::vector<image> parse(std::string_view text, const std::string& name, std::size_t rows = images) {
  std::vector<image> result;
  while (!text.empty()) {
    const std::size_t length = text.find('\n');
    std::string_view line = text.substr(0, length);
    text.remove_prefix(length == text.npos ? text.size() : length + 1);
    const std::string where = name + ":" + std::to_string(result.size() + 1);
    if (result.size() == rows)
      throw data_error(where + ": the file goes on with " + quoted(line) + "; required is its end after " +
                       std::to_string(rows) + " lines");
    if (line.ends_with('\r')) line.remove_suffix(1);
    result.push_back(parse_line(line, where));
  }
  if (result.size() != rows)
    throw data_error(name + ":" + std::to_string(result.size() + 1) + ": the file ends after " +
                     std::to_string(result.size()) + " lines; required are " + std::to_string(rows));
  return result;
}

/// The images of a file.
inline std::vector<image> read(const std::string& path) {
  constexpr std::size_t most = 1 << 20;
  std::ifstream file(path, std::ios::binary);
  if (!file) throw data_error(path + ": the file cannot be opened; required is a readable file of images");
  std::string text(most + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || std::filesystem::is_directory(path))  // libc++ reads a folder as an empty file
    throw data_error(path + ": the file cannot be read; required is a readable file of images");
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > most)
    throw data_error(path + ": the file is longer than " + std::to_string(most) + " bytes; required are " +
                     std::to_string(images) + " lines of " + std::to_string(pixels + 1) + " small numbers");
  return parse(text, path);
}

}  // namespace digits
