// SPDX-License-Identifier: BSL-1.0
// A workspace has the floating type of the call.
// EXPECT: tapeless: a call requires one floating type in all its bindings and packs; convert the others
// EXPECT: has_numbers<a_workspace, float>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
#ifdef EXPECT_FAIL
using number = float;
#else
using number = double;
#endif

double use(double at) {
  number buffer[1]{};
  return step(w = at, tl::workspace(buffer)).value;
}
