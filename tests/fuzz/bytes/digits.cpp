// SPDX-License-Identifier: BSL-1.0
// The file of images that the example digits reads: any bytes are refused with a message, or they are images, which say
// the same when they are written and read again, and stay finite on the way to the network.
#include "../../../examples/digits_image.hpp"
#include "bytes.hpp"

namespace {

/// What parse makes of a text of so many rows; nothing where it refuses.
std::vector<digits::image> images_in(std::string_view text, std::size_t rows) {
  try {
    return digits::parse(text, "file", rows);
  } catch (const digits::data_error& error) {
    const std::string_view message = error.what();
    require(message.starts_with("file:") && message.size() < 300, "a refusal is short and names the line");
    for (const char c : message) require(c >= ' ' && c <= '~', "a refusal is of characters that can be printed");
    return {};
  }
}

std::string written(const std::vector<digits::image>& images) {
  std::string text;
  for (const digits::image& image : images) {
    for (const float p : image.pixel) text += std::to_string(static_cast<int>(p * 16)) + ",";
    text += std::to_string(image.digit) + "\n";
  }
  return text;
}

}  // namespace

void try_bytes(std::string_view text) {
  std::size_t rows = !text.empty() && text.back() != '\n';
  for (const char c : text) rows += c == '\n';

  const std::vector<digits::image> images = images_in(text, rows);
  require(images_in(text, rows + 1).empty() && (rows == 0 || images_in(text, rows - 1).empty()), "the number of rows is as required");
  if (images.empty()) return;
  require(images.size() == rows, "every row is an image");
  const std::vector<digits::image> again = images_in(written(images), rows);
  require(again.size() == rows, "what is written is read again");

  digits::generator random(1);
  for (std::size_t i = 0; i < rows; ++i) {
    require(images[i].pixel == again[i].pixel && images[i].digit == again[i].digit, "written and read again, an image is the same");
    require(images[i].digit < digits::classes, "a digit is from 0 to 9");
    for (const float p : images[i].pixel) require(p >= 0 && p <= 1, "ink is from 0 to 1");
    for (const float p : digits::distorted(digits::normalised(images[i]), random).pixel)
      require(p > -1 && p < 2, "what the network sees is as ink is, and some noise");
  }
}
