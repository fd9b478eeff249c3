// SPDX-License-Identifier: BSL-1.0
// A program that was refused is printed without another error.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
auto printed() { return tl::show::cpp(tl::value_and_gradient(sin(x), tl::wrt(x)), "f"); }
#else
auto printed() { return tl::show::cpp(tl::value_and_gradient(sum(sin(x)), tl::wrt(x)), "f"); }
#endif
