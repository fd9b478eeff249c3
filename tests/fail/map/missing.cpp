// SPDX-License-Identifier: BSL-1.0
// Every variable is bound.
// EXPECT: tapeless: a call requires every variable of the program to be bound; this one is not
// EXPECT: is_bound<variable<"y", here::scalar>, 0>
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto product = tl::function(x * y);
#ifdef EXPECT_FAIL
void use(std::vector<double>& out, const std::vector<double>& xs) { product.map(out, x = xs); }
#else
void use(std::vector<double>& out, const std::vector<double>& xs) { product.map(out, x = xs, y = 2); }
#endif
