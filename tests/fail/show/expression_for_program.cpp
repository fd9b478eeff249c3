// SPDX-License-Identifier: BSL-1.0
// Code is printed of a program, not of an expression.
// EXPECT: tapeless: show::cpp, json and summary require a program; make one with function(E) or value_and_gradient(E)
// EXPECT: is_program<false, expr<shape<>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
auto printed() { return tl::show::cpp(sin(x), "f"); }
#else
auto printed() { return tl::show::cpp(tl::function(sin(x)), "f"); }
#endif
