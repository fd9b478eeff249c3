// SPDX-License-Identifier: BSL-1.0
// A function has an output.
// EXPECT: tapeless: function(outputs...) requires an expression to compute; pass one or more
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto program = tl::function();
#else
constexpr auto program = tl::function(sin(x));
#endif
void use() { static_cast<void>(program(x = 1.0)); }
