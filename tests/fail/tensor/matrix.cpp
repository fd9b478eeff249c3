// SPDX-License-Identifier: BSL-1.0
// As many elements are not enough for a matrix: rows and columns too.
// EXPECT: tapeless: x = value requires a matrix of the shape of x
// EXPECT: value_has_the_shape<tensor_of_shape<here::mat<2, 3>>, here::mat<3, 2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape = tl::mat<3, 2>;
#else
using shape = tl::mat<2, 3>;
#endif
constexpr tl::tensor<float, shape> given{};
constexpr tl::tensor<double, tl::mat<2, 3>> A = given;
