// SPDX-License-Identifier: BSL-1.0
#pragma once
// A graph that grows: equal nodes are one node. It is a look-up for node::make, so normalisation is the front end's.
#include <bit>
#include <tapeless/graph/graph.hpp>
#include <tapeless/node/make.hpp>

namespace tapeless::graph {

template <std::size_t Capacity>
struct builder {
  using ref = int;
  static constexpr int none = -1;
  static constexpr std::size_t capacity = Capacity;
  static constexpr std::size_t slots = std::bit_ceil(2 * Capacity);

  vertex at[Capacity]{};
  int size = 0;
  int table[slots]{};  // index + 1, found by identity

  constexpr const vertex& operator[](int i) const { return at[i]; }
  constexpr int operand(int i, int k) const { return at[i].operand[k]; }
  constexpr node::id id_of(int i) const { return i < 0 ? 0 : at[i].self; }
  constexpr node::id operand_id(int i, int k) const { return id_of(at[i].operand[k]); }
  constexpr int compare_names(int a, int b) const { return at[a].name_rank - at[b].name_rank; }
  constexpr void descend(int& a, int& b, int k) const {
    a = at[a].operand[k];
    b = at[b].operand[k];
  }
  constexpr std::uint32_t height_above(int i) const { return i < 0 ? 0 : at[i].height + 1; }

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
        throw "tapeless: two different nodes have one identity (a hash collision); change either of them a little";
      return table[s] - 1;
    }
    if (size == static_cast<int>(Capacity)) throw "tapeless: a pass made more nodes than it was given room for";
    at[size] = v;
    table[s] = ++size;
    return size - 1;
  }

  constexpr int insert(operation o, extents shape, std::uint64_t payload, int a, int b, int c) {
    const std::uint32_t ha = height_above(a), hb = height_above(b), hc = height_above(c);
    return append({o, shape, ha > hb ? (ha > hc ? ha : hc) : (hb > hc ? hb : hc), payload,
                   node::identify(o, shape, payload, id_of(a), id_of(b), id_of(c)), {a, b, c}, 0});
  }
};

}  // namespace tapeless::graph
