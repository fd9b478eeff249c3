// SPDX-License-Identifier: BSL-1.0
// Without wrt(...) a gradient is by the parameters.
// EXPECT: tapeless: value_and_gradient(E) requires an E with parameters; say by what else: value_and_gradient(E, wrt(x))
// EXPECT: has_parameters<false, node_of_shape<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto x = tl::input<"x">;
#else
constexpr auto x = tl::parameter<"x">;
#endif

double use(double at) { return tl::value_and_gradient(sin(x))(x = at).value; }
