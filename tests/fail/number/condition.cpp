// SPDX-License-Identifier: BSL-1.0
// An expression is not true or false while the program is compiled.
// EXPECT: tapeless: an expression is not true or false: choose between values by select(condition, a, b), and ask of two expressions whether they are the same by a == b
// EXPECT: never<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
#ifdef EXPECT_FAIL
constexpr auto larger() {
  if (lt(x, y)) return x * x;
  return x * x;
}
#else
constexpr auto larger() { return select(lt(x, y), y, x); }
#endif
constexpr auto slope = tl::derivative(larger(), x);
