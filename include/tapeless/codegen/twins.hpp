// SPDX-License-Identifier: BSL-1.0
#pragma once
// Which scalars are computed two by two: rows of a matrix that are made in the same way, as those of a Jacobian are.
// in: a rewritten graph; out: for each vertex the one that is computed beside it.
#include <tapeless/graph/graph.hpp>
#include <tapeless/meta/list.hpp>

namespace tapeless::codegen {

/// Pairs of vertices that do the same to other operands.
template <std::size_t N>
struct twins {
  int of[N]{};          // the other one, or -1
  bool is_second[N]{};  // that of the second row, which is the second lane

  constexpr twins() {
    for (int& other : of) other = -1;
  }
  template <std::size_t R>
  consteval explicit twins(const graph::graph<N, R>& whole_graph) : twins() {
    for (const int output : whole_graph.output) match_rows(whole_graph.at, output);
    for (int i = 0; i < static_cast<int>(N); ++i)  // operands first
      if (is_first(i) && !gains(whole_graph.at, i)) part(i);
    if (pays(whole_graph.at)) return;
    for (int i = 0; i < static_cast<int>(N); ++i)
      if (is_first(i)) part(i);
  }

  constexpr bool is_first(int i) const { return of[i] >= 0 && !is_second[i]; }
  constexpr bool any() const {
    for (const int other : of)
      if (other >= 0) return true;
    return false;
  }

 private:
  using vertices = const graph::vertex (&)[N];

  static constexpr bool are_alike(const graph::vertex& a, const graph::vertex& b) {
    const op::traits& facts = op::table[a.op];
    return facts.elementwise && facts.is_simple && !op::is_custom(a.op) && a.op == b.op && a.payload == b.payload && a.shape.is_scalar() && b.shape.is_scalar();
  }
  /// Pairs the elements of every two rows of a matrix that was put together from scalars.
  constexpr void match_rows(vertices at, int matrix) {
    const extents& e = at[matrix].shape;
    if (e.rank != 2 || !op::table[at[matrix].op].concatenates) return;
    meta::list<int> pending, elements;
    pending.push_back(matrix);
    while (!pending.empty()) {
      const graph::vertex& v = at[pending.back()];
      if (!op::table[v.op].concatenates) {
        if (!v.shape.is_scalar()) return;
        elements.push_back(pending.back());
      }
      pending.pop_back();
      for (int k = graph::arity(v); op::table[v.op].concatenates && k-- > 0;) pending.push_back(v.operand[k]);
    }
    for (std::size_t row = 0; row + 1 < e.rows; row += 2)
      for (std::size_t k = row * e.columns; k < (row + 1) * e.columns; ++k) match(at, elements[k], elements[k + e.columns]);
  }
  /// Pairs two vertices, and what they are made of, as far as it is alike.
  constexpr void match(vertices at, int first, int second) {
    meta::list<int> pending;
    if (pair_up(at, first, second)) pending.push_back(first);
    while (!pending.empty()) {
      const int vertex = pending.back();
      pending.pop_back();
      for (int k = 0; k < graph::arity(at[vertex]); ++k)
        if (pair_up(at, at[vertex].operand[k], at[of[vertex]].operand[k])) pending.push_back(at[vertex].operand[k]);
    }
  }
  constexpr bool pair_up(vertices at, int first, int second) {
    if (first == second || of[first] >= 0 || of[second] >= 0 || !are_alike(at[first], at[second])) return false;
    of[first] = second;
    of[second] = first;
    return is_second[second] = true;
  }
  constexpr void part(int i) {
    is_second[of[i]] = false;
    of[of[i]] = -1;
    of[i] = -1;
  }
  /// Are two operands, those of a first and a second, twins in these lanes?
  constexpr bool are_in_lanes(int a, int b) const { return of[a] == b && is_second[b]; }
  /// Is there an operand that need not be put together?
  constexpr bool gains(vertices at, int i) const {
    for (int k = 0; k < 3; ++k) {
      const int a = at[i].operand[k], b = at[of[i]].operand[k];
      if (a >= 0 && (a == b || are_in_lanes(a, b))) return true;
    }
    return false;
  }
  /// Is it less work? Each pair is an instruction less, two numbers that are put together for one are one more, and a number in both lanes
  /// is half of one: it is read so from memory, or copied once for all pairs.
  constexpr bool pays(vertices at) const {
    bool is_copied[N]{};
    std::size_t pairs = 0, joined = 0, copied = 0;
    for (int i = 0; i < static_cast<int>(N); ++i) {
      if (!is_first(i)) continue;
      ++pairs;
      for (int k = 0; k < 3; ++k) {
        const int a = at[i].operand[k], b = at[of[i]].operand[k];
        if (a < 0) break;
        if (a != b) joined += !are_in_lanes(a, b);
        else if (!is_copied[a]) ++copied, is_copied[a] = true;
      }
    }
    return 2 * pairs > 2 * joined + copied;
  }
};

}  // namespace tapeless::codegen
