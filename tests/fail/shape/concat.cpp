// SPDX-License-Identifier: BSL-1.0
// A matrix among vectors.
// EXPECT: tapeless: concat(a, b...) requires vectors and scalars; reshape a matrix into a vector first
// EXPECT: are_vectors_or_scalars<a_is<here::vec<3>>, b_is<here::mat<2, 3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

#ifdef EXPECT_FAIL
constexpr auto r = concat(v, A);
#else
constexpr auto r = concat(v, tl::reshape<tl::vec<6>>(A));
#endif
constexpr auto slope = tl::gradient(sum(square(r)))[A];
