// SPDX-License-Identifier: BSL-1.0
// Characters are no numbers.
// EXPECT: tapeless: x = value requires numbers; pass a number, a tensor, an array or a contiguous range of them
// EXPECT: is_a_number<char>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto program = tl::function(sum(v));
#ifdef EXPECT_FAIL
double use() { return program(v = "12"); }
#else
double use() { return program(v = {1, 2, 0}); }
#endif
