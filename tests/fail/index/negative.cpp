// SPDX-License-Identifier: BSL-1.0
// An index is not negative.
// EXPECT: tapeless: x[i] requires a whole number i that is not negative; write x[2_c]
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto y = x[std::integral_constant<int, -1>{}];
#else
constexpr auto y = x[std::integral_constant<int, 1>{}];
#endif
constexpr auto slope = tl::derivative(square(y), x);
