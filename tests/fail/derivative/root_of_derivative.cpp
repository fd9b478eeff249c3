// SPDX-License-Identifier: BSL-1.0
// A derivative of a vector is not a derivative.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say
// EXPECT: root_is_scalar<here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto E = square(x - b);
#else
constexpr auto E = sum(square(x - b));
#endif
constexpr auto slope = tl::derivative(E, x) + tl::adjoint(E, b);
