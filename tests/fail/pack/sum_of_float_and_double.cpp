// SPDX-License-Identifier: BSL-1.0
// Packs are added if they hold the same type of numbers.
// EXPECT: tapeless: packs are added, subtracted and compared with packs of the same variables, in their order, and the same floating type; make both from one list of variables
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
using other = tl::pack<float, decltype(W)>;
#else
using other = weights;
#endif
weights sum(const weights& theta, const other& step) { return theta - step; }
