// SPDX-License-Identifier: BSL-1.0
// A row is chosen at compile time.
// EXPECT: tapeless: row(A, i) requires an index known at compile time; write row(A, 2_c), and count with unroll
// EXPECT: is_a_constant<int>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
#ifdef EXPECT_FAIL
constexpr auto second = row(A, 1);
#else
constexpr auto second = row(A, 1_c);
#endif
