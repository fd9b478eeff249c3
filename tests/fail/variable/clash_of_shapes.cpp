// SPDX-License-Identifier: BSL-1.0
// One name, two shapes, one program.
// EXPECT: tapeless: one name in a program requires one variable
// EXPECT: names_differ<variable<"w", here::vec<3>>, variable<"w", here::vec<2>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
constexpr auto v = tl::parameter<"w", tl::vec<3>>;
#else
constexpr auto v = tl::parameter<"v", tl::vec<3>>;
#endif

constexpr auto w = tl::parameter<"w", tl::vec<2>>;
constexpr auto step = tl::value_and_gradient(sum(square(w)) + sum(square(v)));

double use() { return step(w = {1.0, 2.0}, v = {1.0, 2.0, 3.0}).gradient[v][2]; }
