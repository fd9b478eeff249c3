// SPDX-License-Identifier: BSL-1.0
#pragma once
// Which scalars are computed two by two: rows of a matrix that are made in the same way, as those of a Jacobian are.
// in: a rewritten graph; out: for each vertex the one that is computed beside it.
#include <tapeless/graph/graph.hpp>
#include <tapeless/meta/list.hpp>

namespace tapeless::codegen {

/// Scalars that cost as much as several side by side: functions. (Quotients do not: putting them together and taking them apart
/// takes longer than dividing.)
constexpr bool is_packable(const graph::vertex& v) {
  const op::traits& facts = op::table[v.op];
  return facts.elementwise && v.shape.is_scalar() && !facts.is_simple && !op::is_custom(v.op);
}

/// How many functions are computed before each vertex, one after the other, with its own.
template <std::size_t N>
struct function_levels {
  int at[N + 1]{};  // by index + 1, so that operand -1 has a place
  template <std::size_t R>
  constexpr explicit function_levels(const graph::graph<N, R>& g) {
    for (std::size_t i = 0; i < N; ++i) {
      for (const int o : g.at[i].operand) at[i + 1] = at[i + 1] > at[o + 1] ? at[i + 1] : at[o + 1];
      at[i + 1] += is_packable(g.at[i]);
    }
  }
};

/// Pairs of vertices. Both are as far from the leaves, so that neither needs the other, nor do two pairs need each other in a ring.
template <std::size_t N, std::size_t R>
struct twins {
  int of[N];          // the other one, or -1
  bool is_second[N]{};  // the one of the second row, which is the second lane

  consteval explicit twins(const graph::graph<N, R>& g, const function_levels<N>& level) {
    for (int& other : of) other = -1;
    for (const int output : g.output) {
      const extents& e = g.at[output].shape;
      for (std::size_t row = 0; e.rank == 2 && row + 1 < e.rows; row += 2)
        for (std::size_t column = 0; column < e.columns; ++column)
          match(g, level, source(g, output, row * e.columns + column), source(g, output, (row + 1) * e.columns + column));
    }
    for (std::size_t i = 0; i < N; ++i)  // operands first
      if (of[i] >= 0 && !is_second[i] && !gains(g, static_cast<int>(i))) part(static_cast<int>(i));
    if (!pays(g))
      for (int& other : of) other = -1;
  }

 private:
  /// The vertex that is element k of a vertex which was put together; the vertex itself if it was not.
  static constexpr int source(const graph::graph<N, R>& g, int whole, std::size_t k) {
    while (op::table[g.at[whole].op].concatenates) {
      int part_at = 0;
      for (std::size_t size; k >= (size = g.at[g.at[whole].operand[part_at]].shape.size()); ++part_at) k -= size;
      whole = g.at[whole].operand[part_at];
    }
    return whole;
  }
  static constexpr bool are_alike(const graph::graph<N, R>& g, const function_levels<N>& level, int a, int b) {
    const graph::vertex &one = g.at[a], &other = g.at[b];
    const op::traits& facts = op::table[one.op];
    const bool is_fit = facts.elementwise && facts.is_simple && !op::is_custom(one.op) && one.op != operation::divide && one.op != operation::sqrt;
    return is_fit && one.op == other.op && one.payload == other.payload && one.shape.is_scalar() && other.shape.is_scalar() &&
           one.height == other.height && level.at[a + 1] == level.at[b + 1];
  }
  /// Pairs two vertices, and what they are made of, as far as it is alike.
  constexpr void match(const graph::graph<N, R>& g, const function_levels<N>& level, int first, int second) {
    meta::list<int> pending;  // two by two
    pending.push_back(first);
    pending.push_back(second);
    while (!pending.empty()) {
      const int b = pending.back();
      pending.pop_back();
      const int a = pending.back();
      pending.pop_back();
      if (a < 0 || a == b || of[a] >= 0 || of[b] >= 0 || !are_alike(g, level, a, b)) continue;
      of[a] = b;
      of[b] = a;
      is_second[b] = true;
      for (int k = 0; k < 3; ++k) {
        pending.push_back(g.at[a].operand[k]);
        pending.push_back(g.at[b].operand[k]);
      }
    }
  }
  constexpr void part(int i) {
    is_second[of[i]] = false;
    of[of[i]] = -1;
    of[i] = -1;
  }
  constexpr bool are_in_lanes(int first, int second) const { return of[first] == second && is_second[second]; }
  /// Is there an operand that need not be put together?
  constexpr bool gains(const graph::graph<N, R>& g, int i) const {
    for (int k = 0; k < 3; ++k) {
      const int a = g.at[i].operand[k], b = g.at[of[i]].operand[k];
      if (a >= 0 && (a == b || are_in_lanes(a, b))) return true;
    }
    return false;
  }
  /// Is it less work? Two instructions are one; putting two numbers together is one or two, and so is the copy of one for both
  /// lanes, which is made once.
  constexpr bool pays(const graph::graph<N, R>& g) const {
    bool is_copied[N + 1]{};
    std::size_t pairs = 0, joined = 0, copies = 0;
    for (std::size_t i = 0; i < N; ++i) {
      if (of[i] < 0 || is_second[i]) continue;
      ++pairs;
      for (int k = 0; k < 3; ++k) {
        const int a = g.at[i].operand[k], b = g.at[of[i]].operand[k];
        if (a < 0) break;
        if (a == b) copies += !is_copied[a], is_copied[a] = true;
        else joined += !are_in_lanes(a, b);
      }
    }
    return pairs > 2 * joined + copies;
  }
};

}  // namespace tapeless::codegen
