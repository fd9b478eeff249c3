// SPDX-License-Identifier: BSL-1.0
#pragma once
// The elements of a derivative, one by one. Derivatives of an element are vectors that are mostly structural zeros; where a
// node has such elements, they are found here by following each element through the operations, so that a zero is known
// as one at compile time and costs nothing.
#include <tapeless/graph/term.hpp>
#include <tapeless/meta/list.hpp>

namespace tapeless::diff {

/// A sum over a vector whose elements are known one by one is made of them, zeros or not, up to this length: the vector would have to be put
/// together for it.
inline constexpr std::size_t longest_by_element = 16;

/// Elements of the nodes of a builder. Nodes that hold structural zeros are followed element by element, and what is made of
/// them, unless no zero can be left out; the elements of all others are read with `element`.
template <class Builder>
struct element_table {
  using term = graph::term<Builder>;
  Builder& b;
  meta::list<int> first{};     // by node: where its elements begin in `elements`, or -1
  meta::list<int> elements{};  // nodes

  constexpr bool followed(int node) const {
    return node < static_cast<int>(first.size()) && first[static_cast<std::size_t>(node)] >= 0;
  }
  constexpr bool is_zero(int node) const {
    return b[node].op == operation::constant && node::real_value(b[node].payload) == 0;
  }
  /// Element j of a node, as a node; a scalar is every element.
  constexpr int of(int node, std::size_t j) {
    const graph::vertex v = b[node];
    if (followed(node))
      return elements[static_cast<std::size_t>(first[static_cast<std::size_t>(node)]) + (v.shape.is_scalar() ? 0 : j)];
    if (v.shape.is_scalar()) return node;
    if (v.op == operation::constant) return term{&b, node}.number(node::real_value(v.payload)).at;
    return element(term{&b, node}, j).at;
  }

  /// The sum of products of elements, zeros left out; -1 if there is none to leave out, and it need not be made of elements all the same.
  template <class Left, class Right>
  constexpr int sum_of_products(std::size_t n, Left left, Right right, bool any = false) {
    int sum = -1;
    for (std::size_t k = 0; k < n; ++k) any = any || is_zero(left(k)) || is_zero(right(k));
    if (!any) return -1;
    for (std::size_t k = 0; k < n; ++k) {
      const int x = left(k), y = right(k);
      if (is_zero(x) || is_zero(y)) continue;
      const int p = (term{&b, x} * term{&b, y}).at;
      sum = sum < 0 ? p : (term{&b, sum} + term{&b, p}).at;
    }
    return sum < 0 ? term{&b, left(0)}.number(0).at : sum;
  }

  /// Does the operation move or combine elements in a way that is followed below?
  static constexpr bool is_transparent(operation o) {
    switch (o) {
      case operation::transpose:
      case operation::reshape:
      case operation::slice:
      case operation::embed:
      case operation::place:
      case operation::concat:
      case operation::element:
      case operation::sum:
      case operation::dot:
      case operation::outer:
      case operation::matmul: return true;
      default: return op::table[o].elementwise;
    }
  }

  constexpr int element_of(const graph::vertex& v, int node, std::size_t j) {
    const int x = v.operand[0], y = v.operand[1];
    const std::size_t columns = v.shape.columns, begin = static_cast<std::size_t>(v.payload);
    switch (v.op) {
      case operation::element: return of(x, begin);
      case operation::sum:
      case operation::dot: {
        const int one = term{&b, node}.number(1).at;
        const int sum = sum_of_products(
            b[x].shape.size(), [&](std::size_t at_term) { return of(x, at_term); },
            [&](std::size_t at_term) { return y < 0 ? one : of(y, at_term); }, b[x].shape.size() <= longest_by_element);
        return sum >= 0 ? sum : node;
      }
      case operation::transpose: return of(x, j % columns * v.shape.rows + j / columns);
      case operation::reshape: return of(x, j);
      case operation::slice: return of(x, j + begin);
      case operation::place: return j == begin ? of(x, 0) : term{&b, x}.number(0).at;
      case operation::embed:
        return j >= begin && j - begin < b[x].shape.size() ? of(x, j - begin) : term{&b, x}.number(0).at;
      case operation::concat: return j < b[x].shape.size() ? of(x, j) : of(y, j - b[x].shape.size());
      case operation::outer: return (term{&b, of(x, j / columns)} * term{&b, of(y, j % columns)}).at;
      case operation::matmul: {
        const std::size_t inner = b[x].shape.columns, row = j / columns, column = j % columns;
        const int sum = sum_of_products(
            inner, [&](std::size_t at_term) { return of(x, row * inner + at_term); },
            [&](std::size_t at_term) { return of(y, at_term * columns + column); });
        return sum >= 0 ? sum : element(term{&b, node}, j).at;
      }
      default: {
        int e[3] = {-1, -1, -1};
        for (int k = 0; k < op::table[v.op].arity; ++k) e[k] = of(v.operand[k], j);
        return b.make(v.op, {}, v.payload, e[0], e[1], e[2]);
      }
    }
  }

  /// Follows the elements of all nodes from `begin` on that there are now.
  constexpr void follow(int begin) {
    const int end = b.size;
    first = meta::list<int>(static_cast<std::size_t>(end), -1);
    for (int i = begin; i < end; ++i) {
      const graph::vertex v = b[i];
      if (!is_transparent(v.op)) continue;
      bool sparse = v.op == operation::place || v.op == operation::embed;
      for (int k = 0; k < op::table[v.op].arity; ++k) sparse = sparse || followed(v.operand[k]);
      if (!sparse) continue;
      meta::list<int> now;
      bool any = false;
      for (std::size_t j = 0; j < v.shape.size(); ++j) {
        now.push_back(element_of(v, i, j));
        const graph::vertex& e = b[now.back()];
        any = any || (now.back() != i && !(e.op == operation::element && e.operand[0] == i));
      }
      if (!any) continue;
      first[static_cast<std::size_t>(i)] = static_cast<int>(elements.size());
      for (const int e : now) elements.push_back(e);
    }
  }
};

}  // namespace tapeless::diff
