// SPDX-License-Identifier: BSL-1.0
// An edge contributes to the adjoint of a scalar root.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say
// EXPECT: root_is_scalar<here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto E = square(x - b);
#else
constexpr auto E = sum(square(x - b));
#endif

constexpr auto delta = tl::contribution(E, tl::hana::at_c<0>(tl::fanout(E, b))) + b;
