// SPDX-License-Identifier: BSL-1.0
// A constant is exact as a double.
// EXPECT: refuse
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto c = tl::constant<9007199254740993>;
#else
constexpr auto c = tl::constant<9007199254740992>;
#endif
