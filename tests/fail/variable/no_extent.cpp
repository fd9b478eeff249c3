// SPDX-License-Identifier: BSL-1.0
// A vector has elements.
// EXPECT: tapeless: an extent is at least 1
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto x = tl::input<"x", tl::vec<0>>;
#else
constexpr auto x = tl::input<"x", tl::vec<1>>;
#endif
constexpr auto slope = tl::derivative(sum(x), x);
