// SPDX-License-Identifier: BSL-1.0
// The number type is not that of a program but of its call.
// EXPECT: tapeless: function<Math>(y) and value_and_gradient<Math>(E) require a policy, math::libm_math for example; the number type is that of the call
// EXPECT: is_a_policy<float>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
constexpr auto program = tl::function<float>(sin(x));
#else
constexpr auto program = tl::function<tl::math::libm_math>(sin(x));
#endif
float use() { return program(x = 1.0f); }
