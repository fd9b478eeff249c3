// SPDX-License-Identifier: BSL-1.0
// Outputs are written to.
// EXPECT: tapeless: map(outputs..., bindings...) requires outputs that are contiguous ranges of the floating type of the call, and not const
// EXPECT: is_range_of<false, double, const std::vector<double
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto product = tl::function(x * y);
#ifdef EXPECT_FAIL
using output = const std::vector<double>;
#else
using output = std::vector<double>;
#endif
void use(output& out, const std::vector<double>& xs) { product.map(out, x = xs, y = 2.0); }
