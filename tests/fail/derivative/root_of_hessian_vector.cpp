// SPDX-License-Identifier: BSL-1.0
// Second derivatives are of a scalar.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say
// EXPECT: root_is_scalar<here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto u = tl::input<"u", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto product = tl::hessian_vector(exp(v), v, u);
#else
constexpr auto product = tl::hessian_vector(sum(exp(v)), v, u);
#endif
