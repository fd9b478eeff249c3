// SPDX-License-Identifier: BSL-1.0
// An index below the size.
// EXPECT: tapeless: x[i] requires a vector or matrix and i < its size
// EXPECT: index_is_below_size<3, here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto y = x[3_c];
#else
constexpr auto y = x[2_c];
#endif
constexpr auto slope = tl::derivative(square(y), x);
