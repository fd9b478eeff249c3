// SPDX-License-Identifier: BSL-1.0
// Images are put upright and in the middle; what has no slant, width or ink is left alone.
#include "../../examples/digits_image.hpp"

#include "catch.hpp"

namespace {

digits::image paper() { return {{}, 0}; }

void ink(digits::image& image, std::size_t row, std::size_t column) { image.pixel[row * digits::side + column] = 1; }

}  // namespace

TEST_CASE("digits: looking straight at an image shows it") {
  digits::image image = paper();
  for (std::size_t i = 0; i < digits::pixels; ++i) image.pixel[i] = static_cast<float>(i) / 64;
  CHECK(digits::look(image, {digits::middle, digits::middle}).pixel == image.pixel);
  CHECK(digits::look(image, {digits::middle + 1, digits::middle}).pixel[0] == image.pixel[8]);
  CHECK(digits::look(image, {digits::middle, digits::middle + 0.5f}).pixel[0] == (image.pixel[0] + image.pixel[1]) / 2);
  CHECK(digits::look(image, {-10, 20}).pixel == paper().pixel);
}

TEST_CASE("digits: paper stays paper, and a dot is only moved") {
  CHECK(digits::normalised(paper()).pixel == paper().pixel);
  digits::image dot = paper();
  ink(dot, 1, 6);
  float mass = 0;
  for (const float p : digits::normalised(dot).pixel) mass += p;
  CHECK(mass == Approx(1));
}

TEST_CASE("digits: a slanted stroke is put upright in the middle") {
  digits::image slanted = paper();
  for (std::size_t i = 1; i < 7; ++i) ink(slanted, i, 7 - i);
  const digits::image upright = digits::normalised(slanted);
  for (std::size_t row = 1; row < 7; ++row) {
    CHECK(upright.pixel[row * digits::side + 3] > 0.3f);
    CHECK(upright.pixel[row * digits::side + 4] > 0.3f);
    CHECK(upright.pixel[row * digits::side + 1] == Approx(0).margin(1e-6));
    CHECK(upright.pixel[row * digits::side + 6] == Approx(0).margin(1e-6));
  }
}

TEST_CASE("digits: distortions are small, and the same for the same seed") {
  digits::image image = paper();
  for (std::size_t row = 2; row < 6; ++row)
    for (std::size_t column = 2; column < 6; ++column) ink(image, row, column);
  digits::generator one(5), other(5);
  const digits::image changed = digits::distorted(image, one);
  CHECK(changed.pixel == digits::distorted(image, other).pixel);
  CHECK(changed.pixel != image.pixel);
  CHECK(changed.pixel[3 * digits::side + 3] == Approx(1).margin(0.16));
  CHECK(changed.pixel[0] == Approx(0).margin(0.16));
}
