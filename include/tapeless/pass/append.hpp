// SPDX-License-Identifier: BSL-1.0
#pragma once
// How passes over a graph make vertices.
#include <tapeless/graph/builder.hpp>

namespace tapeless::pass {

/// A vertex with operands of the new graph, and the identity that it has in the old one.
template <class Builder>
constexpr int append(Builder& b, graph::vertex v) {
  v.height = 0;
  for (int k = 0; k < 3 && v.operand[k] >= 0; ++k)
    if (v.height <= b.at[v.operand[k]].height) v.height = b.at[v.operand[k]].height + 1;
  return b.append(v);
}

/// How often each vertex of a graph is read; outputs count, too.
template <std::size_t N>
struct reader_counts {
  int of[N + 1]{};  // by index + 1, so that operand -1 has a place

  template <std::size_t R>
  constexpr explicit reader_counts(const graph::graph<N, R>& whole_graph) {
    for (const graph::vertex& v : whole_graph.at) ++of[v.operand[0] + 1], ++of[v.operand[1] + 1], ++of[v.operand[2] + 1];
    for (const int o : whole_graph.output) ++of[o + 1];
  }
};

/// Marks of the passes that make vertices which nobody wrote: each has identities that no other has, for what was written, or made by
/// another pass, may have become something else.
inline constexpr std::uint64_t made_by_rewriting = 1ull << 63, made_by_joining = 1ull << 62;

/// A vertex that nobody wrote.
template <class Builder>
constexpr int append_made(Builder& b, std::uint64_t mark, graph::vertex v) {
  const auto id_of = [&](int at_operand) { return at_operand < 0 ? 0 : b[at_operand].self; };
  v.self = node::identify(v.op, v.shape, v.payload | mark, id_of(v.operand[0]), id_of(v.operand[1]), id_of(v.operand[2]));
  return append(b, v);
}
template <class Builder>
constexpr int append_made(Builder& b, std::uint64_t mark, operation o, int x, int y) {
  return append_made(b, mark, graph::vertex{o, b[x].shape.is_scalar() ? b[y].shape : b[x].shape, 0, 0, 0, {x, y, -1}, 0});
}

}  // namespace tapeless::pass
