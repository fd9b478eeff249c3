// SPDX-License-Identifier: BSL-1.0
// The same in a list.
// EXPECT: tapeless: derivative(E, node) requires a variable, or a node that occurs in E; this one does not
// EXPECT: node_is_in_expression<false, node_of_shape<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto h = tanh(x);
#ifdef EXPECT_FAIL
constexpr auto node = sin(x);
#else
constexpr auto node = h;
#endif
constexpr auto slopes = tl::gradient(square(h), tl::wrt(x, node));
constexpr auto sum = slopes[x] + slopes[node];
