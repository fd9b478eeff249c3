// SPDX-License-Identifier: BSL-1.0
// A number in outer.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto product = outer(v, 2);
#else
constexpr auto product = outer(v, v);
#endif
