// SPDX-License-Identifier: BSL-1.0
// A shape has two extents at most.
// EXPECT: tapeless: a shape has at most two extents
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape = tl::shape<2, 3, 4>;
#else
using shape = tl::shape<2, 12>;
#endif
constexpr std::size_t size = shape::size;
