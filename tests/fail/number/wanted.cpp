// SPDX-License-Identifier: BSL-1.0
// An expression has no value before a program computes it.
// EXPECT: tapeless: an expression is no number: values come from a program, function(E)(x = value)
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
double use() { return square(x); }
#else
double use() { return tl::function(square(x))(x = 2.0); }
#endif
