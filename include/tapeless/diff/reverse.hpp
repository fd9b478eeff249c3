// SPDX-License-Identifier: BSL-1.0
#pragma once
// Reverse accumulation. For each node j between the root and what is asked for,
//
//     ∂E/∂a_j = Σ_{k ∈ U_j} ∂E/∂a_k · ∂a_k/∂a_j                          (Bishop, PRML, eq. 5.55/5.56)
//
// is made as one sum of its contributions, in the order of its fan-out. Nothing is made for any other node.
#include <tapeless/graph/fan_out.hpp>
#include <tapeless/graph/term.hpp>

namespace tapeless::diff {

/// delta · ∂y/∂operand: what consumer k sends along one edge.
template <class Builder>
constexpr int contribution(Builder& b, int consumer, int slot, int delta) {
  using term = graph::term<Builder>;
  const graph::vertex v = b[consumer];
  const term x[3] = {{&b, v.operand[0]}, {&b, v.operand[1]}, {&b, v.operand[2]}};
  term c = op::visit(v.op, [&](auto operation_entry) {
    return operation_entry.contribution(slot, term{&b, consumer}, term{&b, delta}, static_cast<const term*>(x));
  });
  // a scalar operand of an element-wise operation went with every element: it receives the sum
  if (op::table[v.op].elementwise && x[slot].shape().is_scalar()) c = sum(c);
  if (c.shape() != x[slot].shape()) meta::refuse("tapeless: a contribution must have the shape of its operand (rule in op/)");
  return c.at;
}

/// Room for the nodes that differentiating n nodes with e edges makes.
constexpr std::size_t capacity(std::size_t n, std::size_t e) { return n + 7 * e + 16; }

template <std::size_t N, std::size_t R>
constexpr std::size_t edge_count(const graph::graph<N, R>& g) {
  std::size_t e = 0;
  for (const graph::vertex& v : g.at) e += static_cast<std::size_t>(graph::arity(v));
  return e;
}

/// What reverse accumulation leaves: the grown graph, and per node of the original its adjoint and the contributions
/// that its edges send (indices into the grown graph + 1; 0: none).
template <std::size_t N, std::size_t Capacity>
struct reverse_sweep {
  graph::builder<Capacity> built;
  int adjoint[N]{};
  int contribution[N][3]{};

  /// The adjoint of node i; zero where the root does not depend on it.
  constexpr int adjoint_of(int i) {
    if (adjoint[i] != 0) return adjoint[i] - 1;
    return graph::term<graph::builder<Capacity>>{&built, i}.filled(0.0).at;
  }

  /// Sweeps from the root to the nodes whose identities are asked for; others than the graph's are passed over.
  template <std::size_t R, std::size_t W>
  constexpr reverse_sweep(const graph::graph<N, R>& original_graph, int root_index, const node::id (&asked_ids)[W]) {
    const graph::fan_out<N> fan(original_graph);
    for (const graph::vertex& v : original_graph.at) built.append(v);
    bool depends[N + 1]{};  // by index + 1, so that operand -1 has a place
    for (const node::id w : asked_ids) depends[built.find(w) + 1] = true;
    depends[0] = false;
    for (std::size_t i = 0; i < N; ++i) {
      const graph::vertex& v = original_graph.at[i];
      depends[i + 1] |= depends[v.operand[0] + 1] || depends[v.operand[1] + 1] || depends[v.operand[2] + 1];
    }
    adjoint[root_index] = graph::term<graph::builder<Capacity>>{&built, root_index}.filled(1.0).at + 1;
    for (int j = root_index - 1; j >= 0; --j) {
      if (!depends[j + 1]) continue;
      int sum = -1;
      for (int e = fan.first[j]; e < fan.first[j + 1]; ++e) {
        const graph::edge to = fan.edges[e];
        if (to.consumer > root_index || adjoint[to.consumer] == 0) continue;
        const int c = diff::contribution(built, to.consumer, to.slot, adjoint[to.consumer] - 1);
        contribution[to.consumer][to.slot] = c + 1;
        sum = sum < 0 ? c : built.make(operation::add, original_graph.at[j].shape, 0, sum, c);
      }
      adjoint[j] = sum + 1;
    }
  }
};

}  // namespace tapeless::diff
