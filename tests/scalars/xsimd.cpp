// SPDX-License-Identifier: BSL-1.0
// A batch of xsimd as the scalar type: its masks choose by select(mask, a, b).
#include "scalars.hpp"

#include <xsimd/xsimd.hpp>

TEST_CASE("batches of xsimd: each lane is its own network", "[scalars]") {
  using batch = xsimd::batch<double>;
  scalars::all_the_same_in_each_lane<batch, batch::size>(
      [](auto f) {
        double numbers[batch::size];
        for (std::size_t k = 0; k < batch::size; ++k) numbers[k] = f(k);
        return batch::load_unaligned(numbers);
      },
      [](const batch& p, std::size_t k) { return p.get(k); });
}
