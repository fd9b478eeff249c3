// SPDX-License-Identifier: BSL-1.0
// A label is a word.
// EXPECT: tapeless: named<"name">(e) requires a name; this one is empty
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto u = tl::named<"">(sin(x));
#else
constexpr auto u = tl::named<"u">(exp(x));
#endif
constexpr auto slope = tl::derivative(u * u, x);
