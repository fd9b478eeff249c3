// SPDX-License-Identifier: BSL-1.0
// A vector is a column, so it does not stand to the left of a matrix.
// EXPECT: tapeless: a * B requires a matrix a; here a is a vector, which is a column; write transpose(B) * a
// EXPECT: left_is_a_matrix<a_is<here::vec<3>>, b_is<here::mat<3, 2>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
#ifdef EXPECT_FAIL
constexpr auto h = x * W;
#else
constexpr auto h = transpose(W) * x;
#endif
constexpr auto slope = tl::gradient(sum(square(h + b)))[W];
