// SPDX-License-Identifier: BSL-1.0
// A node has one label.
// EXPECT: tapeless: named<"name">(e) requires a node without a label; the same expression has another one already
// EXPECT: has_one_label<false, "g", "h">
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto h = tl::named<"h">(sin(x));
#ifdef EXPECT_FAIL
constexpr auto g = tl::named<"g">(sin(x));
#else
constexpr auto g = tl::named<"g">(cos(x));
#endif
