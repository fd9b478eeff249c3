// SPDX-License-Identifier: BSL-1.0
#pragma once
// When and where. The schedule is the order of the steps; storage says where each value lives while it is needed.
// in: a rewritten graph; out: a plan.
#include <algorithm>
#include <tapeless/graph/graph.hpp>

namespace tapeless::codegen {

enum class home : unsigned char {
  constant,     // in the code
  scalar,       // a slot of its own, which becomes a register
  registers,    // a short vector: a slot of its own, which becomes registers
  argument,     // where the caller has it
  workspace,    // at an offset of the shared workspace
  destination,  // where the caller wants it
};

struct step {
  int vertex = 0;
  home where = home::constant;
  std::size_t offset = 0;  // registers, workspace, destination: in elements
  int output = 0;          // destination: which one
  bool inside = false;     // in the place of the concatenation or reshaping that reads it, which has nothing left to do
  bool mirrored = false;   // registers: there is a copy in the workspace, for those who read element by element
  std::size_t copy = 0;    // … at this offset
  int beside = -1;         // the outer product that is computed in the same pass over a matrix
  bool elsewhere = false;  // computed in another step
  int cosine = -1;         // a sine: the cosine of the same angle, which is computed with it; and the other way round
  bool joined = false;     // a sum of two products A·x + B·y, whose rows are summed together
  int first_delivery = 0;  // outputs that it is copied to, because it is asked for but lives elsewhere:
  int deliveries = 0;      // so many, from delivery_of[first_delivery] on
  bool fixed = false;  // a function of constants, log(2) say: evaluated by the compiler
};

template <std::size_t N, std::size_t R>
struct plan {
  int delivery_of[R]{};  // outputs, by vertex
  step steps[N]{};      // in the order of execution
  int step_of[N]{};     // by vertex
  std::size_t workspace = 0;  // elements
  std::size_t registers = 0;
  std::size_t operations = 0;
  std::size_t functions = 0;  // scalar steps that are more than arithmetic
};

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
consteval sequence<N> order(const graph::graph<N, R>& g) {
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

/// Aᵀd and d xᵀ are one pass over A, if the outer product is only asked for and x is known by then.
template <std::size_t N, std::size_t R>
constexpr void pair(const graph::graph<N, R>& g, plan<N, R>& p, const uses<N>& u) {
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& v = g.at[i];
    if (v.op != operation::matmul || v.payload != op::left_transposed || v.shape.rank != 1) continue;
    step& pass = p.steps[p.step_of[i]];
    for (std::size_t j = 0; j < N && pass.beside < 0; ++j) {
      const graph::vertex& o = g.at[j];
      const bool fits = o.op == operation::outer && o.operand[0] == v.operand[1] && o.shape == g.at[v.operand[0]].shape;
      step& other = p.steps[p.step_of[j]];
      if (!fits || other.elsewhere || u.last[j] != 0 || u.asked[j] != 1 || p.step_of[o.operand[1]] > p.step_of[i]) continue;
      pass.beside = static_cast<int>(j);
      other.elsewhere = true;
    }
  }
}

/// Is it A·x, unrolled, that only one step reads?
template <std::size_t N, std::size_t R>
constexpr bool is_lone_product(const graph::graph<N, R>& g, int i, const uses<N>& u) {
  const graph::vertex& v = g.at[i];
  if (v.op != operation::matmul || v.payload != 0 || v.shape.rank != 1 || u.readers[i] != 1 || u.asked[i] != 0) return false;
  const extents a = g.at[v.operand[0]].shape;
  return op::unrolls_rows(a.rows, a.columns) && a.rows > 1 && a.columns > 4;
}
/// The rows of A·x + B·y are summed together if nobody else reads the two products.
template <std::size_t N, std::size_t R>
constexpr void join(const graph::graph<N, R>& g, plan<N, R>& p, const uses<N>& u) {
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& v = g.at[i];
    if (v.op != operation::add || v.shape.rank != 1 || v.operand[0] == v.operand[1]) continue;
    if (!is_lone_product(g, v.operand[0], u) || !is_lone_product(g, v.operand[1], u)) continue;
    p.steps[p.step_of[i]].joined = true;
    for (int k = 0; k < 2; ++k) p.steps[p.step_of[v.operand[k]]].elsewhere = true;
  }
}

