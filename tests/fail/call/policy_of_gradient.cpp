// SPDX-License-Identifier: BSL-1.0
// The same for a gradient, and where it is checked.
// EXPECT: tapeless: function<Math>(y) and value_and_gradient<Math>(E) require a policy, math::libm_math for example; the number type is that of the call
// EXPECT: is_a_policy<double>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
#ifdef EXPECT_FAIL
using policy = double;
#else
using policy = tl::math::libm_math;
#endif
double use() { return tl::value_and_gradient<policy>(w * w)(w = 1.0).value + tl::check_gradient<policy>(w * w, w = 1.0).error; }
