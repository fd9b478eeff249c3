// SPDX-License-Identifier: BSL-1.0
// A row that the matrix has not.
// EXPECT: tapeless: row<I>(A) requires a matrix and I < its rows
// EXPECT: row_is_inside<2, a_is<here::mat<2, 3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

#ifdef EXPECT_FAIL
constexpr auto r = tl::row<2>(A);
#else
constexpr auto r = tl::row<1>(A);
#endif
constexpr auto slope = tl::gradient(dot(r, v))[A];
