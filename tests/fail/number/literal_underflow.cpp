// SPDX-License-Identifier: BSL-1.0
// A literal that is not zero does not become zero.
// EXPECT: tapeless: a literal requires a number that a double can hold
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

#ifdef EXPECT_FAIL
constexpr auto tiny = 1e-330_c;
#else
constexpr auto tiny = 1e-300_c;
#endif
constexpr auto slope = tl::derivative(tiny * tl::input<"x">, tl::input<"x">);
