// SPDX-License-Identifier: BSL-1.0
// An entry that the Jacobian has not.
// EXPECT: tapeless: entry<I, J>() requires I and J inside the matrix
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto J = tl::jacobian(A * v, v);
#ifdef EXPECT_FAIL
constexpr auto corner = J.entry<2, 1>();
#else
constexpr auto corner = J.entry<1, 2>();
#endif
