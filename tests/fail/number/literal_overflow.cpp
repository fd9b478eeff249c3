// SPDX-License-Identifier: BSL-1.0
// A literal is a double, and not infinite.
// EXPECT: tapeless: a literal requires a number that a double can hold
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

#ifdef EXPECT_FAIL
constexpr auto huge = 1e309_c;
#else
constexpr auto huge = 1e308_c;
#endif
constexpr auto slope = tl::derivative(huge * tl::input<"x">, tl::input<"x">);
