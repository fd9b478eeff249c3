// SPDX-License-Identifier: BSL-1.0
// A segment that ends behind the vector.
// EXPECT: tapeless: segment<Begin, Length>(a) requires a vector and Begin + Length <= its size
// EXPECT: segment_is_inside<2, 2, a_is<here::vec<3>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

#ifdef EXPECT_FAIL
constexpr auto r = tl::segment<2, 2>(v);
#else
constexpr auto r = tl::segment<1, 2>(v);
#endif
constexpr auto slope = tl::derivative(sum(square(r)), v);
