// SPDX-License-Identifier: BSL-1.0
// The same operation on the same operand, but another shape: two records.
// NOT SHORT: a builder is not called by users; g++ 16 reports the assertion and the refusal
// EXPECT: two different nodes have one identity (a hash collision); change either of them a little
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

consteval int nodes_of_two_records() {
  constexpr tl::node::id self = 12345;
  constexpr std::uint32_t columns =
#ifdef EXPECT_FAIL
      3;
#else
      2;
#endif
  tl::graph::builder<4> builder;
  const int x = builder.append({tl::operation::input, {}, 0, 0, 1, {-1, -1, -1}, 0});
  builder.append({tl::operation::broadcast, {2, 2, 2}, 1, 0, self, {x, -1, -1}, 0});
  builder.append({tl::operation::broadcast, {2, 2, columns}, 1, 0, self, {x, -1, -1}, 0});
  return builder.size;
}
static_assert(nodes_of_two_records() == 2);
