// SPDX-License-Identifier: BSL-1.0
// One floating type in all ranges.
// EXPECT: tapeless: a call requires one floating type in all its bindings and packs; convert the others
// EXPECT: has_numbers<variable<"y", here::scalar>, double>>
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto product = tl::function(x * y);
#ifdef EXPECT_FAIL
using number = double;
#else
using number = float;
#endif
void use(std::vector<float>& out, const std::vector<float>& xs, const std::vector<number>& ys) { product.map(out, x = xs, y = ys); }
