// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression with another in the place of one of its nodes.
#include <tapeless/graph/builder.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/graph/raise.hpp>

namespace tapeless::diff {

/// The graph of f, x and a, with output f[x → a]: every node of f that needs x is made again. What a itself holds of x stays.
template <std::size_t N>
struct substitution : graph::pass_result<4 * N + 16, 1> {  // a node that is made again may bring two constants with it
  consteval explicit substitution(const graph::graph<N, 3>& whole_graph) {
    for (const graph::vertex& v : whole_graph.at) this->append(v);
    int moved[N + 1]{};  // by index + 1, so that operand -1 has a place
    moved[0] = -1;
    for (int i = 0; i < static_cast<int>(N); ++i) {
      const graph::vertex& v = whole_graph.at[i];
      const int x = moved[v.operand[0] + 1], y = moved[v.operand[1] + 1], z = moved[v.operand[2] + 1];
      const bool same = x == v.operand[0] && y == v.operand[1] && z == v.operand[2];
      moved[i + 1] = i == whole_graph.output[1] ? whole_graph.output[2] : same ? i : this->make(v.op, v.shape, v.payload, x, y, z);
    }
    this->output[0] = moved[whole_graph.output[0] + 1];
  }
};
template <node::id F, node::id X, node::id A>
inline constexpr auto substituted = graph::result_of<substitution<graph::lowered<F, X, A>.size>>(graph::lowered<F, X, A>);
template <node::id F, node::id X, node::id A>
inline constexpr auto substituted_graph = graph::trim<substituted<F, X, A>>();

/// f[x → a] for an a of the shape of x.
template <class S, node::id F, class T, node::id X, node::id A>
constexpr auto substitute(expr<S, F>, expr<T, X>, expr<T, A>) {
  if constexpr (X == A) return expr<S, F>{};
  else return graph::raise<substituted_graph<F, X, A>>();
}

}  // namespace tapeless::diff
