// SPDX-License-Identifier: BSL-1.0
#pragma once
// The numbers of W7, a batch of 32 through 64-128-10, for peers with matrices: row by row, a row for each sample or unit.
#include "../versions.hpp"

#include <array>

namespace bench {

struct batch {
  static constexpr std::size_t samples = 32, inputs = 64, hidden = 128, classes = 10;
  static constexpr std::size_t b1 = inputs * hidden, W2 = b1 + hidden, b2 = W2 + hidden * classes, weights = b2 + classes;  // W1 is first
  std::array<float, weights> theta{};
  std::array<float, samples * inputs> x{};
  batch() { fill(theta), fill(x); }
  static constexpr std::size_t label(std::size_t sample) { return sample % classes; }
};

}  // namespace bench
