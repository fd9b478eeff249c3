// SPDX-License-Identifier: BSL-1.0
// Of two operands it is still one error.
// EXPECT: tapeless: an expression is no number: values come from a program
// EXPECT: never<x_is<here::vec<3>>>
#include <cmath>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto u = tl::input<"u", tl::vec<3>>;
constexpr auto v = tl::input<"v", tl::vec<3>>;
#ifdef EXPECT_FAIL
const auto angle = std::atan2(u, v);
#else
constexpr auto angle = atan2(u, v);
#endif
