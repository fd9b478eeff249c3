// SPDX-License-Identifier: BSL-1.0
// A matrix has rows and columns.
// EXPECT: tapeless: A(i, j) requires one index or two; give the row and the column of a matrix, or the index of an element
// EXPECT: there_are_one_or_two<3, here::mat<3, 2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto A = tl::input<"A", tl::mat<3, 2>>;
#ifdef EXPECT_FAIL
constexpr auto y = A(2_c, 0_c, 1_c);
#else
constexpr auto y = A(2_c, 0_c);
#endif
constexpr auto slope = tl::derivative(square(y), A);
