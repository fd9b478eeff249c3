// SPDX-License-Identifier: BSL-1.0
// A row and a column inside the matrix.
// EXPECT: tapeless: A(i, j) requires a matrix, i < its rows and j < its columns
// EXPECT: row_and_column_are_inside<0, 2, here::mat<3, 2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto A = tl::input<"A", tl::mat<3, 2>>;
#ifdef EXPECT_FAIL
constexpr auto y = A(0_c, 2_c);
#else
constexpr auto y = A(2_c, 0_c);
#endif
constexpr auto slope = tl::derivative(square(y), A);
