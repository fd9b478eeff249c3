// SPDX-License-Identifier: BSL-1.0
// An edge contributes within the expression that it belongs to.
// EXPECT: tapeless: contribution(E, edge) requires an edge of E; take it from fanout(E, node)
// EXPECT: node_is_in_expression<false, variable<"x", here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto F = sin(x);
#ifdef EXPECT_FAIL
constexpr auto E = cos(x);
#else
constexpr auto E = cos(F);
#endif
constexpr auto part = tl::contribution(E, tl::hana::at_c<0>(tl::fanout(F, x)));
