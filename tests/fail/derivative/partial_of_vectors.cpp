// SPDX-License-Identifier: BSL-1.0
// The partial derivative along an edge is a number only between scalars.
// EXPECT: tapeless: partial(edge) requires an edge between scalars; for others take contribution(E, edge)
// EXPECT: joins_scalars<consumer_is<here::scalar>, target_is<here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

#ifdef EXPECT_FAIL
using shape = tl::vec<3>;
#else
using shape = tl::scalar;
#endif
constexpr auto x = tl::input<"x", shape>;
constexpr auto E = square(sum(sin(x)));
constexpr auto slope = tl::partial(tl::hana::at_c<0>(tl::fanout(E, sin(x))));
