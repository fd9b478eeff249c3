// SPDX-License-Identifier: BSL-1.0
// A variable has a shape; the type of its numbers is that of the call.
// EXPECT: tapeless: a variable requires a shape: scalar, vec<N> or mat<R, C>; the number type is that of the call
// EXPECT: is_a_shape<double>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto x = tl::input<"x", double>;
#else
constexpr auto x = tl::input<"x", tl::scalar>;
#endif

double use(double at) { return tl::function(sin(x))(x = at); }
