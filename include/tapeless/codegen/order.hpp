// SPDX-License-Identifier: BSL-1.0
#pragma once
// When: the order of the steps, and who reads each value.
// in: a rewritten graph; out: a sequence of its vertices, and the uses of each.
#include <tapeless/graph/graph.hpp>
#include <tapeless/op/rows.hpp>

namespace tapeless::codegen {

/// The steps in order, and where in it each vertex is.
template <std::size_t N>
struct sequence {
  int vertex[N]{};
  int step_of[N]{};
};

/// How many values are alive at once while a vertex is computed, if each operand is computed for it alone (Sethi and Ullman).
template <std::size_t N, std::size_t R>
constexpr void count_needs(const graph::graph<N, R>& g, int (&need)[N]) {
  for (std::size_t i = 0; i < N; ++i) {
    int most = 0;
    for (const int o : g.at[i].operand) {
      if (o < 0) break;
      if (need[o] == most) ++most;
      else if (need[o] > most) most = need[o];
    }
    need[i] = most > 0 ? most : 1;
  }
}

/// Depth first from the outputs, one after the other, so that a value is computed where it is first needed; the operand that
/// needs most comes first.
template <std::size_t N, std::size_t R>
constexpr sequence<N> depth_first(const graph::graph<N, R>& g) {
  sequence<N> in_order;
  int need[N]{}, pending[3 * N + 1]{};
  char state[N]{};  // 1: its operands are pending, 2: done
  count_needs(g, need);
  int steps = 0;
  for (const int output : g.output) {
    int depth = 1;
    pending[0] = output;
    while (depth > 0) {
      const int i = pending[depth - 1];
      if (state[i] == 0) {
        state[i] = 1;
        const int* const o = g.at[i].operand;
        if (o[0] < 0) continue;
        const int first = depth;
        pending[depth++] = o[0];
        for (int k = 1; k < 3 && o[k] >= 0; ++k) {  // the one that needs most ends on top
          int at = depth++;
          for (; at > first && need[pending[at - 1]] > need[o[k]]; --at) pending[at] = pending[at - 1];
          pending[at] = o[k];
        }
      } else {
        --depth;
        if (state[i] == 1) {
          state[i] = 2;
          in_order.vertex[steps] = i;
          in_order.step_of[i] = steps++;
        }
      }
    }
  }
  return in_order;
}

/// As the graph was built.
template <std::size_t N>
constexpr sequence<N> as_built() {
  sequence<N> in_order;
  for (int i = 0; i < static_cast<int>(N); ++i) in_order.vertex[i] = in_order.step_of[i] = i;
  return in_order;
}

/// How many values are alive at once, at most.
template <std::size_t N, std::size_t R>
constexpr int most_alive(const graph::graph<N, R>& g, const sequence<N>& in_order) {
  int last_reader[N]{}, dies[N]{}, alive = 0, most = 0;
  for (std::size_t i = 0; i < N; ++i)
    for (const int o : g.at[i].operand)
      if (o >= 0 && last_reader[o] < in_order.step_of[i]) last_reader[o] = in_order.step_of[i];
  for (std::size_t i = 0; i < N; ++i)
    if (!op::is_leaf(g.at[i].op)) ++dies[last_reader[i]];  // outputs, too: they are delivered at once
  for (std::size_t s = 0; s < N; ++s) {
    alive += !op::is_leaf(g.at[in_order.vertex[s]].op);
    if (alive > most) most = alive;
    alive -= dies[s];
  }
  return most;
}

/// Depth first, unless it keeps twice as many values alive: derivatives that were made beside the values stay beside them.
template <std::size_t N, std::size_t R>
consteval sequence<N> order(const graph::graph<N, R>& g) {
  const sequence<N> found = depth_first(g);
  if (most_alive(g, found) > 2 * most_alive(g, as_built<N>())) return as_built<N>();
  return found;
}

/// Who reads and asks for each vertex.
template <std::size_t N>
struct uses {
  int last[N]{};  // the step of the last reader; 0: only asked for
  int readers[N]{};
  int asked[N]{};
  int asked_as[N]{};
  bool in_registers[N]{}, by_element[N]{};  // is there such a reader?
};

/// Short vectors are kept in registers, as far as the compiler has them.
constexpr bool is_short_vector(extents e) { return e.rank == 1 && e.size() <= op::longest_unrolled; }

/// Is operand k read in whole registers, at places that are constants?
constexpr bool reads_registers(const graph::vertex& v, int k) {
  return (op::table[v.op].reads_lanes >> k & 1) != 0 && !(v.op == operation::matmul && v.payload != 0);
}
/// Is the result of v, whose first operand has this shape, written so?
constexpr bool writes_registers(const graph::vertex& v, extents first) {
  if (!is_short_vector(v.shape) || !op::table[v.op].writes_lanes) return false;
  return v.op != operation::matmul || v.payload != 0 || op::unrolls_rows(first.rows, first.columns);
}

template <std::size_t N, std::size_t R>
consteval uses<N> find_uses(const graph::graph<N, R>& g, const sequence<N>& in_order) {
  uses<N> u;
  for (std::size_t k = 0; k < R; ++k) {
    ++u.asked[g.output[k]];
    u.asked_as[g.output[k]] = static_cast<int>(k);
  }
  for (int s = 0; s < static_cast<int>(N); ++s) {
    const graph::vertex& v = g.at[in_order.vertex[s]];
    for (int k = 0; k < 3; ++k) {
      const int o = v.operand[k];
      if (o < 0) break;
      u.last[o] = s;
      ++u.readers[o];
      if (g.at[o].shape.is_scalar()) continue;
      (reads_registers(v, k) ? u.in_registers : u.by_element)[o] = true;
    }
  }
  return u;
}

}  // namespace tapeless::codegen
