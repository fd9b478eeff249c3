// SPDX-License-Identifier: BSL-1.0
// Every variable has a value where a gradient is checked.
// EXPECT: tapeless: a call requires every variable of the program to be bound; this one is not
// EXPECT: is_bound<variable<"y", here::scalar>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
#ifdef EXPECT_FAIL
bool use() { return tl::check_gradient(x * y, x = 1.0).passed; }
#else
bool use() { return tl::check_gradient(x * y, x = 1.0, y = 2.0).passed; }
#endif
