// SPDX-License-Identifier: BSL-1.0
// An expression is not a program, with values of parameters either.
// EXPECT: tapeless: a call with values requires a program; make one of the expression: function(E)(x = value)
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto w = tl::parameter<"w", tl::vec<3>>;
constexpr auto y = dot(w, x);
const auto theta = tl::zeros<double>(tl::parameters(y));
#ifdef EXPECT_FAIL
const auto value = y(theta, x = {1.0, 2.0, 3.0});
#else
const auto value = tl::function(y)(theta, x = {1.0, 2.0, 3.0});
#endif
