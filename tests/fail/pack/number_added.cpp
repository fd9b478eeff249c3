// SPDX-License-Identifier: BSL-1.0
// A number is not added to a pack: it scales one.
// EXPECT: tapeless: packs are added, subtracted and compared with packs of the same variables, in their order, and the same floating type; make both from one list of variables
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
weights more(const weights& theta) { return theta + 0.5; }
#else
weights more(const weights& theta) { return theta * 0.5; }
#endif
