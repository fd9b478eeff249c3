// SPDX-License-Identifier: BSL-1.0
// Empty braces are no value.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"A", here::mat<2, 3>>, number_of_elements<0>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
constexpr auto f = tl::function(sum(A));
#ifdef EXPECT_FAIL
constexpr double y = f(A = {});
#else
constexpr double y = f(A = {{0, 0, 0}, {0, 0, 0}});
#endif
