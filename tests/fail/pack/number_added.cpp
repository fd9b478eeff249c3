// SPDX-License-Identifier: BSL-1.0
// A number is not added to a pack: it scales one.
// EXPECT: tapeless: a number is not added to a pack or subtracted; it multiplies or divides one, and a loop over the pack adds it to every element
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
weights more(const weights& theta) { return theta + 0.5; }
#else
weights more(const weights& theta) { return theta * 0.5; }
#endif
