// SPDX-License-Identifier: BSL-1.0
// No product of packs suggests itself.
// EXPECT: tapeless: a pack is multiplied by a number; a product of two packs has no one meaning: loop over their elements
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
auto product(const weights& theta) { return theta * theta; }
#else
auto product(const weights& theta) { return 2.0 * theta; }
#endif
