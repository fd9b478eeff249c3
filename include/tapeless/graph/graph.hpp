// SPDX-License-Identifier: BSL-1.0
#pragma once
// The middle of the library: a DAG as an array of small records in topological order (operands before consumers).
// Passes are constexpr functions from such arrays to such arrays.
#include <cstddef>
#include <cstdint>
#include <tapeless/node/hash.hpp>
#include <tapeless/op/table.hpp>

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

/// The nodes that the outputs need, in their order; `used` vertices of `at` are read.
template <std::size_t Capacity, std::size_t R>
constexpr wide_graph<Capacity, R> keep_live(const vertex* at, int used, const int* outputs) {
  wide_graph<Capacity, R> g;
  int moved[Capacity]{};  // 0: dead, 1: live, then: new index + 1
  for (std::size_t k = 0; k < R; ++k) moved[outputs[k]] = 1;
  for (int i = used - 1; i >= 0; --i)
    if (moved[i] != 0)
      for (const int o : at[i].operand)
        if (o >= 0) moved[o] = 1;
  for (int i = 0; i < used; ++i)
    if (moved[i] != 0) {
      vertex v = at[i];
      for (int& o : v.operand) o = o < 0 ? o : moved[o] - 1;
      g.at[g.size] = v;
      moved[i] = ++g.size;
    }
  for (std::size_t k = 0; k < R; ++k) g.output[k] = moved[outputs[k]] - 1;
  return g;
}

}  // namespace tapeless::graph
