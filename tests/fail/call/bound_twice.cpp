// SPDX-License-Identifier: BSL-1.0
// A name is bound once.
// EXPECT: tapeless: a call requires every variable to be bound once; this one is bound twice
// EXPECT: is_bound_once<variable<"x", here::scalar>, 2>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto program = tl::function(x / y);
#ifdef EXPECT_FAIL
constexpr double quotient = program(x = 1.0, x = 2.0, y = 4.0);
#else
constexpr double quotient = program(x = 1.0, y = 4.0);
#endif
