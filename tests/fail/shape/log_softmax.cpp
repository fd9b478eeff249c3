// SPDX-License-Identifier: BSL-1.0
// One number is no distribution.
// EXPECT: tapeless: log_softmax(z) requires a vector, or a matrix with a vector in each row; put the scalars together with concat
// EXPECT: never<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape = tl::scalar;
#else
using shape = tl::vec<2>;
#endif
constexpr auto z = tl::input<"z", shape>;
constexpr auto slope = tl::derivative(sum(log_softmax(z)), z);
