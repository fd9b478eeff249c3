// SPDX-License-Identifier: BSL-1.0
// One floating type in a call.
// EXPECT: tapeless: a call requires one floating type in all its bindings and packs; convert the others
// EXPECT: one_floating_type<double, has_numbers<variable<"x", here::scalar>, double>, has_numbers<variable<"y", here::scalar>, float>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto program = tl::function(x / y);
#ifdef EXPECT_FAIL
constexpr double quotient = program(x = 1.0, y = 4.0f);
#else
constexpr double quotient = program(x = 1.0, y = 4);
#endif
