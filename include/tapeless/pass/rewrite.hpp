// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the generated code does differently from what was written: each rewriting keeps values to the last bit.
//   Aᵀ·B, A·Bᵀ          one operand read transposed instead of stored transposed
// in: a graph; out: the rewritten graph, without what is no longer needed.
#include <tapeless/graph/builder.hpp>

namespace tapeless::pass {

/// One node, with operands that are rewritten already.
template <class Builder>
constexpr graph::vertex rewrite_node(const Builder& b, graph::vertex v) {
  if (v.op == operation::matmul) {
    for (int k = 0; k < 2 && v.payload == 0; ++k)
      if (b[v.operand[k]].op == operation::transpose) {
        v.payload = k == 0 ? op::left_transposed : op::right_transposed;
        v.operand[k] = b[v.operand[k]].operand[0];
      }
  }
  return v;
}

template <std::size_t N, std::size_t R>
consteval auto rewrite_all(const graph::graph<N, R>& original) {
  graph::builder<N + 1> b;
  int moved[N + 1]{};  // by index + 1, so that operand -1 has a place
  moved[0] = -1;
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& o = original.at[i];
    if (op::is_leaf(o.op)) {
      moved[i + 1] = b.append(o);
    } else {
      const graph::vertex v =
          rewrite_node(b, {o.op, o.shape, o.height, o.payload, o.self,
                           {moved[o.operand[0] + 1], moved[o.operand[1] + 1], moved[o.operand[2] + 1]}, 0});
      moved[i + 1] = b.insert(v.op, v.shape, v.payload, v.operand[0], v.operand[1], v.operand[2]);
    }
  }
  graph::wide_graph<N + 1, R> wide;
  for (std::size_t k = 0; k < R; ++k) wide.output[k] = moved[original.output[k] + 1];
  wide.size = b.size;
  for (int i = 0; i < b.size; ++i) wide.at[i] = b.at[i];
  return wide;
}

template <const auto& G>
inline constexpr auto rewritten_wide = rewrite_all(G);

template <const auto& G>
inline constexpr auto rewritten = graph::trim_live<rewritten_wide<G>>();

}  // namespace tapeless::pass
