// SPDX-License-Identifier: BSL-1.0
// The product of two packs could mean several things.
// EXPECT: tapeless: a pack is multiplied and divided by a number; what is meant by another pack is written as a loop over their elements
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
auto product(const weights& theta) { return theta * theta; }
#else
auto product(const weights& theta) { return 2.0 * theta; }
#endif
