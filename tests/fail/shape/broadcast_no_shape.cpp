// SPDX-License-Identifier: BSL-1.0
// The type of a number is no shape.
// EXPECT: tapeless: broadcast<Shape>(a) and reshape<Shape>(a) require a shape: scalar, vec<N> or mat<R, C>
// EXPECT: is_a_shape<double>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto filled = tl::broadcast<double>(x);
#else
constexpr auto filled = tl::broadcast<tl::vec<3>>(x);
#endif
constexpr auto slope = tl::derivative(sum(filled), x);
