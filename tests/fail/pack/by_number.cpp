// SPDX-License-Identifier: BSL-1.0
// Elements by number are those of the whole range.
// EXPECT: tapeless: pack[x] requires a variable x that the pack was made for; the elements by number are data()[i]
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
double first(const weights& theta) { return theta[0]; }
#else
double first(const weights& theta) { return theta.data()[0]; }
#endif
