// SPDX-License-Identifier: BSL-1.0
// Two records of one identity do not become one node of a graph.
// NOT SHORT: a builder is not called by users; g++ 16 reports the assertion and the refusal
// EXPECT: two different nodes have one identity (a hash collision); change either of them a little
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

consteval int nodes_of_two_records() {
  constexpr tl::node::id self = 12345;
  tl::graph::builder<4> builder;
  const int x = builder.append({tl::operation::input, {}, 0, 0, 1, {-1, -1, -1}, 0});
  builder.append({tl::operation::sin, {}, 1, 0, self, {x, -1, -1}, 0});
  builder.append({tl::operation::sin, {}, 1, 0, self, {x, -1, -1}, 0});
#ifdef EXPECT_FAIL
  builder.append({tl::operation::cos, {}, 1, 0, self, {x, -1, -1}, 0});
#endif
  return builder.size;
}
static_assert(nodes_of_two_records() == 2);
