// SPDX-License-Identifier: BSL-1.0
// One range for each output comes first.
// EXPECT: tapeless: map(outputs..., bindings...) requires one range for each output of the program, then bindings and packs
// EXPECT: are_outputs_then_bindings<false, 2,
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;

void use(const std::vector<double>& xs, std::vector<double>& sines, std::vector<double>& cosines) {
#ifdef EXPECT_FAIL
  tl::function(sin(x), cos(x)).map(sines, x = xs);
#else
  tl::function(sin(x), cos(x)).map(sines, cosines, x = xs);
#endif
  static_cast<void>(cosines);
}
