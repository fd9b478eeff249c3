// SPDX-License-Identifier: BSL-1.0
// Each variable once.
// EXPECT: tapeless: wrt(...) requires each variable once; drop the repetition
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto a = tl::input<"a">;
constexpr auto b = tl::input<"b">;
#ifdef EXPECT_FAIL
constexpr auto g = tl::gradient(a * b, tl::wrt(a, b, a));
#else
constexpr auto g = tl::gradient(a * b, tl::wrt(a, b));
#endif
constexpr auto by_b = g[b];
