// SPDX-License-Identifier: BSL-1.0
// A scalar has no elements.
// EXPECT: tapeless: x[i] requires a vector or matrix and i < its size
// EXPECT: index_is_below_size<0, here::scalar>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

#ifdef EXPECT_FAIL
using shape = tl::scalar;
#else
using shape = tl::vec<1>;
#endif
constexpr auto x = tl::input<"x", shape>;
constexpr auto slope = tl::derivative(square(x[0_c]), x);
