// SPDX-License-Identifier: BSL-1.0
// A variable is its name, shape and role: what is bound is another one.
// EXPECT: tapeless: a call requires the variables of the program; bound is one of this name, but of another shape or role
// EXPECT: is_bound<variable<"x", here::vec<3>>, 0>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto to_bind = tl::input<"x", tl::vec<2>>;
#else
constexpr auto to_bind = tl::input<"x", tl::vec<3>>;
#endif
constexpr auto f = tl::function(sum(square(x)));

double use(const std::array<double, decltype(to_bind)::shape_type::size>& values) { return f(to_bind = values); }
