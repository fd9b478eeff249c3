// SPDX-License-Identifier: BSL-1.0
// pow with one operand.
// EXPECT: tapeless: pow(a, b) requires two operands; call it once for each pair
// EXPECT: there_are_two<1>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::input<"v", tl::vec<3>>;

#ifdef EXPECT_FAIL
constexpr auto cubes = pow(v);
#else
constexpr auto cubes = pow(v, 3_c);
#endif