/// What only a concatenation or reshaping reads is computed in its place: `whole` is that vertex, `begin` where in it.
template <std::size_t N>
struct parts {
  int whole[N];
  std::size_t begin[N];
};
template <std::size_t N, std::size_t R>
constexpr parts<N> find_parts(const graph::graph<N, R>& g, const uses<N>& u) {
  parts<N> found{};
  for (int& w : found.whole) w = -1;
  for (int i = 0; i < static_cast<int>(N); ++i) {
    const graph::vertex& v = g.at[i];
    if (v.op != operation::concat && v.op != operation::reshape) continue;
    std::size_t begin = 0;
    for (int k = 0; k < graph::arity(v); ++k) {
      const int o = v.operand[k];
      const graph::vertex& part = g.at[o];
      if (u.readers[o] == 1 && u.asked[o] == 0 && !op::is_leaf(part.op) && !part.shape.is_scalar()) {
        found.whole[o] = i;
        found.begin[o] = begin;
      }
      begin += part.shape.size();
    }
  }
  return found;
}

/// Workspace is handed out by lifetime: a value's place is free again after its last use.
struct free_places {
  struct hole {
    std::size_t offset = 0, size = 0;
  };
  hole* holes;
  int count = 0;

  constexpr std::size_t take(std::size_t size, std::size_t& end) {
    int h = 0;
    while (h < count && holes[h].size != size) ++h;
    std::size_t offset = end;
    if (h < count) {
      offset = holes[h].offset;
      holes[h] = holes[--count];
    } else {
      end += size;
    }
    return offset;
  }
};

/// The steps, and a place for every value.
template <std::size_t N, std::size_t R>
consteval plan<N, R> place_values(const graph::graph<N, R>& g, const sequence<N>& in_order, uses<N> u) {
  plan<N, R> p;
  for (std::size_t s = 0; s < N; ++s) {
    p.steps[s].vertex = in_order.vertex[s];
    p.step_of[s] = in_order.step_of[s];
  }
  pair(g, p, u);
  join(g, p, u);
  const auto reads_at = [&](int of_vertex, int at_step) { u.last[of_vertex] = std::max(u.last[of_vertex], at_step); };
  for (int s = 0; s < static_cast<int>(N); ++s) {  // what is computed elsewhere reads its operands there
    const step& now = p.steps[s];
    if (now.beside >= 0) reads_at(g.at[now.beside].operand[1], s);
    if (now.joined)
      for (int k = 0; k < 4; ++k) reads_at(g.at[g.at[now.vertex].operand[k / 2]].operand[k % 2], s);
  }
  const parts<N> part = find_parts(g, u);
  free_places::hole holes[N]{};
  free_places free{holes};
  bool placed[N]{};
  for (int s = 0; s < static_cast<int>(N); ++s) {
    step& now = p.steps[s];
    const graph::vertex& v = g.at[now.vertex];
    const bool has_no_home = now.elsewhere && v.op == operation::matmul;  // nobody reads it
    if (v.op == operation::constant || has_no_home) {
      now.where = home::constant;
    } else if (v.shape.is_scalar()) {
      now.where = home::scalar;
    } else if (op::is_leaf(v.op)) {
      now.where = home::argument;
    } else {
      int whole = now.vertex;  // whose place it is
      std::size_t begin = 0;
      for (; part.whole[whole] >= 0; whole = part.whole[whole]) begin += part.begin[whole];
      step& owner = p.steps[p.step_of[whole]];
      const graph::vertex& w = g.at[whole];
      const std::size_t size = op::padded(w.shape.size());
      if (placed[whole]) {
      } else if (u.asked[whole] == 1 && u.last[whole] == 0) {
        owner.where = home::destination;
        owner.output = u.asked_as[whole];
      } else if (u.in_registers[whole] && whole == now.vertex && writes_registers(w, g.at[w.operand[0]].shape)) {
        const std::size_t alignment = size < 16 ? size : 16;
        owner.where = home::registers;
        owner.offset = (p.registers + alignment - 1) / alignment * alignment;
        p.registers = owner.offset + size;
        owner.mirrored = u.by_element[whole];
        if (owner.mirrored) owner.copy = free.take(size, p.workspace);
      } else {
        owner.where = home::workspace;
        owner.offset = free.take(size, p.workspace);
      }
      placed[whole] = true;
      if (whole != now.vertex) {
        now.inside = true;
        now.where = owner.where;
        now.output = owner.output;
        now.offset = owner.offset + begin;
      }
    }
    for (int k = 0; k < 3; ++k) {  // operands read for the last time leave a hole, once
      const int o = v.operand[k];
      if (o < 0) break;
      if (g.at[o].shape.is_scalar() || u.last[o] != s || (k > 0 && o == v.operand[0]) || (k > 1 && o == v.operand[1])) continue;
      const step& past = p.steps[p.step_of[o]];
      if ((past.where == home::workspace && !past.inside) || past.mirrored)
        free.holes[free.count++] = {past.where == home::workspace ? past.offset : past.copy, op::padded(g.at[o].shape.size())};
    }
  }
  return p;
}

