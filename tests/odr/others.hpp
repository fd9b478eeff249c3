// SPDX-License-Identifier: BSL-1.0
// Nodes that only one unit makes, before or after the expressions that both make; some are parts of those.
#pragma once
#include <tapeless/tapeless.hpp>

namespace others {
namespace tl = tapeless;
using namespace tl::literals;

constexpr auto w = tl::parameter<"w", tl::vec<3>>;
constexpr auto part = tanh(w * tl::input<"x">);  // a node of both units' E, with consumers that are not in it
constexpr auto F = sum(square(part) + sin(part)) * tl::input<"other">;
constexpr auto slopes = tl::gradient(F, tl::wrt(w, tl::input<"x">));
static_assert(tl::node_count(slopes[w]) > 3);

inline double run(double at) {
  const std::array w_at{0.1, 0.2, 0.3};
  return std::get<0>(tl::function(F, slopes[w])(w = w_at, tl::input<"x"> = at, tl::input<"other"> = 1.0));
}
}  // namespace others
