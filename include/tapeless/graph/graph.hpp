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

/// Where there is an operand.
constexpr int arity(const vertex& v) { return op::table[v.op].arity; }

/// Where the nodes that the outputs need are, once the others are gone. `Result` is a pass_result (graph/builder.hpp).
template <std::size_t Capacity>
struct live_nodes {
  int moved[Capacity + 1]{};  // by index + 1, so that operand -1 has a place: new index + 1; 0: nobody needs it
  int count = 0;

  template <class Result>
  constexpr explicit live_nodes(const Result& whole_result) {
    for (const int o : whole_result.output) moved[o + 1] = 1;
    for (int i = whole_result.size; i > 0; --i)
      if (moved[i] != 0) {
        const int(&operand)[3] = whole_result.at[i - 1].operand;
        moved[operand[0] + 1] = moved[operand[1] + 1] = moved[operand[2] + 1] = 1;
      }
    moved[0] = 0;
    for (int i = 1; i <= whole_result.size; ++i)
      if (moved[i] != 0) moved[i] = ++count;
  }
};

/// A graph of N nodes and the R of them that were asked for.
template <std::size_t N, std::size_t R>
struct graph {
  static constexpr std::size_t size = N;
  static constexpr std::size_t outputs = R;
  vertex at[N]{};
  int output[R]{};

  graph() = default;
  /// The live ones of what a pass has made, in their order.
  template <class Result>
  constexpr graph(const Result& whole_result, const live_nodes<Result::capacity>& live_ones) {
    const int(&moved)[Result::capacity + 1] = live_ones.moved;
    for (int i = 0; i < whole_result.size; ++i)
      if (moved[i + 1] != 0) {
        vertex& v = at[moved[i + 1] - 1] = whole_result.at[i];
        v.operand[0] = moved[v.operand[0] + 1] - 1;
        v.operand[1] = moved[v.operand[1] + 1] - 1;
        v.operand[2] = moved[v.operand[2] + 1] - 1;
      }
    for (std::size_t k = 0; k < R; ++k) output[k] = moved[whole_result.output[k] + 1] - 1;
  }
};

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

template <const auto& Result>
inline constexpr live_nodes<Result.capacity> live_in{Result};

/// The graph of a pass: what is needed of `Result`, a constant, in an array of its size.
template <const auto& Result>
consteval auto trim() {
  return graph<std::size_t{live_in<Result>.count}, Result.outputs>(Result, live_in<Result>);
}

}  // namespace tapeless::graph
