// SPDX-License-Identifier: BSL-1.0
// linearize with a direction or point of another shape.
// EXPECT: tapeless: a direction or point requires the shape of x; give it that shape
// EXPECT: direction_has_the_shape<x_is<here::vec<3>>, here::vec<2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto u = tl::input<"u", tl::vec<2>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto E = sum(square(x));

#ifdef EXPECT_FAIL
constexpr auto r = tl::linearize(E, x, u);
#else
constexpr auto r = tl::linearize(E, x, w);
#endif
constexpr auto s = sum(r);
