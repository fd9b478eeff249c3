// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the generated code does differently from what was written.
//   Aᵀ·B, a few rows of A·Bᵀ     one operand read transposed instead of stored transposed
//   (Aᵀ·B)ᵀ                      Bᵀ·A: the same sums, as the derivative by W of X·Wᵀ has them
//   concat(a, b)[i]              the element of a or b, through reshape, too
//   a/c, b/c                     a·(1/c), b·(1/c): one division instead of many, inside derivatives only (see below)
//   a·b + a·b                    a·(b + b), as the derivative of b·b has it: b + b is there once for many a, inside derivatives only
//   a·b + c, a·b - c, c - a·b    one operation if nobody else reads the product: rounded once where the target can
//   a - (-b), a + b·(-c), …      a + b, a - b·c, of scalars: the same bits; -a·b - c is one operation, too
// in: a graph; out: the rewritten graph, without what is no longer needed. A node keeps its identity, whatever it became.
#include <tapeless/pass/parts.hpp>

namespace tapeless::pass {

/// One of the two that a sum adds: without the signs before it, and with its factors if it is a product that is read here
/// alone.
struct addend {
  int at;
  bool negative;
  int factor[2] = {-1, -1};
};

/// `is_lone` says of a vertex whether it is read once. Signs of scalars are taken off if `strip`.
template <class Builder, class Lone>
constexpr addend read_addend(const Builder& b, extents shape, int at, bool negative, bool strip, Lone is_lone) {
  addend a{at, negative};
  const auto take_sign = [&](int& at_vertex) {
    const bool has_one = strip && shape.is_scalar() && b.at[at_vertex].op == operation::negate;
    if (has_one) at_vertex = b.at[at_vertex].operand[0];
    a.negative = a.negative != has_one;
    return has_one;
  };
  const bool is_alone = is_lone(at);
  if (take_sign(a.at) ? !(is_alone && is_lone(a.at)) : !is_alone) return a;
  const graph::vertex& o = b[a.at];
  if ((o.op != operation::multiply && o.op != operation::square) || o.shape != shape) return a;
  for (int k = 0; k < 2; ++k) {
    a.factor[k] = o.operand[o.op == operation::square ? 0 : k];
    take_sign(a.factor[k]);
  }
  return a;
}

/// The factor of a product that is known before the other; none if both are known at once.
template <class Builder>
constexpr int first_factor(const Builder& b, const addend& product) {
  const int x = product.factor[0], y = product.factor[1];
  return b[x].height == b[y].height ? -1 : b[x].height < b[y].height ? x : y;
}
/// Is a product known later than another? If both are known at once, their first factors decide: in the derivatives of two results these are
/// the same values more often than not, and both are made alike.
template <class Builder>
constexpr bool is_known_later(const Builder& b, const addend& product, const addend& other) {
  if (b[product.at].height != b[other.at].height) return b[product.at].height > b[other.at].height;
  const int one = first_factor(b, product), second = first_factor(b, other);
  return one >= 0 && second >= 0 && one < second;
}

/// a ± b: one operation with the product that is known last, if there is one; minus a negative is plus. -a - b without a product
/// keeps a sign: -(a + b) would be -0 where it is +0.
template <class Builder, class Lone>
constexpr void join_addends(Builder& b, graph::vertex& v, Lone is_lone) {
  const bool subtracts = v.op == operation::subtract;
  addend x[2] = {read_addend(b, v.shape, v.operand[0], false, true, is_lone), read_addend(b, v.shape, v.operand[1], subtracts, true, is_lone)};
  if (x[0].negative && x[1].negative && x[0].factor[0] < 0 && x[1].factor[0] < 0) x[0] = read_addend(b, v.shape, v.operand[0], false, false, is_lone);
  int product = -1;
  for (int k = 0; k < 2; ++k)
    if (x[k].factor[0] >= 0 && (product < 0 || is_known_later(b, x[k], x[product]))) product = k;
  for (int k = 0; k < 2; ++k) {  // a product that is added: without its signs it is another one
    const int(&factor)[2] = x[k].factor;
    const graph::vertex& o = b[x[k].at];
    if (k != product && factor[0] >= 0 && o.op == operation::multiply && (factor[0] != o.operand[0] || factor[1] != o.operand[1]))
      x[k].at = append_made(b, made_by_rewriting, operation::multiply, factor[0], factor[1]);
  }
  if (product >= 0) {
    const addend &p = x[product], &c = x[1 - product];
    v.op = operation::multiply_add;
    v.payload = (p.negative ? op::minus_product : 0) | (c.negative ? op::minus_addend : 0);
    v.operand[0] = p.factor[0];
    v.operand[1] = p.factor[1];
    v.operand[2] = c.at;
  } else {
    const int first = x[0].negative ? 1 : 0;
    v.op = x[0].negative || x[1].negative ? operation::subtract : operation::add;
    v.operand[0] = x[first].at;
    v.operand[1] = x[1 - first].at;
  }
}

/// Is A·Bᵀ, a product of so many numbers for each element, faster with a transposed B? Its rows are read once for every few rows of A then, in
/// registers of which the last may be nearly empty. Without, B is read for each row of A, and the lanes of each sum are added. Counted in lanes
/// for each row of A, with registers of eight numbers whatever the target is, because the bits of the sums depend on it.
constexpr bool is_faster_transposed(const extents& product, std::size_t inner) {
  if (product.columns == 1 || product.rows <= 3) return false;
  const std::size_t columns = product.columns, padded = (columns + 7) / 8 * 8;
  const std::size_t transposed = padded * inner + padded * inner * 4 / product.rows, as_it_is = columns * (inner + inner / 2 + 32);
  return transposed <= as_it_is;
}

/// One node, with operands that are rewritten already.
template <class Builder, class Lone>
constexpr graph::vertex rewrite_node(Builder& b, graph::vertex v, Lone is_lone) {
  if (v.op == operation::add || v.op == operation::subtract) {
    join_addends(b, v, is_lone);
  } else if (v.op == operation::matmul) {
    for (int k = 0; k < 2 && v.payload == 0; ++k)
      if (b[v.operand[k]].op == operation::transpose && !(k == 1 && is_faster_transposed(v.shape, b[v.operand[1]].shape.rows))) {
        v.payload = k == 0 ? op::left_transposed : op::right_transposed;
        v.operand[k] = b[v.operand[k]].operand[0];
      }
  } else if (v.op == operation::transpose && is_lone(v.operand[0])) {
    const graph::vertex& o = b[v.operand[0]];
    const auto is_matrix = [&](int at_vertex) { return b[at_vertex].shape.rank == 2; };  // of vectors Bᵀ·A has another shape
    if (o.op == operation::matmul && o.payload == op::left_transposed && is_matrix(o.operand[0]) && is_matrix(o.operand[1])) {
      v.op = operation::matmul;
      v.payload = op::left_transposed;
      v.operand[0] = o.operand[1];
      v.operand[1] = o.operand[0];
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

/// What stays as it was written: all that the first output needs, which is the value where others are its derivatives, all
/// that a comparison or a sign needs, and whatever is an output itself. Elsewhere three or more divisions by one denominator
/// share its reciprocal, which rounds once more, and is infinite for a subnormal denominator below 2^-1024.
template <std::size_t N>
struct exactness {
  bool exact[N + 1]{};  // by index + 1, so that operand -1 has a place
  int divisions[N]{};   // by it that are not exact
  constexpr bool shares(const graph::vertex& division, std::size_t at) const { return !exact[at + 1] && divisions[division.operand[1]] > 2; }
};
template <std::size_t N, std::size_t R>
consteval exactness<N> find_exactness(const graph::graph<N, R>& g) {
  exactness<N> found;
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
inline constexpr auto exactness_of = find_exactness(G);  // a constant of its own, for the sake of the limits of constant evaluation

/// Of a·b + a·b, scalars that are not needed by the first output: which factor is squared elsewhere, so that its double
/// overflows only where the square does; -1 if none is, or if somebody else reads the product.
template <std::size_t N, std::size_t R>
constexpr int factor_to_double(const graph::graph<N, R>& g, std::size_t at, bool is_exact, const reader_counts<N>& readers, const bool (&is_squared)[N]) {
  const graph::vertex& sum = g.at[at];
  const int product = sum.operand[0];
  if (sum.op != operation::add || !sum.shape.is_scalar() || product != sum.operand[1] || is_exact || readers.of[product + 1] != 2) return -1;
  if (g.at[product].op != operation::multiply) return -1;
  for (int k = 0; k < 2; ++k)
    if (is_squared[g.at[product].operand[k]]) return k;
  return -1;
}

template <std::size_t N, std::size_t R>
struct rewriting : graph::pass_result<2 * N + 2, R> {
  consteval rewriting(const graph::graph<N, R>& original_graph, const exactness<N>& found_exact) {
    auto& b = this->nodes();
    int moved[N + 1]{};  // by index + 1, so that operand -1 has a place
    moved[0] = -1;
    const reader_counts<N> readers(original_graph);
    bool is_squared[N]{};
    for (const graph::vertex& v : original_graph.at)
      if (v.op == operation::multiply && v.operand[0] == v.operand[1]) is_squared[v.operand[0]] = true;
    bool is_lone[2 * N + 2]{};  // by index in the new graph: read once, and the node that it was
    for (std::size_t i = 0; i < N; ++i) {
      const graph::vertex& o = original_graph.at[i];
      if (op::is_leaf(o.op)) {
        moved[i + 1] = b.append(o);
      } else if (o.op == operation::element) {
        std::uint64_t payload = o.payload;
        const int source = source_of_element(b, moved[o.operand[0] + 1], payload);
        moved[i + 1] = b[source].shape.is_scalar() ? source : append(b, {o.op, o.shape, 0, payload, o.self, {source, -1, -1}, 0});
      } else if (o.op == operation::divide && found_exact.shares(o, i)) {
        const int under = moved[o.operand[1] + 1];
        const int one = b.insert(operation::constant, extents{}, node::payload_of(1.0), -1, -1, -1);
        const int reciprocal = append_made(b, made_by_rewriting, operation::divide, one, under);
        moved[i + 1] = append(b, {operation::multiply, o.shape, 0, 0, o.self, {moved[o.operand[0] + 1], reciprocal, -1}, 0});
      } else if (const int doubled = factor_to_double(original_graph, i, found_exact.exact[i + 1], readers, is_squared); doubled >= 0) {
        const int(&factor)[3] = original_graph.at[o.operand[0]].operand;
        const int squared = moved[factor[doubled] + 1], twice = append_made(b, made_by_rewriting, operation::add, squared, squared);
        moved[i + 1] = append(b, {operation::multiply, o.shape, 0, 0, o.self, {twice, moved[factor[1 - doubled] + 1], -1}, 0});
      } else {
        graph::vertex v = {o.op, o.shape, 0, o.payload, o.self, {moved[o.operand[0] + 1], moved[o.operand[1] + 1], moved[o.operand[2] + 1]}, 0};
        moved[i + 1] = append(b, rewrite_node(b, v, [&](int at_vertex) { return is_lone[at_vertex]; }));
      }
      is_lone[moved[i + 1]] = readers.of[i + 1] == 1 && b.at[moved[i + 1]].self == o.self;
    }
    for (std::size_t k = 0; k < R; ++k) this->output[k] = moved[original_graph.output[k] + 1];
  }
};

template <const auto& G>
inline constexpr rewriting rewritten_nodes{G, exactness_of<G>};

template <const auto& G>
inline constexpr auto rewritten = graph::trim<rewritten_nodes<with_parts_joined<G>()>>();

}  // namespace tapeless::pass
