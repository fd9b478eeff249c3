// SPDX-License-Identifier: BSL-1.0
// A function of several outputs; called in a constant expression.
// EXPECT: tapeless: a call requires every variable of the program to be bound; this one is not
// EXPECT: is_bound<variable<"y", here::scalar>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto program = tl::function(x + y, x * y);
#ifdef EXPECT_FAIL
constexpr auto results = program(x = 1.0);
#else
constexpr auto results = program(x = 1.0, y = 2.0);
#endif
constexpr double total = std::get<0>(results) + std::get<1>(results);
