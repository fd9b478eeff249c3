// SPDX-License-Identifier: BSL-1.0
#pragma once
// The identity of a node: a 64-bit hash of its operation, shape, payload and the identities of its operands.
#include <cstdint>
#include <tapeless/op/operation.hpp>
#include <tapeless/shape/shape.hpp>

// Tests narrow the hash to force collisions. Not for users.
#ifndef TAPELESS_HASH_MASK
#define TAPELESS_HASH_MASK 0xffff'ffff'ffff'ffff
#endif

namespace tapeless::node {

/// The identity of a node; 0 is none. The lowest bit tells variables from other nodes, for those who cannot afford to ask what a node is.
using id = std::uint64_t;
inline constexpr id bit_of_variables = 1;
constexpr bool is_of_variable(id self) { return (self & bit_of_variables) != 0; }

/// Bijective in h for every k, and well mixed (the finaliser of MurmurHash3, public domain). One statement for all k, for
/// Clang's limit on constant evaluation counts statements, and making nodes is most of what is evaluated.
template <class... K>
constexpr id mix(id h, K... k) {
  return ((h = (h ^ k) * 0xff51afd7ed558ccd, h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53, h = h ^ h >> 29), ...);
}

constexpr id identify(operation o, extents shape, std::uint64_t payload, id a, id b, id c) {
  const id self = mix(0x9e3779b97f4a7c15, static_cast<std::uint64_t>(o), shape.code(), payload, a, b, c) & TAPELESS_HASH_MASK & ~bit_of_variables;
  return op::is_variable(o) ? self | bit_of_variables : self == 0 ? bit_of_variables << 1 : self;
}

}  // namespace tapeless::node