/// Is it one function of scalars, and more than arithmetic?
constexpr bool is_function(const graph::vertex& v) {
  return v.shape.is_scalar() && v.op > operation::square && v.op != operation::multiply_add && op::table[v.op].elementwise;
}

/// sin a and cos a share their range reduction: whichever comes first computes both.
template <std::size_t N, std::size_t R>
constexpr void pair_angles(const graph::graph<N, R>& g, plan<N, R>& p) {
  int first_of[N]{};  // by angle: step + 1
  for (int s = 0; s < static_cast<int>(N); ++s) {
    const graph::vertex& v = g.at[p.steps[s].vertex];
    if ((v.op != operation::sin && v.op != operation::cos) || !v.shape.is_scalar() || g.at[v.operand[0]].op == operation::constant) continue;
    int& first = first_of[v.operand[0]];
    if (first == 0) {
      first = s + 1;
    } else {
      p.steps[first - 1].cosine = p.steps[s].vertex;
      p.steps[s].elsewhere = true;
    }
  }
}

/// Functions of constants, or of such. Not of sums and quotients, which may overflow: an error in constant expressions;
/// and not custom ones, which need not be constexpr.
template <std::size_t N, std::size_t R>
constexpr void fix(const graph::graph<N, R>& g, plan<N, R>& p) {
  for (step& s : p.steps) {
    const graph::vertex& v = g.at[s.vertex];
    s.fixed = is_function(v) && !op::is_custom(v.op);
    for (int k = 0; s.fixed && k < graph::arity(v); ++k)
      s.fixed = g.at[v.operand[k]].op == operation::constant || p.steps[p.step_of[v.operand[k]]].fixed;
    p.functions += is_function(v) && !s.fixed && !s.elsewhere;
  }
}

/// The outputs that each step delivers, as one list in the order of the vertices.
template <std::size_t N, std::size_t R>
constexpr void deliver(const graph::graph<N, R>& g, plan<N, R>& p) {
  int count[N]{};
  for (const int o : g.output) ++count[o];
  int total = 0;
  for (std::size_t i = 0; i < N; ++i) {
    p.steps[p.step_of[i]].first_delivery = total;
    total += count[i];
  }
  for (std::size_t k = 0; k < R; ++k) {
    step& s = p.steps[p.step_of[g.output[k]]];
    p.delivery_of[s.first_delivery + --count[g.output[k]]] = static_cast<int>(k);
    if (s.where != home::destination) ++s.deliveries;
  }
}

template <std::size_t N, std::size_t R>
constexpr std::size_t count_operations(const graph::graph<N, R>& g) {
  std::size_t total = 0;
  for (const graph::vertex& v : g.at) {
    extents x[3];
    for (int k = 0; k < graph::arity(v); ++k) x[k] = g.at[v.operand[k]].shape;
    total += op::visit(v.op, [&](auto operation_entry) { return operation_entry.cost(v.shape, x); });
  }
  return total;
}

/// The rest of a plan whose values have places.
template <std::size_t N, std::size_t R>
consteval plan<N, R> complete(const graph::graph<N, R>& g, plan<N, R> p) {
  pair_angles(g, p);
  fix(g, p);
  deliver(g, p);
  p.operations = count_operations(g);
  return p;
}

// each a constant of its own, for the sake of the limits of constant evaluation
template <const auto& Graph>
inline constexpr auto order_of = order(Graph);
template <const auto& Graph>
inline constexpr auto uses_of = find_uses(Graph, order_of<Graph>);
template <const auto& Graph>
inline constexpr auto places_of = place_values(Graph, order_of<Graph>, uses_of<Graph>);
template <const auto& Graph>
inline constexpr auto plan_of = complete(Graph, places_of<Graph>);

}  // namespace tapeless::codegen
