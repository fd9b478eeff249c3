// SPDX-License-Identifier: BSL-1.0
// An output has the floating type of the call.
// EXPECT: tapeless: map(outputs..., bindings...) requires outputs that are contiguous ranges of the floating type of the call
// EXPECT: is_range_of<false, double,
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
#ifdef EXPECT_FAIL
using into = float;
#else
using into = double;
#endif

void use(const std::vector<double>& xs, std::vector<into>& out) { tl::function(sin(x)).map(out, x = xs); }
