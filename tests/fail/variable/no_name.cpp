// SPDX-License-Identifier: BSL-1.0
// A variable is its name.
// EXPECT: tapeless: a variable requires a name
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto x = tl::input<"">;
#else
constexpr auto x = tl::input<"x">;
#endif
constexpr auto slope = tl::derivative(square(x), x);
