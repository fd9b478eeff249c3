// SPDX-License-Identifier: BSL-1.0
// A shape of another size.
// EXPECT: tapeless: reshape<Shape>(a) requires a shape of as many elements as a has
// EXPECT: sizes_are_equal<a_is<here::mat<2, 3>>, here::vec<5>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

#ifdef EXPECT_FAIL
constexpr auto r = tl::reshape<tl::vec<5>>(A);
#else
constexpr auto r = tl::reshape<tl::vec<6>>(A);
#endif
constexpr auto slope = tl::gradient(sum(square(r)))[A];
