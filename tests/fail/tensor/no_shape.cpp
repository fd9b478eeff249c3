// SPDX-License-Identifier: BSL-1.0
// A tensor has a number type and a shape, in this order.
// EXPECT: tapeless: tensor<T, Shape> requires a shape: scalar, vec<N> or mat<R, C>
// EXPECT: is_a_shape<double>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using xs = tl::tensor<tl::vec<3>, double>;
#else
using xs = tl::tensor<double, tl::vec<3>>;
#endif
constexpr std::size_t bytes = sizeof(xs);
