// SPDX-License-Identifier: BSL-1.0
// max with three operands, one of them a number: the number of operands is told first.
// EXPECT: tapeless: max(a, b) requires two operands; call it once for each pair
// EXPECT: there_are_two<3>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;

#ifdef EXPECT_FAIL
constexpr auto largest = max(v, w, 0);
#else
constexpr auto largest = max(max(v, w), 0_c);
#endif
