// SPDX-License-Identifier: BSL-1.0
// A function is linear in what it contains.
// EXPECT: tapeless: derivative(E, node) requires a variable, or a node that occurs in E; this one does not
// EXPECT: node_is_in_expression<false, node_of_shape<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto a = tl::input<"a">;
#ifdef EXPECT_FAIL
constexpr auto tangent = tl::linearize(square(sin(x)), cos(x), a);
#else
constexpr auto tangent = tl::linearize(square(sin(x)), sin(x), a);
#endif
