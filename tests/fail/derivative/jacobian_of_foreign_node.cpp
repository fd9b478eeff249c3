// SPDX-License-Identifier: BSL-1.0
// An intermediate that the expression was not built with: zeros would be silently wrong.
// EXPECT: tapeless: derivative(E, node) requires a variable, or a node that occurs in E; this one does not
// EXPECT: node_is_in_expression<false, node_of_shape<here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto h = tanh(x);
#ifdef EXPECT_FAIL
constexpr auto node = tanh(x + x);
#else
constexpr auto node = h;
#endif
constexpr auto slopes = tl::jacobian(h, node);
