// SPDX-License-Identifier: BSL-1.0
// Only what occurs in E has a fan-out within E.
// EXPECT: tapeless: fanout(E, node) requires a node that occurs in E; this one does not
// EXPECT: node_is_in_expression<false, variable<"z", here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto z = tl::input<"z">;
#ifdef EXPECT_FAIL
constexpr auto E = square(x);
#else
constexpr auto E = square(x) * z;
#endif
constexpr auto parts = tl::hana::transform(tl::fanout(E, z), [](auto edge) { return tl::contribution(E, edge); });
constexpr auto total = tl::hana::fold_left(parts, 0_c, tl::hana::plus);
