// SPDX-License-Identifier: BSL-1.0
// A number has no graph.
// EXPECT: tapeless: show::cpp, json and summary require a program; make one with function(E) or value_and_gradient(E); graphviz and mermaid take an expression or a program
// EXPECT: is_program<false, double>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
auto drawn() { return tl::show::mermaid(1.0); }
#else
auto drawn() { return tl::show::mermaid(sin(x)); }
#endif
