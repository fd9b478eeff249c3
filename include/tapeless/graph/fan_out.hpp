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
  constexpr explicit fan_out(const graph<N, R>& g) {
    for (const vertex& v : g.at)
      for (int k = 0; k < arity(v); ++k) ++first[v.operand[k]];
    int total = 0;
    for (int& f : first) {
      total += f;
      f = total;
    }
    for (int i = static_cast<int>(N) - 1; i >= 0; --i)  // backwards, so that each list ends up in order
      for (int k = arity(g.at[i]) - 1; k >= 0; --k) edges[--first[g.at[i].operand[k]]] = {i, k};
  }
};

}  // namespace tapeless::graph
