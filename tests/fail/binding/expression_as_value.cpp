// SPDX-License-Identifier: BSL-1.0
// A variable is bound to a value.
// EXPECT: tapeless: x = value requires a value; here is an expression: build E with it instead of x
// EXPECT: never<variable<"x", here::vec<2>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto y = tl::input<"y", tl::vec<2>>;
constexpr auto program = tl::function(sum(square(x)));
#ifdef EXPECT_FAIL
constexpr double norm = program(x = tanh(y));
#else
constexpr double norm = program(x = {3.0, 4.0});
#endif
