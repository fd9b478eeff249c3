// SPDX-License-Identifier: BSL-1.0
// A program has several texts; which one is written is said.
// EXPECT: tapeless: a program is written to a stream by one of its texts: out << show::summary(f), or show::cpp(f, name)
#include <iostream>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto f = tl::function(sin(x));
#ifdef EXPECT_FAIL
void print() { std::cout << f << '\n'; }
#else
void print() { std::cout << tl::show::summary(f) << '\n'; }
#endif
