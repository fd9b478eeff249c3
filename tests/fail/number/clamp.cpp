// SPDX-License-Identifier: BSL-1.0
// A plain number as an operand of clamp.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

#ifdef EXPECT_FAIL
constexpr auto r = clamp(v, 0, 1);
#else
constexpr auto r = clamp(v, 0_c, 1_c);
#endif
constexpr auto E = sum(r) + sum(A);
