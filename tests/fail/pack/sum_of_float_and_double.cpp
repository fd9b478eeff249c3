// SPDX-License-Identifier: BSL-1.0
// And numbers of the same type.
// EXPECT: tapeless: packs are added, subtracted and compared with packs of the same variables, in their order, and the same floating type; make both from one list of variables
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
using other = tl::pack<float, decltype(W)>;
#else
using other = weights;
#endif
weights sum(const weights& theta, const other& step) { return theta - step; }
