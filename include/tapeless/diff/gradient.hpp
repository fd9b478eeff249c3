// SPDX-License-Identifier: BSL-1.0
#pragma once
// Graphs of derivatives, each its own constant, found by the identities of the root and of what it is differentiated by.
#include <tapeless/diff/forward.hpp>

namespace tapeless::diff {

/// The graph with outputs (E, ∂E/∂Wrt…), and more nodes than they need. Every Wrt is a node of E.
template <node::id E, node::id... Wrt>
struct gradient_sweep : pass_result_of<E, capacity(graph::lowered<E>, sizeof...(Wrt)), 1 + sizeof...(Wrt)> {
  consteval gradient_sweep() {
    constexpr const auto& g = graph::lowered<E>;
    constexpr node::id asked[] = {Wrt..., E};
    reverse_sweep sweep(this->nodes(), g, graph::fan_out_of<g>, g.output[0], asked);
    this->output[0] = g.output[0];
    for (std::size_t w = 0; w < sizeof...(Wrt); ++w) this->output[1 + w] = sweep.adjoint_of(this->find(asked[w]));
  }
};
template <node::id E, node::id... Wrt>
inline constexpr auto gradient_swept = graph::result_of<gradient_sweep<E, Wrt...>>();
template <node::id E, node::id... Wrt>
inline constexpr auto gradient_graph = graph::trim<gradient_swept<E, Wrt...>>();

/// The same by forward accumulation.
template <node::id E, node::id... Wrt>
struct forward_gradient_sweep : pass_result_of<E, capacity(graph::lowered<E>, 0, sizeof...(Wrt)), 1 + sizeof...(Wrt)> {
  consteval forward_gradient_sweep() {
    constexpr const auto& g = graph::lowered<E>;
    constexpr node::id asked[] = {Wrt...};
    forward_sweep sweep(this->nodes(), g, asked);
    this->output[0] = sweep.value[g.output[0] + 1];
    for (std::size_t w = 0; w < sizeof...(Wrt); ++w) this->output[1 + w] = sweep.tangent_of(g.output[0], w);
  }
};
template <node::id E, node::id... Wrt>
inline constexpr auto gradient_swept_forward = graph::result_of<forward_gradient_sweep<E, Wrt...>>();
template <node::id E, node::id... Wrt>
inline constexpr auto forward_gradient_graph = graph::trim<gradient_swept_forward<E, Wrt...>>();

/// The one of the two that is faster.
template <node::id E, node::id... Wrt>
consteval const auto& faster_gradient_graph() {
  if constexpr (is_chain(graph::lowered<E>, sizeof...(Wrt))) return forward_gradient_graph<E, Wrt...>;
  else return gradient_graph<E, Wrt...>;
}

/// Is the node in the graph of E?
template <node::id E, node::id X>
consteval bool contains() {
  for (const graph::vertex& v : graph::lowered<E>.at)
    if (v.self == X) return true;
  return false;
}

/// Are all of them? In one pass over the graph.
template <node::id E, node::id... X>
consteval bool all_contained() {
  constexpr const auto& g = graph::lowered<E>;
  graph::builder<g.size + 1> b;
  for (const graph::vertex& v : g.at) b.append(v);
  for (const node::id x : {X..., g.at[0].self})
    if (b.find(x) < 0) return false;
  return true;
}

/// Has E another variable of the name of X? (The payload of a variable is the hash of its name.)
template <node::id E, node::id X>
consteval bool has_name_of() {
  const node::described x = node::describe<X>();
  for (const graph::vertex& v : graph::lowered<E>.at)
    if (op::is_variable(x.op) && op::is_variable(v.op) && v.payload == x.payload && v.self != X) return true;
  return false;
}

}  // namespace tapeless::diff
