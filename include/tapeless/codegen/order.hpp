// SPDX-License-Identifier: BSL-1.0
#pragma once
// When: the order of the steps, and who reads each value.
// in: a rewritten graph; out: a sequence of its vertices, and the uses of each.
#include <tapeless/codegen/twins.hpp>
#include <tapeless/graph/fan_out.hpp>
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

/// Scalars that cost as much as several side by side: functions. (Quotients do not: putting them together and taking them apart
/// takes longer than dividing.)
constexpr bool is_packable(const graph::vertex& v) {
  const op::traits& facts = op::table[v.op];
  return facts.elementwise && v.shape.is_scalar() && !facts.is_simple && !op::is_custom(v.op);
}

/// So many at most are computed side by side.
inline constexpr int largest_pack = 8;

/// Rings of vertices: twins, and equal functions with as many functions behind them, so that none of these needs another.
template <std::size_t N>
struct packs {
  int first[N];  // of the ring: its members are computed one after the other
  int next[N];   // in the ring
};
template <std::size_t N, std::size_t R>
constexpr packs<N> rings_of(const graph::graph<N, R>& g, const twins<N>& pairs) {
  packs<N> found{};
  int level[N + 1]{}, newest[N + 1]{}, older[N]{}, size[N]{};  // by index + 1; the rings of a level that are not full + 1, newest first; members
  for (int i = 0; i < static_cast<int>(N); ++i) {
    const graph::vertex& v = g.at[i];
    found.first[i] = pairs.is_second[i] ? pairs.of[i] : i;
    found.next[i] = pairs.of[i] >= 0 ? pairs.of[i] : i;
    int& own = level[i + 1];
    for (const int o : v.operand) own = own > level[o + 1] ? own : level[o + 1];
    if (!is_packable(v)) continue;
    ++own;
    int ring = newest[own] - 1, newer = -1;
    for (; ring >= 0 && g.at[ring].op != v.op; ring = older[ring] - 1) newer = ring;
    if (ring < 0) {
      older[i] = newest[own];
      newest[own] = i + 1;
      size[i] = 1;
    } else {
      found.first[i] = ring;
      found.next[i] = found.next[ring];
      found.next[ring] = i;
      if (++size[ring] == largest_pack) (newer < 0 ? newest[own] : older[newer]) = older[ring];  // nobody looks for it any more
    }
  }
  return found;
}

/// Is there an order in which each ring comes when all that its members need is there?
template <std::size_t N, std::size_t R>
constexpr bool have_order(const graph::graph<N, R>& g, const packs<N>& found) {
  const graph::fan_out<N> readers(g);
  int missing[N]{}, ready[N]{}, known = 0, done = 0, rings = 0;
  for (std::size_t i = 0; i < N; ++i)
    for (const int o : g.at[i].operand) missing[found.first[i]] += o >= 0;
  for (int i = 0; i < static_cast<int>(N); ++i) {
    rings += found.first[i] == i;
    if (found.first[i] == i && missing[i] == 0) ready[known++] = i;
  }
  while (done < known) {
    const int ring = ready[done++];
    int member = ring;
    do {
      for (int e = readers.first[member]; e < readers.first[member + 1]; ++e) {
        const int reader = found.first[readers.edges[e].consumer];
        if (--missing[reader] == 0) ready[known++] = reader;
      }
      member = found.next[member];
    } while (member != ring);
  }
  return done == rings;
}

/// The rings, without twins if they and the functions need each other.
template <std::size_t N, std::size_t R>
consteval packs<N> find_packs(const graph::graph<N, R>& g, const twins<N>& pairs) {
  const packs<N> found = rings_of(g, pairs);
  return pairs.any() && !have_order(g, found) ? rings_of(g, twins<N>{}) : found;
}

/// Depth first from the outputs, one after the other, so that a value is computed where it is first needed; the operand that
/// needs most comes first. What can be computed side by side is computed at once, when all of its operands are there.
template <std::size_t N, std::size_t R>
consteval sequence<N> depth_first(const graph::graph<N, R>& g, const packs<N>& pack) {
  sequence<N> in_order;
  int need[N]{}, pending[4 * N + 1]{};
  char state[N]{};  // 1: its operands are pending, 2: done
  count_needs(g, need);
  int steps = 0;
  for (const int output : g.output) {
    int depth = 1;
    pending[0] = output;
    while (depth > 0) {
      const int i = pack.first[pending[depth - 1]];
      if (state[i] == 0) {
        state[i] = 1;
        const int first = depth;
        int member = i;
        do {
          for (const int o : g.at[member].operand) {  // the one that needs most ends on top
            if (o < 0) break;
            int at = depth++;
            for (; at > first && need[pending[at - 1]] > need[o]; --at) pending[at] = pending[at - 1];
            pending[at] = o;
          }
          member = pack.next[member];
        } while (member != i);
      } else {
        --depth;
        if (state[i] == 1) {
          state[i] = 2;
          int member = i;
          do {
            in_order.vertex[steps] = member;
            in_order.step_of[member] = steps++;
            member = pack.next[member];
          } while (member != i);
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
  int last_reader[N + 1]{}, dies[N]{}, alive = 0, most = 0;  // by index + 1; at first, the step itself, for what is only asked for
  for (std::size_t i = 0; i < N; ++i) last_reader[i + 1] = in_order.step_of[i];
  for (int s = 0; s < static_cast<int>(N); ++s) {
    const int(&operand)[3] = g.at[in_order.vertex[s]].operand;
    last_reader[operand[0] + 1] = last_reader[operand[1] + 1] = last_reader[operand[2] + 1] = s;
  }
  for (std::size_t i = 0; i < N; ++i)
    if (!op::is_leaf(g.at[i].op)) ++dies[last_reader[i + 1]];
  for (std::size_t s = 0; s < N; ++s) {
    alive += !op::is_leaf(g.at[in_order.vertex[s]].op);
    if (alive > most) most = alive;
    alive -= dies[s];
  }
  return most;
}

/// Depth first, unless it keeps twice as many values alive, and some packs more: without twins then, or derivatives that were made beside
/// the values stay beside them.
template <std::size_t N, std::size_t R>
consteval sequence<N> order(const graph::graph<N, R>& g, const sequence<N>& found, const twins<N>& pairs) {
  const int most = 2 * (most_alive(g, as_built<N>()) + largest_pack);
  if (most_alive(g, found) <= most) return found;
  if (!pairs.any()) return as_built<N>();
  const sequence<N> one_by_one = depth_first(g, rings_of(g, twins<N>{}));
  return most_alive(g, one_by_one) <= most ? one_by_one : as_built<N>();
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
/// Is the result of v written so?
constexpr bool writes_registers(const graph::vertex& v) { return is_short_vector(v.shape) && op::table[v.op].writes_lanes; }

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
