// SPDX-License-Identifier: BSL-1.0
#pragma once
// Forward accumulation: beside the value of each node k, its derivative by each variable v,
//
//     ∂a_k/∂v = Σ_j ∂a_k/∂a_j · ∂a_j/∂v         over the operands j of k.
//
// One derivative for each variable, where reverse accumulation has one for all. But each is known as soon as the value is: a
// chain of functions that wait for each other has time for a few of them, and keeps nothing for the way back.
#include <tapeless/diff/reverse.hpp>

namespace tapeless::diff {

/// By how many variables at most, and for how many functions on a chain at least. Chosen by W2 in tests/bench.
inline constexpr std::size_t most_tangents = 4, shortest_chain = 8;
/// For how many derivatives at most, nodes times variables: beyond, reverse accumulation makes a slower program, but g++
/// compiles it in two thirds of the time, and Clang within its default limit of constant evaluation.
inline constexpr std::size_t most_derivatives = 4000;

/// Is forward accumulation the faster one? For scalars by few variables, if half of the functions (not quotients) or more wait for
/// each other.
template <std::size_t N, std::size_t R>
constexpr bool is_chain(const graph::graph<N, R>& g, std::size_t variables) {
  if (variables == 0 || variables > most_tangents || N * variables > most_derivatives) return false;
  std::size_t functions = 0, longest = 0, chain[N + 1]{};  // functions on the longest way to a node, by index + 1
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& v = g.at[i];
    if (!v.shape.is_scalar() || op::is_custom(v.op) || (!op::table[v.op].elementwise && !op::is_leaf(v.op))) return false;
    const bool is_function = !op::is_leaf(v.op) && !op::table[v.op].is_simple;
    for (const int o : v.operand)
      if (chain[i + 1] < chain[o + 1]) chain[i + 1] = chain[o + 1];
    chain[i + 1] += is_function;
    functions += is_function;
    if (longest < chain[i + 1]) longest = chain[i + 1];
  }
  return longest >= shortest_chain && 2 * longest >= functions;
}

/// Forward accumulation in a builder, which has the derivatives of each node right behind it.
template <std::size_t N, std::size_t Variables, class Builder>
struct forward_sweep {
  using term = graph::term<Builder>;
  Builder& built;
  int value[N + 1]{};               // by index in the original + 1: index in `built`
  int tangent[N + 1][Variables]{};  // index in `built` + 1; 0: does not depend on it

  /// The derivative of node i by variable w; zero where it does not depend on it.
  constexpr int tangent_of(int i, std::size_t w) {
    if (tangent[i + 1][w] != 0) return tangent[i + 1][w] - 1;
    return term{&built, value[i + 1]}.number(0).at;
  }

  template <std::size_t R>
  constexpr forward_sweep(Builder& to_fill, const graph::graph<N, R>& original_graph, const node::id (&by_variables)[Variables]) : built(to_fill) {
    value[0] = -1;
    for (std::size_t i = 1; i <= N; ++i) {
      graph::vertex v = original_graph.at[i - 1];
      const int (&operand)[3] = original_graph.at[i - 1].operand;
      for (int k = 0; k < 3; ++k) v.operand[k] = value[operand[k] + 1];
      value[i] = built.append(v);
      const term x[3] = {{&built, v.operand[0]}, {&built, v.operand[1]}, {&built, v.operand[2]}}, y{&built, value[i]};
      for (std::size_t w = 0; w < Variables; ++w)
        tangent[i][w] = (v.self == by_variables[w] ? y.number(1).at : sum_over_operands(y, x, operand, w)) + 1;
    }
  }

  constexpr int sum_over_operands(term y, const term (&x)[3], const int (&operand)[3], std::size_t w) {
    int sum = -1;
    for (int slot = 0; slot < 3 && operand[slot] >= 0; ++slot) {
      const int of_operand = tangent[operand[slot] + 1][w] - 1;
      if (of_operand < 0) continue;
      const int sent = rule(slot, y, term{&built, of_operand}, static_cast<const term*>(x)).at;
      sum = sum < 0 ? sent : (term{&built, sum} + term{&built, sent}).at;
    }
    return sum;
  }
};

}  // namespace tapeless::diff
