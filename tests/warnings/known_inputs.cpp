// SPDX-License-Identifier: BSL-1.0
// What the compiler knows all inputs of may be computed while compiling, in part or as a whole. At -O2 for every x86 (SSE2 without
// SSE4.1) GCC 12 crashed over it: "internal compiler error: in gimple_expand_vec_cond_expr" (math/registers.hpp).
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<4>>;
constexpr auto w = tl::input<"w", tl::vec<4>>;

bool is_right() {
  return static_cast<bool>(tl::check_gradient(dot(v, softplus(w)), v = {0.3, -1.0, 2.0, 0.0}, w = {1.0, 0.5, -2.0, 0.25}));
}
