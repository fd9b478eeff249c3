// SPDX-License-Identifier: BSL-1.0
// Written into both units. The programs have external linkage, the case in which two definitions could clash.
#pragma once
#include <tapeless/tapeless.hpp>

#include "result.hpp"

namespace tl = tapeless;
using namespace tl::literals;

inline constexpr auto x = tl::input<"x">;
inline constexpr auto w = tl::parameter<"w", tl::vec<3>>;
inline constexpr auto E = sum(square(tanh(w * x) - 0.5_c));
inline constexpr auto program = tl::value_and_gradient(E, tl::wrt(x, w));

inline result run(double at) {
  const auto [value, gradient] = program(x = at, w = std::array{0.1, 0.2, 0.3});
  return {value, gradient[x], {gradient[w][0], gradient[w][1], gradient[w][2]}};
}
