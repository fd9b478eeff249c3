// SPDX-License-Identifier: BSL-1.0
// A number in matmul.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto A = tl::input<"A", tl::mat<3, 3>>;
#ifdef EXPECT_FAIL
constexpr auto product = matmul(A, 2);
#else
constexpr auto product = matmul(A, A);
#endif
