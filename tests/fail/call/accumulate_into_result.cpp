// SPDX-License-Identifier: BSL-1.0
// A result is a value and a pack: the pack is added to.
// EXPECT: tapeless: accumulate(grad, ...) requires a pack to add to, which is not const, before the bindings; make it with zeros<T>(parameters(E))
// EXPECT: is_a_pack_to_write_to<value_with_gradient<double,
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
auto result = step(w = 1.0);
#ifdef EXPECT_FAIL
double use() { return step.accumulate(result, w = 2.0); }
#else
double use() { return step.accumulate(result.gradient, w = 2.0); }
#endif
