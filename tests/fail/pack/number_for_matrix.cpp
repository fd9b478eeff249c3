// SPDX-License-Identifier: BSL-1.0
// One number does not fill a matrix.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"W", here::mat<2, 3>>, number_of_elements<1>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
void start(weights& theta) { theta[W] = 0.5; }
#else
void start(weights& theta) { theta[W] = {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.5}}; }
#endif
