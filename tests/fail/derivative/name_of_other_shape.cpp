// SPDX-License-Identifier: BSL-1.0
// A derivative by a variable that E lacks is zero, but not where E has another variable of that name.
// EXPECT: tapeless: one name requires one variable; E has another of this name
// EXPECT: variable<"x", here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
#ifdef EXPECT_FAIL
constexpr auto other = tl::input<"x", tl::vec<3>>;
#else
constexpr auto other = tl::input<"other", tl::vec<3>>;
#endif
constexpr auto d = tl::derivative(dot(x, x), other);
