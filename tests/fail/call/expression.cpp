// SPDX-License-Identifier: BSL-1.0
// An expression is not a program.
// EXPECT: tapeless: a call with values requires a program; make one of the expression: function(E)(x = value)
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto y = sum(square(x));
#ifdef EXPECT_FAIL
const auto value = y(x = {1.0, 2.0, 3.0});
#else
const auto value = tl::function(y)(x = {1.0, 2.0, 3.0});
#endif
