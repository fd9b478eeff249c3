// SPDX-License-Identifier: BSL-1.0
// Numbers in braces are for variables, too.
// EXPECT: tapeless: x = value requires a variable x; here is an expression: bind the variables in it
// EXPECT: is_a_variable<node_of_shape<here::vec<2>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto h = tanh(x);
constexpr auto program = tl::function(sum(square(h)));
#ifdef EXPECT_FAIL
constexpr double value = program(h = {0.5, 1});
#else
constexpr double value = program(x = {0.5, 1});
#endif
