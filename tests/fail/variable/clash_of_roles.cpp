// SPDX-License-Identifier: BSL-1.0
// One name, two roles, one program.
// EXPECT: tapeless: one name in a program requires one variable
// EXPECT: names_differ<variable<"w", here::scalar>, variable<"w", here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto x = tl::input<"w">;
#else
constexpr auto x = tl::input<"x">;
#endif

constexpr auto w = tl::parameter<"w">;
constexpr auto program = tl::function(w * x, w + x);

double use() { return std::get<0>(program(w = 1.0, x = 2.0)); }
