// SPDX-License-Identifier: BSL-1.0
// What is added to is not const.
// EXPECT: tapeless: accumulate(grad, ...) requires a pack to add to, which is not const, before the bindings; make it with zeros<T>(parameters(E))
// EXPECT: is_a_pack_to_write_to<pack<double,
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w">;
constexpr auto step = tl::value_and_gradient(square(w));
#ifdef EXPECT_FAIL
const auto total = tl::zeros<double>(w);
#else
auto total = tl::zeros<double>(w);
#endif
double use() { return step.accumulate(total, w = 2.0); }
