// SPDX-License-Identifier: BSL-1.0
// A program of a value and its gradient needs a scalar too.
// EXPECT: tapeless: a gradient requires a scalar root; reduce it first, with sum(...) or dot(..., ...), say
// EXPECT: root_is_scalar<here::vec<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto E = square(x - b);
#else
constexpr auto E = sum(square(x - b));
#endif

constexpr auto step = tl::value_and_gradient(E);

double use() {
  auto total = tl::zeros<double>(tl::parameters(E));
  auto [value, gradient] = step(x = {1, 2, 3}, b = {0.5, 0.5, 0.5});
  return step.accumulate(total, x = {1, 2, 3}, b = {0.5, 0.5, 0.5}) + value + gradient[b][1];
}
