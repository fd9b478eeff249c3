// SPDX-License-Identifier: BSL-1.0
// Braces are counted where they are read: in a constant the compiler shows the call that refuses them.
// EXPECT: throw_length_error
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr tl::tensor<double, tl::vec<2>> xs = {1, 2, 3};
#else
constexpr tl::tensor<double, tl::vec<2>> xs = {1, 2};
#endif
