// SPDX-License-Identifier: BSL-1.0
// An index is a whole number.
// EXPECT: tapeless: x[i] requires a whole number i that is not negative; write x[2_c]
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto y = x[1.5_c];
#else
constexpr auto y = x[1_c];
#endif
constexpr auto slope = tl::derivative(square(y), x);
