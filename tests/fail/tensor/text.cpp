// SPDX-License-Identifier: BSL-1.0
// Characters are no numbers.
// EXPECT: tapeless: x = value requires numbers; pass a number, a tensor, an array or a contiguous range of them
// EXPECT: is_a_number<char>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto& digits = "012";
#else
constexpr signed char digits[4] = {0, 1, 2};
#endif
constexpr tl::tensor<double, tl::vec<4>> xs = digits;
