// SPDX-License-Identifier: BSL-1.0
// A gradient is checked of a scalar.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first
// EXPECT: root_is_scalar<here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
#ifdef EXPECT_FAIL
bool use() { return tl::check_gradient(exp(v), v = {1, 2, 3}).passed; }
#else
bool use() { return tl::check_gradient(sum(exp(v)), v = {1, 2, 3}).passed; }
#endif
