// SPDX-License-Identifier: BSL-1.0
// softmax is for vectors.
// EXPECT: tapeless: softmax(z) requires a vector
// EXPECT: is_a_vector<x_is<here::mat<2, 3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_z = tl::mat<2, 3>;
#else
using shape_of_z = tl::vec<6>;
#endif

constexpr auto z = tl::parameter<"z", shape_of_z>;
constexpr auto slope = tl::gradient(sum(square(softmax(z))))[z];
