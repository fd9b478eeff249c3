// SPDX-License-Identifier: BSL-1.0
// An array is no expression in a function of two operands: it is bound to a variable.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, or make it an input, as a tensor, an array or a pack must be
// EXPECT: never<x_is<here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr double bounds[3] = {1, 2, 3};
#ifdef EXPECT_FAIL
constexpr auto bounded = max(v, bounds);
#else
constexpr auto bounded = max(v, tl::parameter<"bounds", tl::vec<3>>);
#endif
