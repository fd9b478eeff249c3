// SPDX-License-Identifier: BSL-1.0
#pragma once
// From a graph back to expressions: every node of it gets its definition, operands first.
#include <tapeless/expr/expression.hpp>
#include <tapeless/graph/graph.hpp>
#include <tapeless/meta/unroll.hpp>

namespace tapeless::graph {

template <std::size_t N, std::size_t R>
constexpr node::id operand_of(const graph<N, R>& g, const vertex& v, int k) {
  return v.operand[k] < 0 ? 0 : g.at[v.operand[k]].self;
}

/// Defines node I. Describing it at once keeps clang's instantiation depth constant: its operands are described already.
template <const auto& G, std::size_t I>
consteval bool define_node() {
  constexpr vertex v = G.at[I];
  if constexpr (!op::is_variable(v.op)) {
    static_assert(node::define<v.op, v.shape.code(), v.height, v.payload, v.self, operand_of(G, v, 0),
                               operand_of(G, v, 1), operand_of(G, v, 2)>());
  }
  return node::describe<v.self>().self == v.self;
}

template <const auto& G, std::size_t Begin, std::size_t... I>
consteval bool define_chunk(std::index_sequence<I...>) {
  static_assert((define_node<G, Begin + I>() && ...));
  return true;
}

template <const auto& G, std::size_t... Chunk>
consteval bool define_chunks(std::index_sequence<Chunk...>) {
  constexpr std::size_t n = meta::chunk;
  static_assert((define_chunk<G, Chunk * n>(std::make_index_sequence<(G.size - Chunk * n < n ? G.size - Chunk * n : n)>{}) &&
                 ...));
  return true;
}

/// The expression of output K of a graph with static storage.
template <const auto& G, std::size_t K = 0>
constexpr auto raise() {
  static_assert(define_chunks<G>(std::make_index_sequence<(G.size + meta::chunk - 1) / meta::chunk>{}));
  constexpr vertex root = G.at[G.output[K]];
  return expr<shape_of<root.shape.code()>, root.self>{};
}

}  // namespace tapeless::graph
