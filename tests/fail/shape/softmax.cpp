// SPDX-License-Identifier: BSL-1.0
// softmax is for vectors, and for the rows of matrices.
// EXPECT: tapeless: softmax(z) requires a vector, or a matrix with a vector in each row
// EXPECT: is_a_vector<x_is<here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_z = tl::scalar;
#else
using shape_of_z = tl::vec<6>;
#endif

constexpr auto z = tl::parameter<"z", shape_of_z>;
constexpr auto slope = tl::gradient(sum(square(softmax(z))))[z];
