// SPDX-License-Identifier: BSL-1.0
#pragma once
// The middle of the library: a DAG as an array of small records in topological order (operands before consumers).
// Passes are constexpr functions from such arrays to such arrays.
#include <cstddef>
#include <cstdint>
#include <tapeless/node/hash.hpp>
#include <tapeless/op/table.hpp>
#include <utility>

namespace tapeless::graph {

/// One node. Operands are indices into the same graph, -1 where there is none.
struct vertex {
  operation op{};
  extents shape{};
  std::uint32_t height = 0;
  std::uint64_t payload = 0;
  node::id self = 0;
  int operand[3] = {-1, -1, -1};
  int name_rank = 0;  // of a variable: its place among the names of the graph, sorted
};

/// A graph of N nodes and the R of them that were asked for.
template <std::size_t N, std::size_t R>
struct graph {
  static constexpr std::size_t size = N;
  static constexpr std::size_t outputs = R;
  vertex at[N]{};
  int output[R]{};
};

/// A graph before its size is known: what a pass returns, to be trimmed.
template <std::size_t Capacity, std::size_t R>
struct wide_graph {
  vertex at[Capacity]{};
  int size = 0;
  int output[R]{};
};

/// Where there is an operand.
constexpr int arity(const vertex& v) { return op::table[v.op].arity; }

template <std::size_t N, std::size_t Capacity, std::size_t R>
consteval graph<N, R> trim(const wide_graph<Capacity, R>& wide) {
  graph<N, R> g;
  for (std::size_t i = 0; i < N; ++i) g.at[i] = wide.at[i];
  for (std::size_t k = 0; k < R; ++k) g.output[k] = wide.output[k];
  return g;
}

/// The nodes that the outputs need, in their order.
template <std::size_t Capacity, std::size_t R>
constexpr wide_graph<Capacity, R> keep_live(const wide_graph<Capacity, R>& all) {
  wide_graph<Capacity, R> g;
  int moved[Capacity + 1]{};  // by index + 1, so that operand -1 has a place; 0: dead, 1: live, then: new index + 1
  for (const int o : all.output) moved[o + 1] = 1;
  for (int i = all.size; i > 0; --i)
    if (moved[i] != 0) {
      const vertex& v = all.at[i - 1];
      moved[v.operand[0] + 1] = 1;
      moved[v.operand[1] + 1] = 1;
      moved[v.operand[2] + 1] = 1;
    }
  moved[0] = 0;
  for (int i = 1; i <= all.size; ++i)
    if (moved[i] != 0) {
      const vertex& v = all.at[i - 1];
      g.at[g.size] = {v.op, v.shape, v.height, v.payload, v.self,
                      {moved[v.operand[0] + 1] - 1, moved[v.operand[1] + 1] - 1, moved[v.operand[2] + 1] - 1},
                      v.name_rank};
      moved[i] = ++g.size;
    }
  for (std::size_t k = 0; k < R; ++k) g.output[k] = moved[all.output[k] + 1] - 1;
  return g;
}

/// The custom operations of a graph, each once: their payloads.
template <std::size_t N>
struct payload_list {
  std::uint64_t at[N]{};
  std::size_t count = 0;
};
template <std::size_t N, std::size_t R>
constexpr payload_list<N> custom_payloads(const graph<N, R>& g) {
  payload_list<N> found;
  for (const vertex& v : g.at) {
    if (!op::is_custom(v.op)) continue;
    std::size_t k = 0;
    while (k < found.count && found.at[k] != v.payload) ++k;
    if (k == found.count) found.at[found.count++] = v.payload;
  }
  return found;
}
template <const auto& G, std::size_t... K>
constexpr auto list_customs(std::index_sequence<K...>) {
  return op::custom_list<op::custom_of<custom_payloads(G).at[K]>...>{};
}
template <const auto& G>
using customs_of = decltype(list_customs<G>(std::make_index_sequence<custom_payloads(G).count>{}));

/// The graph of a pass: what is needed of `Wide`, a constant, in an array of its size.
template <const auto& Wide>
consteval auto trim_live() {
  constexpr auto live = keep_live(Wide);
  return trim<static_cast<std::size_t>(live.size)>(live);
}

}  // namespace tapeless::graph
