// SPDX-License-Identifier: BSL-1.0
// The Hessian of what is not a scalar.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto u = tl::input<"u", tl::vec<2>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto E = sum(square(x));

#ifdef EXPECT_FAIL
constexpr auto r = tl::hessian(square(x), x);
#else
constexpr auto r = tl::hessian(E, x);
#endif
constexpr auto s = sum(r);
