// SPDX-License-Identifier: BSL-1.0
// A pack holds numbers: an expression has none before a program runs.
// EXPECT: tapeless: pack[x] = value requires a value; here is an expression: assign what a program returns
// EXPECT: never<variable<"W", here::mat<2, 3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
void copy(weights& to, const weights&) { to[W] = W; }
#else
void copy(weights& to, const weights& from) { to[W] = from[W]; }
#endif
