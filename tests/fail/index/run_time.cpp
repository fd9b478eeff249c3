// SPDX-License-Identifier: BSL-1.0
// An index lives in the type.
// EXPECT: tapeless: x[i] requires an index known at compile time; write x[2_c] instead of x[2]
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto y = x[2];
#else
constexpr auto y = x[2_c];
#endif
constexpr auto slope = tl::derivative(square(y), x);
