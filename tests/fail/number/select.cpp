// SPDX-License-Identifier: BSL-1.0
// A branch is an expression.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto y = select(gt(x, 0_c), x, 0.0);
#else
constexpr auto y = select(gt(x, 0_c), x, 0_c);
#endif
