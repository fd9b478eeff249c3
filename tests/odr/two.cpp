// SPDX-License-Identifier: BSL-1.0
// This unit makes other nodes too, before the common ones and after them.
#include "others.hpp"

#include "expressions.hpp"

constexpr auto after = tl::derivative(sum(exp(w * x)) + E, x);

result run_two(double at) {
  const double slope = tl::function(after)(x = at, w = std::array{0.1, 0.2, 0.3});
  return others::run(at) > 0 && slope > 0 ? run(at) : result{};
}
