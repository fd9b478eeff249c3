// SPDX-License-Identifier: BSL-1.0
// The elements of a variable in a pack are no expression: the pack goes into the call.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, or make it an input, as a tensor, an array or a pack must be
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
double use(const tl::pack<double, decltype(W)>& theta) { return tl::function(sum(theta[W] * x))(x = {1, 2, 3}); }
#else
double use(const tl::pack<double, decltype(W)>& theta) { return tl::function(sum(W * x))(theta, x = {1, 2, 3}); }
#endif
