// SPDX-License-Identifier: BSL-1.0
// A program has no gradient by what its value does not depend on.
// EXPECT: tapeless: value_and_gradient(E, wrt(z)) requires an E that depends on z; drop z from wrt(...)
// EXPECT: node_is_in_expression<false, variable<"z", here::scalar>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto z = tl::input<"z">;
#ifdef EXPECT_FAIL
constexpr auto E = square(x);
#else
constexpr auto E = square(x) + z;
#endif
constexpr auto step = tl::value_and_gradient(E, tl::wrt(x, z));

double use() { return step(x = 1.0, z = 2.0).gradient[z]; }
