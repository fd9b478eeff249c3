// SPDX-License-Identifier: BSL-1.0
// A pack holds variables: one of the same name and another shape is another one.
// EXPECT: tapeless: a call requires the variables of the program; bound is one of this name, but of another shape or role
// EXPECT: is_bound<variable<"W", here::vec<2>>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::vec<2>>;
#ifdef EXPECT_FAIL
constexpr auto held = tl::parameter<"W", tl::vec<3>>;
#else
constexpr auto held = tl::parameter<"W", tl::vec<2>>;
#endif
constexpr auto step = tl::value_and_gradient(sum(square(W)));

double use() { return step(tl::zeros<double>(tl::wrt(held))).value; }
