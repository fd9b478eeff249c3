// SPDX-License-Identifier: BSL-1.0
// What converts to a number is as little an expression as a number is.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, or make it an input, as a tensor, an array or a pack must be
// EXPECT: never<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
struct volt {
  double value;
  constexpr operator double() const { return value; }
};
#ifdef EXPECT_FAIL
double use(volt u) { return tl::function(u * x)(x = 2.0); }
#else
double use(volt u) { return tl::function(tl::input<"u"> * x)(x = 2.0, tl::input<"u"> = double(u)); }
#endif
