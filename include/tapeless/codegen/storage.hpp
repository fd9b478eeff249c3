// SPDX-License-Identifier: BSL-1.0
#pragma once
// Where: which steps are one pass, and a place for every value.
// in: a graph, the order of its steps and the uses of its values; out: a plan with places.
#include <tapeless/codegen/order.hpp>
#include <tapeless/codegen/plan.hpp>

namespace tapeless::codegen {

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
      if (!fits || other.elsewhere || u.last[j] != 0 || u.asked[j] != 1 || p.step_of[o.operand[1]] >= p.step_of[i]) continue;
      pass.beside = static_cast<int>(j);
      other.elsewhere = true;
    }
  }
}

/// Is it A·x that only one step reads?
template <std::size_t N, std::size_t R>
constexpr bool is_lone_product(const graph::graph<N, R>& g, int i, const uses<N>& u) {
  const graph::vertex& v = g.at[i];
  if (v.op != operation::matmul || v.payload != 0 || v.shape.rank != 1 || u.readers[i] != 1 || u.asked[i] != 0) return false;
  const extents a = g.at[v.operand[0]].shape;
  return a.rows > 1 && a.columns > 4;
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

/// Is it A·Bᵀ of a variable B, with many columns, and the only reader of Bᵀ? (Of a variable, for its elements are there when the product runs.)
template <std::size_t N, std::size_t R>
constexpr bool is_cut(const graph::graph<N, R>& g, int i, const uses<N>& u) {
  const graph::vertex& v = g.at[i];
  if (v.op != operation::matmul || v.payload == op::right_transposed || v.shape.columns <= op::columns_of_panel) return false;
  const int right = v.operand[1];
  return g.at[right].op == operation::transpose && op::is_variable(g.at[g.at[right].operand[0]].op) && u.readers[right] == 1 && u.asked[right] == 0;
}
/// Of Bᵀ such a product needs a panel of some columns at a time.
template <std::size_t N, std::size_t R>
constexpr void cut(const graph::graph<N, R>& g, plan<N, R>& p, const uses<N>& u) {
  for (int i = 0; i < static_cast<int>(N); ++i) {
    if (!is_cut(g, i, u)) continue;
    step& right = p.steps[p.step_of[g.at[i].operand[1]]];
    p.steps[p.step_of[i]].by_panels = true;
    right.elsewhere = right.is_panel = true;
  }
}
/// How many elements a vertex needs a place for.
template <std::size_t N, std::size_t R>
constexpr std::size_t room_of(const graph::graph<N, R>& g, const plan<N, R>& p, int i) {
  const extents shape = g.at[i].shape;
  return op::padded(p.steps[p.step_of[i]].is_panel ? shape.rows * op::columns_of_panel : shape.size());
}

/// So many links of a chain at most are computed where they are read: each is a template inside the last one.
inline constexpr int longest_chain = 32;

/// Is i, of a matrix or a long vector, computed where it is read? So it is if one step reads it, each element once (or twice
/// at once, which compilers see), and its elements can be computed in the lanes of any register. Functions only if they are
/// read in lanes, or one element of them is.
template <std::size_t N, std::size_t R>
constexpr bool is_computed_by_reader(const graph::graph<N, R>& g, const sequence<N>& in_order, const plan<N, R>& p, const uses<N>& u,
                                     const int (&runs_in)[N], const int (&links)[N], int i) {
  const graph::vertex& v = g.at[i];
  const op::traits& facts = op::table[v.op];
  if (!facts.computes_elements || v.shape.is_scalar() || is_short_vector(v.shape) || u.asked[i] != 0 || u.readers[i] == 0) return false;
  if (links[u.last[i]] == longest_chain) return false;
  const bool runs_by_rows = op::table[g.at[in_order.vertex[runs_in[u.last[i]]]].op].elementwise;
  if (!facts.elementwise && v.shape.columns % op::most_lanes != 0 && !runs_by_rows) return false;  // a register may reach into the next row
  const step& own = p.steps[p.step_of[i]];
  const step& reading = p.steps[u.last[i]];
  if (own.elsewhere || own.joined || reading.elsewhere || reading.joined) return false;
  const graph::vertex& reader = g.at[in_order.vertex[u.last[i]]];
  int reads = 0;
  for (int k = 0; k < graph::arity(reader); ++k) {
    if (reader.operand[k] != i) continue;
    const op::traits& how = op::table[reader.op];
    if ((how.reads_once >> k & 1) == 0) return false;
    if (!facts.is_simple && (how.reads_lanes >> k & 1) == 0 && !reader.shape.is_scalar()) return false;
    ++reads;
  }
  return reads == u.readers[i] && (reads == 1 || facts.is_simple);
}
/// Those have no place; what they read is read by their reader's step.
template <std::size_t N, std::size_t R>
constexpr void fuse(const graph::graph<N, R>& g, const sequence<N>& in_order, plan<N, R>& p, uses<N>& u) {
  int runs_in[N]{}, links[N]{};  // by step: the step that computes it, and so many are between
  for (int s = static_cast<int>(N) - 1; s >= 0; --s) {
    const int i = in_order.vertex[s];
    runs_in[s] = s;
    if (is_computed_by_reader(g, in_order, p, u, runs_in, links, i)) {
      p.steps[s].where = home::reader;
      for (int k = 0; k < graph::arity(g.at[i]); ++k) u.by_element[g.at[i].operand[k]] = true;  // in a loop
      runs_in[s] = runs_in[u.last[i]];
      links[s] = links[u.last[i]] + 1;
    }
  }
  for (int s = 0; s < static_cast<int>(N); ++s)
    for (const int o : g.at[in_order.vertex[s]].operand) {
      if (o < 0) break;
      if (u.last[o] < runs_in[s]) u.last[o] = runs_in[s];
    }
}

/// What only a concatenation reads is computed in its place: `whole` is that vertex, `begin` where in it.
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
    if (!op::table[v.op].concatenates || v.shape.is_scalar()) continue;  // a scalar has no place in memory
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
  cut(g, p, u);
  fuse(g, in_order, p, u);
  const auto reads_at = [&](int of_vertex, int at_step) {
    if (u.last[of_vertex] < at_step) u.last[of_vertex] = at_step;
  };
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
  int first_read_last_at[N], next[N];  // lists of vertices
  for (int& first : first_read_last_at) first = -1;
  for (int i = 0; i < static_cast<int>(N); ++i) {
    if (u.readers[i] == 0 || g.at[i].shape.is_scalar()) continue;
    next[i] = first_read_last_at[u.last[i]];
    first_read_last_at[u.last[i]] = i;
  }
  for (int s = 0; s < static_cast<int>(N); ++s) {
    step& now = p.steps[s];
    const graph::vertex& v = g.at[now.vertex];
    const bool has_no_home = now.elsewhere && v.op == operation::matmul;  // nobody reads it
    if (now.where == home::reader) {
    } else if (v.op == operation::constant || has_no_home) {
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
      const std::size_t size = room_of(g, p, whole);
      if (placed[whole]) {
      } else if (u.asked[whole] == 1 && u.last[whole] == 0) {
        owner.where = home::destination;
        owner.output = u.asked_as[whole];
      } else if (u.in_registers[whole] && whole == now.vertex && writes_registers(w)) {
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
    for (int o = first_read_last_at[s]; o >= 0; o = next[o]) {  // what is read for the last time leaves a hole
      const step& past = p.steps[p.step_of[o]];
      if ((past.where == home::workspace && !past.inside) || past.mirrored)
        free.holes[free.count++] = {past.where == home::workspace ? past.offset : past.copy, room_of(g, p, o)};
    }
  }
  return p;
}

}  // namespace tapeless::codegen
