// SPDX-License-Identifier: BSL-1.0
#pragma once
// What is done to an image before a network sees it: it is put upright and in the middle, and, while training, changed
// a little every time, as another hand might have written it. In and out: images of digits_data.hpp.
#include <cmath>
#include <cstddef>
#include <random>

#include "digits_data.hpp"

namespace digits {

// Distributions differ between standard libraries, the engine does not: so one seed gives one training everywhere.
using generator = std::mt19937;

/// Uniform in [-limit, limit).
inline float uniform(float limit, generator& random) {
  return limit * (static_cast<float>(random() >> 8) * 0x1p-23f - 1);
}

/// Where an image looks at another: what its middle sees, and how far a step of one pixel goes there. `slant` is how
/// far a step down goes to the right.
struct view {
  float row, column, down = 1, right = 1, slant = 0;
};

constexpr float middle = (side - 1) / 2.0f;

/// Bilinear; outside there is paper.
inline image look(const image& from, const view& at) {
  const auto ink = [&](int row, int column) {
    constexpr int end = side;
    return row < 0 || row >= end || column < 0 || column >= end
               ? 0.0f
               : from.pixel[static_cast<std::size_t>(row * end + column)];
  };
  image result = from;
  for (std::size_t i = 0; i < pixels; ++i) {
    const float y = static_cast<float>(i / side) - middle, x = static_cast<float>(i % side) - middle;
    const float row = at.row + at.down * y, column = at.column + at.right * x + at.slant * y;
    const int r = static_cast<int>(std::floor(row)), c = static_cast<int>(std::floor(column));
    const float v = row - std::floor(row), u = column - std::floor(column);
    result.pixel[i] = (1 - v) * ((1 - u) * ink(r, c) + u * ink(r, c + 1)) +  //
                      v * ((1 - u) * ink(r + 1, c) + u * ink(r + 1, c + 1));
  }
  return result;
}

/// The image with its ink centred, upright, and of one width, by its moments (deslanting as in LeCun, Bottou, Bengio
/// and Haffner, "Gradient-based learning applied to document recognition", 1998). Writers differ less afterwards.
inline image normalised(const image& original) {
  constexpr float width = 1.5f;  // standard deviation of the ink's columns
  float mass = 0, row = 0, column = 0, row_row = 0, row_column = 0, column_column = 0;
  for (std::size_t i = 0; i < pixels; ++i) {
    const float ink = original.pixel[i], y = static_cast<float>(i / side), x = static_cast<float>(i % side);
    mass += ink, row += ink * y, column += ink * x;
    row_row += ink * y * y, row_column += ink * y * x, column_column += ink * x * x;
  }
  if (mass == 0) return original;
  row /= mass, column /= mass;
  row_row = row_row / mass - row * row;
  row_column = row_column / mass - row * column;
  column_column = column_column / mass - column * column;

  constexpr float least = 0.01f;  // a dot or a bar has no slant, or no width, to speak of
  const float slant = row_row > least ? row_column / row_row : 0;
  const float upright = column_column - slant * row_column;
  return look(original, {row, column, 1, upright > least ? std::sqrt(upright) / width : 1, slant});
}

/// The image moved by up to 0.3 pixels, larger or smaller by up to a tenth, and with noise.
inline image distorted(const image& original, generator& random) {
  const float down = uniform(0.3f, random), right = uniform(0.3f, random), size = 1 + uniform(0.1f, random);
  image result = look(original, {middle + down, middle + right, size, size});
  for (float& pixel : result.pixel) pixel += uniform(0.15f, random);
  return result;
}

}  // namespace digits
