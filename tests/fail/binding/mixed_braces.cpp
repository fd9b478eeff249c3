// SPDX-License-Identifier: BSL-1.0
// Braces of several number types tell how many there are, too.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"v", here::vec<3>>, number_of_elements<2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto f = tl::function(sum(v));
#ifdef EXPECT_FAIL
constexpr double y = f(v = {1, 0.5});
#else
constexpr double y = f(v = {1, 0.5, 2.f});
#endif
