// SPDX-License-Identifier: BSL-1.0
// Which product of two vectors is meant?
// EXPECT: tapeless: a * b of two vectors is ambiguous; write hadamard(a, b), dot(a, b) or outer(a, b)
// EXPECT: both_are_vectors<a_is<here::vec<3>>, b_is<here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto a = tl::input<"a", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto c = a * b;
#else
constexpr auto c = hadamard(a, b);
#endif
constexpr auto slope = tl::gradient(sum(square(c + a)))[b];
