// SPDX-License-Identifier: BSL-1.0
// A workspace is written to.
// EXPECT: tapeless: workspace(buffer) requires a buffer of the floating type of the call, which it may write to
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
#ifdef EXPECT_FAIL
const double buffer[1]{};
#else
double buffer[1]{};
#endif

double use(double at) { return step(w = at, tl::workspace(buffer)).value; }
