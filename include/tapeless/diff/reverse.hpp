// SPDX-License-Identifier: BSL-1.0
#pragma once
// Reverse accumulation. For each node j between the root and what is asked for,
//
//     ∂E/∂a_j = Σ_{k ∈ U_j} ∂E/∂a_k · ∂a_k/∂a_j                          (Bishop, PRML, eq. 5.55/5.56)
//
// is made as one sum of its contributions, in the order of its fan-out. Nothing is made for any other node.
#include <tapeless/diff/mask.hpp>
#include <tapeless/graph/fan_out.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/graph/term.hpp>

namespace tapeless::diff {

/// delta · ∂y/∂operand by the rule of the consumer; of an element-wise consumer it has the consumer's shape.
template <class Term>
constexpr Term rule(int slot, Term y, Term delta, const Term* x) {
  const auto contribution_of = [&](auto operation_entry) { return operation_entry.contribution(slot, y, delta, x); };
  const operation o = y.graph->at[y.at].op;
  return op::is_custom(o) ? op::visit_custom(typename Term::customs{}, y.payload(), delta, contribution_of) : op::visit(o, contribution_of);
}

/// What goes down from a node: its adjoint where the mask counts, and 0 elsewhere.
struct flow {
  int adjoint = -1;
  mask where;
};

/// What consumer k sends along one edge.
template <class Builder>
constexpr flow contribution(Builder& b, int consumer, int slot, flow from) {
  using term = graph::term<Builder>;
  const masking<Builder> masks{&b};
  const graph::vertex& v = b[consumer];
  const term y{&b, consumer}, delta{&b, from.adjoint};
  const term x[3] = {{&b, v.operand[0]}, {&b, v.operand[1]}, {&b, v.operand[2]}};
  const op::traits& facts = op::table[v.op];
  const bool chosen = v.op == operation::select && slot > 0;
  const mask m = chosen ? masks.both(from.where, {v.operand[0], slot == 1}) : from.where;
  const auto sent = [&](term sent_delta) {
    return chosen ? sent_delta : rule(slot, y, sent_delta, static_cast<const term*>(x));
  };
  // a scalar operand of an element-wise operation went with every element: it receives the sum
  const bool summed = facts.elementwise && x[slot].shape().is_scalar();

  term c = delta;
  mask where = m;
  if (m.everywhere() || b[m.condition].shape.is_scalar() || (facts.elementwise && !summed)) {
    c = sent(delta);
    if (summed) c = sum(c);
  } else if (summed) {
    c = sum(masks.applied(sent(delta), m));
    where = {sum(masks.indicator(m)).at, true};
  } else {
    // elements mix: the mask is applied, and what receives nothing but zeros is masked
    c = sent(masks.applied(delta, m));
    where = {};
    if (facts.multilinear) {
      term ones[3] = {y, y, y};
      for (int k = 0; k < facts.arity; ++k) ones[k] = x[k].filled(1.0);
      where = {rule(slot, y, masks.indicator(m), static_cast<const term*>(ones)).at, true};
    }
  }
  if (c.shape() != x[slot].shape()) meta::refuse("tapeless: a contribution must have the shape of its operand (the rule of the operation has another)");
  return {c.at, where};
}

/// What is made from the nodes of E, with its custom operations.
template <node::id E, std::size_t Capacity, std::size_t R>
using pass_result_of = graph::pass_result<Capacity, R, graph::customs_of<graph::lowered<E>>>;

/// The next of 64, 96, 128, 192, 256, …: the rules are instantiated once for each capacity that occurs.
constexpr std::size_t rounded_up(std::size_t n) {
  std::size_t power = 64;
  while (power < n) power *= 2;
  return power > 64 && n <= power / 4 * 3 ? power / 4 * 3 : power;
}

/// Room for the nodes that differentiating a graph makes: so many an edge, `times` over. More where there may be parts of vectors, of which each
/// product takes two nodes more, and where there are masks.
template <std::size_t N, std::size_t R>
constexpr std::size_t capacity(const graph::graph<N, R>& g, std::size_t extra = 0, std::size_t times = 1) {
  std::size_t edges = 0, an_edge = 7;
  for (const graph::vertex& v : g.at) {
    edges += static_cast<std::size_t>(graph::arity(v));
    if ((v.op == operation::element || v.op == operation::slice) && an_edge < 12) an_edge = 12;
    if (v.op == operation::select) an_edge = 16;
  }
  return rounded_up(N + times * an_edge * edges + 16 + extra);
}

/// Reverse accumulation in a builder: per node of the original its adjoint and the contributions that its edges send (indices
/// in the builder + 1; 0: none).
template <std::size_t N, class Builder>
struct reverse_sweep {
  Builder& built;
  int adjoint[N]{};
  int contribution[N][3]{};

  /// The adjoint of node i; zero where the root does not depend on it.
  constexpr int adjoint_of(int i) {
    if (adjoint[i] != 0) return adjoint[i] - 1;
    return graph::term<Builder>{&built, i}.filled(0.0).at;
  }

  /// Sweeps from the root to the nodes whose identities are asked for; others than the graph's are passed over.
  template <std::size_t R, std::size_t W>
  constexpr reverse_sweep(Builder& to_fill, const graph::graph<N, R>& original_graph, const graph::fan_out<N>& fan_out_of_graph, int root_index,
                          const node::id (&asked_ids)[W]) : built(to_fill) {
    for (const graph::vertex& v : original_graph.at) built.append(v);
    bool depends[N + 1]{};  // by index + 1, so that operand -1 has a place
    for (const node::id w : asked_ids) depends[built.find(w) + 1] = true;
    depends[0] = false;
    for (std::size_t i = 0; i < N; ++i) {
      const graph::vertex& v = original_graph.at[i];
      depends[i + 1] |= depends[v.operand[0] + 1] || depends[v.operand[1] + 1] || depends[v.operand[2] + 1];
    }
    flow down[N];
    const masking<Builder> masks{&built};
    down[root_index].adjoint = graph::term<Builder>{&built, root_index}.filled(1.0).at;
    adjoint[root_index] = down[root_index].adjoint + 1;
    for (int j = root_index - 1; j >= 0; --j) {
      if (!depends[j + 1]) continue;
      const auto with = [&](int sum_so_far, int summand) {
        return sum_so_far < 0 ? summand : built.make(operation::add, original_graph.at[j].shape, 0, sum_so_far, summand);
      };
      int sum = -1, unmasked = -1;
      mask where;
      bool one_mask = true;
      for (int e = fan_out_of_graph.first[j]; e < fan_out_of_graph.first[j + 1]; ++e) {
        const graph::edge to = fan_out_of_graph.edges[e];
        if (to.consumer > root_index || adjoint[to.consumer] == 0) continue;
        const flow c = diff::contribution(built, to.consumer, to.slot, down[to.consumer]);
        const int applied = masks.applied({&built, c.adjoint}, c.where).at;
        contribution[to.consumer][to.slot] = applied + 1;
        one_mask = sum < 0 || (one_mask && where == c.where);
        where = sum < 0 ? c.where : masks.either(where, c.where);
        sum = with(sum, applied);
        if (one_mask) unmasked = where.everywhere() ? sum : with(unmasked, c.adjoint);
      }
      adjoint[j] = sum + 1;
      down[j] = {one_mask ? unmasked : sum, where};
    }
  }
};

}  // namespace tapeless::diff
