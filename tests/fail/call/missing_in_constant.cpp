// SPDX-License-Identifier: BSL-1.0
// A gradient in a constant expression: the value is 0, and no further error.
// EXPECT: tapeless: a call requires every variable of the program to be bound; this one is not
// EXPECT: is_bound<variable<"w", here::scalar>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto w = tl::parameter<"w">;
#ifdef EXPECT_FAIL
constexpr auto result = tl::value_and_gradient(square(x - w))(x = 1.0);
#else
constexpr auto result = tl::value_and_gradient(square(x - w))(x = 1.0, w = 2.0);
#endif
constexpr double slope = result.gradient[w];
