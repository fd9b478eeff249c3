// SPDX-License-Identifier: BSL-1.0
// A pointer has no elements that could be counted.
// EXPECT: tapeless: x = value requires numbers; pass a number, a tensor, an array or a contiguous range of them
// EXPECT: is_a_number<const double*>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto program = tl::function(sum(square(x)));

double use(const double* elements) {
#ifdef EXPECT_FAIL
  return program(x = elements);
#else
  return program(x = std::span(elements, 2));
#endif
}
