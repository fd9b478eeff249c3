// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the generated code does differently from what was written.
//   Aᵀ·B, a few rows of A·Bᵀ     one operand read transposed instead of stored transposed
//   concat(a, b)[i]              the element of a or b, through reshape, too
//   a/c, b/c                     a·(1/c), b·(1/c): one division instead of many, inside derivatives only (see below)
//   a·b + c, a·b - c, c - a·b    one operation if nobody else reads the product: rounded once where the target can
// in: a graph; out: the rewritten graph, without what is no longer needed. A node keeps its identity, whatever it became.
#include <tapeless/graph/builder.hpp>

namespace tapeless::pass {

/// One node, with operands that are rewritten already; `lone` says of each whether it is read here alone.
template <class Builder>
constexpr graph::vertex rewrite_node(const Builder& b, graph::vertex v, const bool (&lone)[3]) {
  if (v.op == operation::add || v.op == operation::subtract) {
    int product = -1;  // the one that is known last
    for (int k = 0; k < 2; ++k) {
      const graph::vertex& o = b[v.operand[k]];
      const bool fits = lone[k] && (o.op == operation::multiply || o.op == operation::square) && o.shape == v.shape;
      if (fits && (product < 0 || o.height > b[v.operand[product]].height)) product = k;
    }
    if (product >= 0) {
      const graph::vertex& o = b[v.operand[product]];
      const int addend = v.operand[1 - product];
      v.payload = v.op == operation::add ? 0 : product == 0 ? op::minus_addend : op::minus_product;
      v.op = operation::multiply_add;
      v.operand[0] = o.operand[0];
      v.operand[1] = o.operand[o.op == operation::square ? 0 : 1];
      v.operand[2] = addend;
    }
  } else if (v.op == operation::matmul) {
    // the right operand of a large product is transposed: its rows are read once for every few rows of the left one
    const bool is_large = v.shape.columns > 1 && v.shape.rows > 3;
    for (int k = 0; k < 2 && v.payload == 0; ++k)
      if (b[v.operand[k]].op == operation::transpose && !(k == 1 && is_large)) {
        v.payload = k == 0 ? op::left_transposed : op::right_transposed;
        v.operand[k] = b[v.operand[k]].operand[0];
      }
  }
  return v;
}

/// Element `payload` of a vector is that of what the vector was put together from: a vertex and the index there.
template <class Builder>
constexpr int source_of_element(const Builder& b, int vector, std::uint64_t& payload) {
  while (op::table[b[vector].op].concatenates) {
    int k = 0;
    for (std::uint64_t size; payload >= (size = b[b[vector].operand[k]].shape.size()); ++k) payload -= size;
    vector = b[vector].operand[k];
  }
  return vector;
}

/// The payload of a reciprocal, which tells it from one that was written.
inline constexpr std::uint64_t made_here = 1;

/// Divisions that stay divisions: all that the first output needs, which is the value where others are its derivatives, all
/// that a comparison or a sign needs, and whatever is an output itself. Elsewhere three or more by one denominator share its
/// reciprocal, which rounds once more, and is infinite for a subnormal denominator below 2^-1024.
template <std::size_t N, std::size_t R>
constexpr void find_shared_denominators(const graph::graph<N, R>& g, bool (&shared)[N], bool (&exact)[N]) {
  exact[g.output[0]] = true;
  for (const graph::vertex& v : g.at)
    for (int k = 0; k < graph::arity(v); ++k)
      if ((op::table[v.op].jumps_by >> k & 1) != 0) exact[v.operand[k]] = true;
  for (std::size_t i = N; i-- > 0;)
    for (const int o : g.at[i].operand)
      if (exact[i] && o >= 0) exact[o] = true;
  bool is_output[N]{};
  for (const int o : g.output) is_output[o] = true;
  for (std::size_t i = N; i-- > 0;) {
    if (!is_output[i]) continue;
    exact[i] = true;
    if (op::table[g.at[i].op].concatenates)
      for (const int o : g.at[i].operand)
        if (o >= 0) is_output[o] = true;
  }
  int divisions[N]{};
  for (std::size_t i = 0; i < N; ++i)
    if (g.at[i].op == operation::divide && !exact[i]) ++divisions[g.at[i].operand[1]];
  for (std::size_t i = 0; i < N; ++i) shared[i] = divisions[i] > 2;
}

/// A vertex with operands of the new graph, and the identity that it has in the old one.
template <class Builder>
constexpr int append(Builder& b, graph::vertex v) {
  v.height = 0;
  for (const int o : v.operand)
    if (o >= 0 && v.height <= b[o].height) v.height = b[o].height + 1;
  return b.append(v);
}

template <std::size_t N, std::size_t R>
consteval auto rewrite_all(const graph::graph<N, R>& original) {
  graph::builder<2 * N + 2> b;
  int moved[N + 1]{};  // by index + 1, so that operand -1 has a place
  moved[0] = -1;
  int readers[N + 1]{};  // outputs count, too
  for (const graph::vertex& v : original.at)
    for (const int o : v.operand) ++readers[o + 1];
  for (const int o : original.output) ++readers[o + 1];
  bool shared[N]{}, exact[N]{};
  find_shared_denominators(original, shared, exact);
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& o = original.at[i];
    if (op::is_leaf(o.op)) {
      moved[i + 1] = b.append(o);
    } else if (o.op == operation::element) {
      std::uint64_t payload = o.payload;
      const int source = source_of_element(b, moved[o.operand[0] + 1], payload);
      moved[i + 1] = b[source].shape.is_scalar() ? source : append(b, {o.op, o.shape, 0, payload, o.self, {source, -1, -1}, 0});
    } else if (o.op == operation::divide && !exact[i] && shared[o.operand[1]]) {
      const int under = moved[o.operand[1] + 1];
      const int one = b.insert(operation::constant, extents{}, node::payload_of(1.0), -1, -1, -1);
      const int reciprocal = b.insert(operation::divide, b[under].shape, made_here, one, under, -1);
      moved[i + 1] = append(b, {operation::multiply, o.shape, 0, 0, o.self, {moved[o.operand[0] + 1], reciprocal, -1}, 0});
    } else {
      bool lone[3]{};  // read here alone, and the node that it was
      for (int k = 0; k < graph::arity(o); ++k)
        lone[k] = readers[o.operand[k] + 1] == 1 && b[moved[o.operand[k] + 1]].self == original.at[o.operand[k]].self;
      moved[i + 1] = append(b, rewrite_node(b, {o.op, o.shape, 0, o.payload, o.self,
                                                {moved[o.operand[0] + 1], moved[o.operand[1] + 1], moved[o.operand[2] + 1]}, 0}, lone));
    }
  }
  graph::wide_graph<2 * N + 2, R> wide;
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
