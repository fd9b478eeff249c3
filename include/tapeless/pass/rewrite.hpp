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

/// One node, with operands that are rewritten already; `is_lone` says of each whether it is read here alone.
template <class Builder, class Lone>
constexpr graph::vertex rewrite_node(const Builder& b, graph::vertex v, Lone is_lone) {
  if (v.op == operation::add || v.op == operation::subtract) {
    int product = -1;  // the one that is known last
    for (int k = 0; k < 2; ++k) {
      const graph::vertex& o = b.at[v.operand[k]];
      const bool fits = (o.op == operation::multiply || o.op == operation::square) && o.shape == v.shape && is_lone(k);
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
template <std::size_t N>
struct denominators {
  bool exact[N + 1]{};    // by index + 1, so that operand -1 has a place
  int divisions[N]{};  // by it that are not exact
  constexpr bool shares(const graph::vertex& division, std::size_t at) const { return !exact[at + 1] && divisions[division.operand[1]] > 2; }
};
template <std::size_t N, std::size_t R>
consteval denominators<N> find_denominators(const graph::graph<N, R>& g) {
  denominators<N> found;
  bool(&exact)[N + 1] = found.exact;
  exact[g.output[0] + 1] = true;
  for (const graph::vertex& v : g.at)
    for (unsigned jumps = op::table[v.op].jumps_by, k = 0; jumps >> k != 0; ++k)
      if ((jumps >> k & 1) != 0) exact[v.operand[k] + 1] = true;
  for (std::size_t i = N; i-- > 0;)
    if (exact[i + 1]) exact[g.at[i].operand[0] + 1] = exact[g.at[i].operand[1] + 1] = exact[g.at[i].operand[2] + 1] = true;
  bool is_output[N]{};
  for (const int o : g.output) is_output[o] = true;
  for (std::size_t i = N; i-- > 0;) {
    if (!is_output[i]) continue;
    exact[i + 1] = true;
    if (op::table[g.at[i].op].concatenates)
      for (const int o : g.at[i].operand)
        if (o >= 0) is_output[o] = true;
  }
  for (std::size_t i = 0; i < N; ++i)
    if (g.at[i].op == operation::divide && !exact[i + 1]) ++found.divisions[g.at[i].operand[1]];
  return found;
}
template <const auto& G>
inline constexpr auto denominators_of = find_denominators(G);  // a constant of its own, for the sake of the limits of constant evaluation

/// A vertex with operands of the new graph, and the identity that it has in the old one.
template <class Builder>
constexpr int append(Builder& b, graph::vertex v) {
  v.height = 0;
  for (int k = 0; k < 3 && v.operand[k] >= 0; ++k)
    if (v.height <= b.at[v.operand[k]].height) v.height = b.at[v.operand[k]].height + 1;
  return b.append(v);
}

template <std::size_t N, std::size_t R>
consteval auto rewrite_all(const graph::graph<N, R>& original, const denominators<N>& found) {
  graph::builder<2 * N + 2> b;
  int moved[N + 1]{};  // by index + 1, so that operand -1 has a place
  moved[0] = -1;
  int readers[N + 1]{};  // outputs count, too
  for (const graph::vertex& v : original.at) ++readers[v.operand[0] + 1], ++readers[v.operand[1] + 1], ++readers[v.operand[2] + 1];
  for (const int o : original.output) ++readers[o + 1];
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& o = original.at[i];
    if (op::is_leaf(o.op)) {
      moved[i + 1] = b.append(o);
    } else if (o.op == operation::element) {
      std::uint64_t payload = o.payload;
      const int source = source_of_element(b, moved[o.operand[0] + 1], payload);
      moved[i + 1] = b[source].shape.is_scalar() ? source : append(b, {o.op, o.shape, 0, payload, o.self, {source, -1, -1}, 0});
    } else if (o.op == operation::divide && found.shares(o, i)) {
      const int under = moved[o.operand[1] + 1];
      const int one = b.insert(operation::constant, extents{}, node::payload_of(1.0), -1, -1, -1);
      const int reciprocal = b.insert(operation::divide, b[under].shape, made_here, one, under, -1);
      moved[i + 1] = append(b, {operation::multiply, o.shape, 0, 0, o.self, {moved[o.operand[0] + 1], reciprocal, -1}, 0});
    } else {
      graph::vertex v = {o.op, o.shape, 0, o.payload, o.self, {moved[o.operand[0] + 1], moved[o.operand[1] + 1], moved[o.operand[2] + 1]}, 0};
      // read here alone, and the node that it was
      const auto is_lone = [&](int at_operand) {
        return readers[o.operand[at_operand] + 1] == 1 && b.at[v.operand[at_operand]].self == original.at[o.operand[at_operand]].self;
      };
      moved[i + 1] = append(b, rewrite_node(b, v, is_lone));
    }
  }
  graph::wide_graph<2 * N + 2, R> wide;
  for (std::size_t k = 0; k < R; ++k) wide.output[k] = moved[original.output[k] + 1];
  wide.size = b.size;
  for (int i = 0; i < b.size; ++i) wide.at[i] = b.at[i];
  return wide;
}

template <const auto& G>
inline constexpr auto rewritten_wide = rewrite_all(G, denominators_of<G>);

template <const auto& G>
inline constexpr auto rewritten = graph::trim_live<rewritten_wide<G>>();

}  // namespace tapeless::pass
