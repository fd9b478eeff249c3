// SPDX-License-Identifier: BSL-1.0
#pragma once
// Numbers of which the optimiser knows nothing.
#include <cstddef>

#include <tapeless/meta/target.hpp>

namespace tapeless::meta {

/// n, but what is read at such an index is not known to be the same the next time, and so is not kept in a register till then.
TAPELESS_LEAF inline std::size_t opaque(std::size_t n) {
  asm volatile("" : "+r"(n));
  return n;
}

}  // namespace tapeless::meta
