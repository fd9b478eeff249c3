// SPDX-License-Identifier: BSL-1.0
// An array tells how many elements it has.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<tensor_of_shape<here::vec<2>>, number_of_elements<3>>
#include <array>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr std::size_t n = 3;
#else
constexpr std::size_t n = 2;
#endif
constexpr tl::tensor<double, tl::vec<2>> xs = std::array<double, n>{};
