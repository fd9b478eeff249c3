// SPDX-License-Identifier: BSL-1.0
// A workspace is memory, not its size.
// EXPECT: tapeless: workspace(buffer) requires a buffer of the floating type of the call, which it may write to and which outlives the call
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
double buffer[2];
#ifdef EXPECT_FAIL
double use() { return step(w = 1.0, tl::workspace(2)).value; }
#else
double use() { return step(w = 1.0, tl::workspace(buffer)).value; }
#endif
