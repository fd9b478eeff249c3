// SPDX-License-Identifier: BSL-1.0
#pragma once
// From an identity to its definition. Making a node instantiates define<…>, which injects the friend function
// definition(slot<Self>); describe<Self>() calls it. It is a pure function of the identity: no counter, no order.
// Two different nodes with one identity define the same function twice, which the compiler refuses.
#include <tapeless/meta/fixed_string.hpp>
#include <tapeless/node/hash.hpp>

namespace tapeless::node {

struct described;
using describe_function = described (*)();

/// Everything about a node, as a value in constant evaluation.
struct described {  // no initialisers: an array of these costs constant evaluation nothing until it is written
  operation op;
  extents shape;
  std::uint32_t height;
  std::uint64_t payload;
  id self;
  id operand[3];
  describe_function describe_operand[3];
  const char* name;  // of a variable
};

template <id Self>
consteval described describe();

/// No node: what describes an operand that is not there.
template <>
consteval described describe<0>() {
  return {operation::count_, {}, 0, 0, 0, {}, {}, nullptr};
}

template <int Index>
struct shard_at;

// All friends of one namespace form one overload set, which would make n definitions cost n²: 64 namespaces share them.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
#define TAPELESS_SHARD(n)                                                                                            \
  namespace shard_##n {                                                                                              \
  struct shard {                                                                                                     \
    template <id Self>                                                                                               \
    struct slot {                                                                                                    \
      friend consteval described definition(slot<Self>);                                                             \
    };                                                                                                               \
    template <operation O, std::uint64_t Shape, std::uint32_t Height, std::uint64_t Payload, id Self, id A, id B,    \
              id C>                                                                                                  \
    struct define {                                                                                                  \
      friend consteval described definition(slot<Self>) {                                                            \
        return {O,    extents::from(Shape), Height,          Payload,                                                \
                Self, {A, B, C},            {&describe<A>, &describe<B>, &describe<C>}, nullptr};                    \
      }                                                                                                              \
      static constexpr bool done = true;                                                                             \
    };                                                                                                               \
    template <operation O, std::uint64_t Shape, std::uint64_t Payload, id Self, meta::fixed_string Name>             \
    struct define_variable {                                                                                         \
      friend consteval described definition(slot<Self>) {                                                            \
        return {O, extents::from(Shape), 0, Payload, Self, {}, {}, Name.text};                                       \
      }                                                                                                              \
      static constexpr bool done = true;                                                                             \
    };                                                                                                               \
  };                                                                                                                 \
  }                                                                                                                  \
  template <>                                                                                                        \
  struct shard_at<0x##n> : shard_##n::shard {};
#define TAPELESS_SHARDS(h)                                                                                          \
  TAPELESS_SHARD(h##0) TAPELESS_SHARD(h##1) TAPELESS_SHARD(h##2) TAPELESS_SHARD(h##3) TAPELESS_SHARD(h##4)           \
  TAPELESS_SHARD(h##5) TAPELESS_SHARD(h##6) TAPELESS_SHARD(h##7) TAPELESS_SHARD(h##8) TAPELESS_SHARD(h##9)           \
  TAPELESS_SHARD(h##a) TAPELESS_SHARD(h##b) TAPELESS_SHARD(h##c) TAPELESS_SHARD(h##d) TAPELESS_SHARD(h##e)           \
  TAPELESS_SHARD(h##f)
// clang-format off
TAPELESS_SHARDS(0) TAPELESS_SHARDS(1) TAPELESS_SHARDS(2) TAPELESS_SHARDS(3)
// clang-format on
#undef TAPELESS_SHARDS
#undef TAPELESS_SHARD
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <id Self>
using shard_of = shard_at<static_cast<int>(Self >> 1 & 63)>;

template <id Self>
consteval described describe() {
  return definition(typename shard_of<Self>::template slot<Self>{});
}

/// Defines a node; true.
template <operation O, std::uint64_t Shape, std::uint32_t Height, std::uint64_t Payload, id Self, id A, id B, id C>
consteval bool define() {
  return shard_of<Self>::template define<O, Shape, Height, Payload, Self, A, B, C>::done;
}

/// Defines a variable; true.
template <operation O, std::uint64_t Shape, std::uint64_t Payload, id Self, meta::fixed_string Name>
consteval bool define_variable() {
  return shard_of<Self>::template define_variable<O, Shape, Payload, Self, Name>::done;
}

}  // namespace tapeless::node
