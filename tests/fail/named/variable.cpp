// SPDX-License-Identifier: BSL-1.0
// A variable has its own name.
// EXPECT: tapeless: named<"name">(e) requires an intermediate value; a variable has a name, and a constant none
// EXPECT: is_intermediate<false, variable<"x", here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto h = tl::named<"h">(x);
#else
constexpr auto h = tl::named<"h">(sin(x));
#endif
