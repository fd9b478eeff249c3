// SPDX-License-Identifier: BSL-1.0
// A std::span is no expression: it is bound to a variable.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, or make it an input, as a tensor, an array or a pack must be
// EXPECT: never<x_is<here::vec<3>>>
#include <tapeless/tapeless.hpp>
#include <span>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
double use(std::span<const double> bias) { return tl::function(sum(x + bias))(x = {1, 2, 3}); }
#else
double use(std::span<const double> bias) { return tl::function(sum(x + b))(x = {1, 2, 3}, b = bias); }
#endif
