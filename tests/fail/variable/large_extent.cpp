// SPDX-License-Identifier: BSL-1.0
// Extents have 31 bits; more would be another shape.
// EXPECT: tapeless: an extent is at most 2147483647
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr std::size_t n = std::size_t{1} << 32 | 3;
#else
constexpr std::size_t n = 3;
#endif
constexpr std::size_t size = tl::vec<n>::size;
