// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the generated code does differently from what was written: each rewriting keeps values to the last bit.
//   a + (-b) -> a - b,  a - (-b) -> a + b          one operation instead of two
//   Aᵀ·B, A·Bᵀ                                     read transposed instead of stored transposed
// in: a graph; out: the rewritten graph, without what is no longer needed.
#include <tapeless/graph/builder.hpp>

namespace tapeless::pass {

template <std::size_t N, std::size_t R>
consteval auto rewrite_within(const graph::graph<N, R>& g) {
  graph::builder<N + 1> b;
  int moved[N]{};
  for (std::size_t i = 0; i < N; ++i) {
    graph::vertex v = g.at[i];
    for (int& o : v.operand) o = o < 0 ? o : moved[o];
    const auto is = [&](int slot, operation o) { return v.operand[slot] >= 0 && b[v.operand[slot]].op == o; };
    const auto skip = [&](int slot) { v.operand[slot] = b[v.operand[slot]].operand[0]; };
    const auto swap = [&] {
      const int first = v.operand[0];
      v.operand[0] = v.operand[1];
      v.operand[1] = first;
    };
    if (v.op == operation::add && is(0, operation::negate)) swap();
    if ((v.op == operation::add || v.op == operation::subtract) && is(1, operation::negate)) {
      v.op = v.op == operation::add ? operation::subtract : operation::add;
      skip(1);
    }
    if (v.op == operation::matmul)
      for (int k = 0; k < 2; ++k)
        if (is(k, operation::transpose)) {
          v.payload |= k == 0 ? op::left_transposed : op::right_transposed;
          skip(k);
        }
    moved[i] = op::is_leaf(v.op) ? b.append(v)
                                 : b.insert(v.op, v.shape, v.payload, v.operand[0], v.operand[1], v.operand[2]);
  }
  int outputs[R]{};
  for (std::size_t k = 0; k < R; ++k) outputs[k] = moved[g.output[k]];
  return graph::keep_live<N + 1, R>(b.at, b.size, outputs);
}

template <const auto& G>
consteval auto rewrite() {
  constexpr auto wide = rewrite_within(G);
  return graph::trim<static_cast<std::size_t>(wide.size)>(wide);
}

template <const auto& G>
inline constexpr auto rewritten = rewrite<G>();

}  // namespace tapeless::pass
