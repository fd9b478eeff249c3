// SPDX-License-Identifier: BSL-1.0
// An array for each element has as many numbers as the variable.
// EXPECT: tapeless: x = value requires rows of as many elements as x has, or as a row of the matrix x has; these have another number
// EXPECT: value_has_as_many_elements<variable<"p", here::vec<3>>, number_of_elements<2>>
#include <array>
#include <tapeless/tapeless.hpp>
#include <vector>

namespace tl = tapeless;

constexpr auto p = tl::input<"p", tl::vec<3>>;
#ifdef EXPECT_FAIL
using point = std::array<double, 2>;
#else
using point = std::array<double, 3>;
#endif

void use(const std::vector<point>& points, std::vector<double>& out) { tl::function(sum(p)).map(out, p = points); }
