// SPDX-License-Identifier: BSL-1.0
// What is accumulated into has the floating type of the call.
// EXPECT: tapeless: a call requires one floating type in all its bindings and packs; convert the others
// EXPECT: one_floating_type<double, has_numbers<variable<"w", here::scalar>, float>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
#ifdef EXPECT_FAIL
using into = double;
#else
using into = float;
#endif

into use(float at) {
  auto total = tl::zeros<into>(tl::wrt(w));
  return step.accumulate(total, w = at) + total[w];
}
