// SPDX-License-Identifier: BSL-1.0
// Variables are bound, and nothing else.
// EXPECT: tapeless: x = value requires a variable x; here is an expression: bind the variables in it
// EXPECT: is_a_variable<node_of_shape<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto h = tanh(x);
constexpr auto program = tl::function(square(h));
#ifdef EXPECT_FAIL
constexpr double value = program(h = 0.5);
#else
constexpr double value = program(x = 0.5);
#endif
