// SPDX-License-Identifier: BSL-1.0
// Numbers beside an expression in dot.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr double numbers[] = {1, 2, 3};
constexpr auto product = dot(v, numbers);
#else
constexpr auto product = dot(v, tl::input<"numbers", tl::vec<3>>);
#endif
