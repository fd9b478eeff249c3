// SPDX-License-Identifier: BSL-1.0
// A gradient is not computed in whole numbers.
// EXPECT: tapeless: a call requires one floating type in all its bindings and packs; convert the others
// EXPECT: one_floating_type<int, has_numbers<variable<"w", here::scalar>, int>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
#ifdef EXPECT_FAIL
auto total = tl::zeros<int>(w);
#else
auto total = tl::zeros<double>(w);
#endif
double use() { return step.accumulate(total, w = 2); }
