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
  term c = op::visit(v.op, [&](auto entry) {
    return entry.contribution(slot, term{&b, consumer}, term{&b, delta}, static_cast<const term*>(x));
  });
  // a scalar operand of an element-wise operation went with every element: it receives the sum
  if (op::table[v.op].elementwise && x[slot].shape().is_scalar()) c = sum(c);
  if (c.shape() != x[slot].shape()) throw "tapeless: a contribution must have the shape of its operand (rule in op/)";
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
/// that its edges send (indices into the grown graph, -1: none).
template <std::size_t N, std::size_t Capacity>
struct reverse_sweep {
  graph::builder<Capacity> built;
  int adjoint[N]{};
  int contribution[N][3]{};

  template <std::size_t R>
  constexpr reverse_sweep(const graph::graph<N, R>& g, int root, const bool (&wanted)[N]) {
    const graph::fan_out<N> fan(g);
    bool depends[N]{};
    for (int i = 0; i < static_cast<int>(N); ++i) {
      built.append(g.at[i]);
      depends[i] = wanted[i];
      for (int k = 0; k < graph::arity(g.at[i]); ++k) depends[i] = depends[i] || depends[g.at[i].operand[k]];
      adjoint[i] = -1;
      for (int& c : contribution[i]) c = -1;
    }
    const graph::term<graph::builder<Capacity>> any{&built, root};
    for (int j = root; j >= 0; --j) {
      if (!depends[j]) continue;
      if (j == root) adjoint[j] = any.filled(1.0).at;
      for (int e = fan.first[j]; e < fan.first[j + 1]; ++e) {
        const auto [k, slot] = fan.edges[e];
        if (k > root || adjoint[k] < 0) continue;
        const int c = diff::contribution(built, k, slot, adjoint[k]);
        contribution[k][slot] = c;
        adjoint[j] = adjoint[j] < 0 ? c : node::make(built, operation::add, g.at[j].shape, 0, adjoint[j], c);
      }
    }
    for (std::size_t i = 0; i < N; ++i)
      if (wanted[i] && adjoint[i] < 0) adjoint[i] = any.filled(g.at[i].shape, 0.0).at;
  }
};

}  // namespace tapeless::diff
