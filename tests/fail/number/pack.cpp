// SPDX-License-Identifier: BSL-1.0
// A pack is not an expression.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, or make it an input, as a tensor, an array or a pack must be
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto theta = tl::zeros<double>(W);
#ifdef EXPECT_FAIL
constexpr auto moved = theta - W;
#else
constexpr auto moved = theta - theta;
#endif
