// SPDX-License-Identifier: BSL-1.0
#include <tapeless/meta/unroll.hpp>

#include <cstddef>

namespace {

namespace meta = tapeless::meta;

/// Calls in order, each index once, for sizes around the length of a chunk.
template <std::size_t N>
constexpr bool in_order() {
  std::size_t next = 0;
  bool ordered = true;
  meta::unroll<N>([&](auto index) {
    constexpr std::size_t i = index;  // a constant
    ordered = ordered && i == next;
    ++next;
  });
  return ordered && next == N;
}

static_assert(in_order<0>());
static_assert(in_order<1>());
static_assert(in_order<meta::chunk - 1>());
static_assert(in_order<meta::chunk>());
static_assert(in_order<meta::chunk + 1>());
static_assert(in_order<2 * meta::chunk>());
static_assert(in_order<317>());

}  // namespace
