// SPDX-License-Identifier: BSL-1.0
#pragma once
// A graph that grows: equal nodes are one node. It is a look-up for node::make, so normalisation is the front end's.
#include <bit>
#include <tapeless/graph/graph.hpp>
#include <tapeless/meta/failure.hpp>
#include <tapeless/node/make.hpp>

namespace tapeless::graph {

/// `Customs` are the custom operations whose rules are known in it.
template <std::size_t Capacity, class Customs = op::custom_list<>>
struct builder {
  using ref = const vertex*;
  using customs = Customs;
  static constexpr std::size_t capacity = Capacity;
  static constexpr std::size_t slots = std::bit_ceil(Capacity + Capacity / 4 + 1);

  vertex at[Capacity]{};
  int size = 0;
  int table[slots]{};  // index + 1, found by identity

  constexpr const vertex& operator[](int i) const { return at[i]; }
  constexpr ref pointer(int i) const { return i < 0 ? nullptr : &at[i]; }

  // --- what node::make asks for
  constexpr ref operand(ref v, int k) const { return pointer(v->operand[k]); }
  constexpr int operand_id(ref v, int k) const { return v->operand[k]; }
  constexpr int compare_names(ref a, ref b) const { return a->name_rank - b->name_rank; }
  constexpr void descend(ref& a, ref& b, int k) const {
    a = &at[a->operand[k]];
    b = &at[b->operand[k]];
  }
  constexpr ref insert(operation o, extents shape, std::uint64_t payload, ref a, ref b, ref c) {
    const std::uint32_t ha = a ? a->height + 1 : 0, hb = b ? b->height + 1 : 0, hc = c ? c->height + 1 : 0;
    return &at[append({o, shape, ha > hb ? (ha > hc ? ha : hc) : (hb > hc ? hb : hc), payload,
                       node::identify(o, shape, payload, a ? a->self : 0, b ? b->self : 0, c ? c->self : 0),
                       {a ? static_cast<int>(a - at) : -1, b ? static_cast<int>(b - at) : -1,
                        c ? static_cast<int>(c - at) : -1}, 0})];
  }

  /// The index of a node, made if it is new; normalised, or as it is.
  constexpr int make(operation o, extents shape, std::uint64_t payload, int a, int b = -1, int c = -1) {
    return static_cast<int>(node::maker<builder>{*this, o, shape, payload, {a < 0 ? nullptr : at + a, b < 0 ? nullptr : at + b, c < 0 ? nullptr : at + c}}.run() - at);
  }
  constexpr int insert(operation o, extents shape, std::uint64_t payload, int a, int b, int c) {
    return static_cast<int>(insert(o, shape, payload, pointer(a), pointer(b), pointer(c)) - at);
  }

  /// The slot of an identity: holds it, or is free.
  constexpr std::size_t slot_of(node::id self) const {
    std::size_t s = self >> 16 & (slots - 1);
    while (table[s] != 0 && at[table[s] - 1].self != self) s = (s + 1) & (slots - 1);
    return s;
  }
  /// The index of an identity, or none.
  constexpr int find(node::id self) const { return table[slot_of(self)] - 1; }

  constexpr int append(const vertex& v) {
    const std::size_t s = slot_of(v.self);
    if (table[s] != 0) {
      const vertex& old = at[table[s] - 1];
      if (old.op != v.op || old.shape != v.shape || old.payload != v.payload || old.operand[0] != v.operand[0] ||
          old.operand[1] != v.operand[1] || old.operand[2] != v.operand[2])
        meta::refuse("tapeless: two different nodes have one identity (a hash collision); change either of them a little");
      return table[s] - 1;
    }
    if (size == static_cast<int>(Capacity)) meta::refuse("tapeless: a pass made more nodes than it was given room for");
    at[size] = v;
    table[s] = ++size;
    return size - 1;
  }
};

/// What a pass leaves: the nodes that it has made, and those of them that were asked for. A pass is the constructor of such a
/// type, so that its constant is made where it is.
template <std::size_t Capacity, std::size_t R, class Customs = op::custom_list<>>
struct pass_result : builder<Capacity, Customs> {
  using builder_type = builder<Capacity, Customs>;
  static constexpr std::size_t outputs = R;
  int output[R]{};
  constexpr builder_type& nodes() { return *this; }
};

/// The result of a pass that makes nodes by their rules. GCC makes it in a variable of a function and copies it: with
/// -fno-delete-null-pointer-checks, and so with -fsanitize=undefined, it would not know that a node of a constant is not null.
template <class Pass, class... Args>
consteval Pass result_of(const Args&... args) {
#if defined(__clang__)
  return Pass(args...);
#else
  const Pass pass(args...);
  return pass;
#endif
}

}  // namespace tapeless::graph
