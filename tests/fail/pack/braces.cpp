// SPDX-License-Identifier: BSL-1.0
// Braces tell how many elements they have, of whatever numbers.
// EXPECT: tapeless: x = value requires as many elements as x has; pass a value of the shape of x
// EXPECT: value_has_as_many_elements<variable<"v", here::vec<3>>, number_of_elements<2>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;
void start(tl::pack<float, decltype(v)>& theta) {
#ifdef EXPECT_FAIL
  theta[v] = {1, 0.5f};
#else
  theta[v] = {1, 0.5f, 2.0};
#endif
}
