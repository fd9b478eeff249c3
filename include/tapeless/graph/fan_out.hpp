// SPDX-License-Identifier: BSL-1.0
#pragma once
// U_j for every node j: the edges to the nodes that it feeds, by consumer in topological order, then by slot.
#include <tapeless/graph/graph.hpp>

namespace tapeless::graph {

struct edge {
  int consumer = 0;
  int slot = 0;
};

template <std::size_t N>
struct fan_out {
  edge edges[3 * N]{};
  int first[N + 1]{};  // edges of node j: first[j] … first[j + 1] - 1

  template <std::size_t R>
  constexpr explicit fan_out(const graph<N, R>& whole_graph) {
    for (const vertex& v : whole_graph.at) {
      if (v.operand[0] >= 0) ++first[v.operand[0]];
      if (v.operand[1] >= 0) ++first[v.operand[1]];
      if (v.operand[2] >= 0) ++first[v.operand[2]];
    }
    int total = 0;
    for (int& f : first) f = total += f;
    for (int i = static_cast<int>(N) - 1; i >= 0; --i) {  // backwards, so that each list ends up in order
      const vertex& v = whole_graph.at[i];
      if (v.operand[2] >= 0) edges[--first[v.operand[2]]] = {i, 2};
      if (v.operand[1] >= 0) edges[--first[v.operand[1]]] = {i, 1};
      if (v.operand[0] >= 0) edges[--first[v.operand[0]]] = {i, 0};
    }
  }
};

/// That of a graph which is a constant: a constant of its own, evaluated once.
template <const auto& Graph>
inline constexpr fan_out<Graph.size> fan_out_of{Graph};

}  // namespace tapeless::graph
