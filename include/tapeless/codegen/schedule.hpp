// SPDX-License-Identifier: BSL-1.0
#pragma once
// When and where: the plan by which code is emitted.
// in: a rewritten graph; out: its plan.
#include <tapeless/codegen/storage.hpp>

namespace tapeless::codegen {

/// Is it a function of a scalar, or of a vector that is short enough to be unrolled?
constexpr bool is_function(const graph::vertex& v) {
  return op::table[v.op].elementwise && (v.shape.is_scalar() || is_short_vector(v.shape)) && !op::table[v.op].is_simple;
}

/// Functions of constants, or of such. Not of sums and quotients, which may overflow: an error in constant expressions;
/// and not custom ones, which need not be constexpr.
template <std::size_t N, std::size_t R>
constexpr void fix(const graph::graph<N, R>& g, plan<N, R>& p) {
  for (step& s : p.steps) {
    const graph::vertex& v = g.at[s.vertex];
    s.fixed = v.shape.is_scalar() && is_function(v) && !op::is_custom(v.op);
    for (int k = 0; s.fixed && k < graph::arity(v); ++k)
      s.fixed = g.at[v.operand[k]].op == operation::constant || p.steps[p.step_of[v.operand[k]]].fixed;
  }
}

/// sin a and cos a share their range reduction: whichever comes first computes both.
template <std::size_t N, std::size_t R>
constexpr void pair_angles(const graph::graph<N, R>& g, plan<N, R>& p) {
  int first_of[2][N]{};  // sine and cosine, by angle: step + 1
  for (int s = 0; s < static_cast<int>(N); ++s) {
    const graph::vertex& v = g.at[p.steps[s].vertex];
    if ((v.op != operation::sin && v.op != operation::cos) || !v.shape.is_scalar() || p.steps[s].fixed) continue;
    const bool is_cosine = v.op == operation::cos;
    int& same = first_of[is_cosine][v.operand[0]];
    const int other = first_of[!is_cosine][v.operand[0]];
    if (same == 0 && other != 0) {
      p.steps[other - 1].cosine = p.steps[s].vertex;
      p.steps[s].elsewhere = true;
    }
    if (same == 0) same = s + 1;
  }
}
/// Twins, and equal functions that follow each other and do not need each other, are one step, side by side.
template <std::size_t N, std::size_t R>
constexpr void pack_steps(const graph::graph<N, R>& g, plan<N, R>& p, const packs<N>& rings) {
  const auto is_free = [&](int at_step) {
    const step& step_here = p.steps[at_step];
    return is_packable(g.at[step_here.vertex]) && !step_here.fixed && !step_here.elsewhere && step_here.cosine < 0;
  };
  const auto is_ready = [&](int at_step, int first_step) {
    for (const int at_operand : g.at[p.steps[at_step].vertex].operand)
      if (at_operand >= 0 && p.step_of[at_operand] >= first_step) return false;
    return true;
  };
  for (int s = 0; s < static_cast<int>(N); ++s) {
    const int vertex = p.steps[s].vertex;
    const int twin = rings.next[vertex];
    if (twin != vertex && op::table[g.at[vertex].op].is_simple && p.step_of[twin] == s + 1 && is_ready(s + 1, s)) {
      p.steps[s].pack = 2;
      p.steps[++s].elsewhere = true;
      continue;
    }
    if (!is_free(s)) continue;
    int end = s + 1;
    for (; end < static_cast<int>(N) && end - s < largest_pack; ++end) {
      if (!is_free(end) || g.at[p.steps[end].vertex].op != g.at[vertex].op || !is_ready(end, s)) break;
    }
    if (end == s + 1) continue;
    p.steps[s].pack = end - s;
    while (++s < end) p.steps[s].elsewhere = true;
    --s;
  }
}
template <std::size_t N, std::size_t R>
constexpr void count_functions(const graph::graph<N, R>& g, plan<N, R>& p) {
  for (const step& s : p.steps) {
    const graph::vertex& v = g.at[s.vertex];
    if (is_function(v) && !s.fixed && !s.elsewhere) p.functions += (v.shape.size() + 7) / 8;
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
consteval std::size_t count_operations(const graph::graph<N, R>& g) {
  std::size_t total = 0;
  for (const graph::vertex& v : g.at) {
    extents x[3];
    for (int k = 0; k < 3 && v.operand[k] >= 0; ++k) x[k] = g.at[v.operand[k]].shape;
    total += op::operations_of(v.op, v.shape, x);
  }
  return total;
}

/// The rest of a plan whose values have places.
template <std::size_t N, std::size_t R>
consteval plan<N, R> complete(const graph::graph<N, R>& g, plan<N, R> p, const packs<N>& rings, std::size_t operations) {
  fix(g, p);
  pair_angles(g, p);
  pack_steps(g, p, rings);
  count_functions(g, p);
  deliver(g, p);
  p.operations = operations;
  return p;
}

// each a constant of its own, for the sake of the limits of constant evaluation
template <const auto& Graph>
inline constexpr twins twins_of{Graph};
template <const auto& Graph>
inline constexpr auto packs_of = find_packs(Graph, twins_of<Graph>);
template <const auto& Graph>
inline constexpr auto depth_first_of = depth_first(Graph, packs_of<Graph>);
template <const auto& Graph>
inline constexpr auto order_of = order(Graph, depth_first_of<Graph>, twins_of<Graph>);
template <const auto& Graph>
inline constexpr auto uses_of = find_uses(Graph, order_of<Graph>);
template <const auto& Graph>
inline constexpr auto places_of = place_values(Graph, order_of<Graph>, uses_of<Graph>);
template <const auto& Graph>
inline constexpr std::size_t operations_of = count_operations(Graph);
template <const auto& Graph>
inline constexpr auto plan_of = complete(Graph, places_of<Graph>, packs_of<Graph>, operations_of<Graph>);

}  // namespace tapeless::codegen
