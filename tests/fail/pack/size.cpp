// SPDX-License-Identifier: BSL-1.0
// An array tells how many elements it has.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"W", here::mat<2, 3>>, number_of_elements<5>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 2>>;
#ifdef EXPECT_FAIL
constexpr std::size_t n = 5;
#else
constexpr std::size_t n = 6;
#endif
void use(tl::pack<double, decltype(W)>& theta, const double (&values)[n]) { theta[W] = values; }
