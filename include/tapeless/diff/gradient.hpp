// SPDX-License-Identifier: BSL-1.0
#pragma once
// Graphs of derivatives, each its own constant, found by the identities of the root and of what it is differentiated by.
#include <tapeless/diff/forward.hpp>
#include <tapeless/graph/lower.hpp>

namespace tapeless::diff {

/// What a sweep has built, with its outputs: the value, and its derivatives.
template <std::size_t Derivatives, class Builder>
constexpr auto swept(const Builder& built, int value, const int* derivative) {
  graph::wide_graph<Builder::capacity, 1 + Derivatives> wide;
  wide.output[0] = value;
  for (std::size_t w = 0; w < Derivatives; ++w) wide.output[1 + w] = derivative[w];
  wide.size = built.size;
  for (int i = 0; i < wide.size; ++i) wide.at[i] = built.at[i];
  return wide;
}

/// The graph with outputs (E, ∂E/∂Wrt…), and more nodes than they need. Every Wrt is a node of E.
template <node::id E, node::id... Wrt>
consteval auto gradient_sweep() {
  constexpr const auto& g = graph::lowered<E>;
  constexpr std::size_t room = capacity(g, sizeof...(Wrt));
  constexpr node::id asked[] = {Wrt..., E};
  reverse_sweep<g.size, room, graph::customs_of<g>> sweep(g, graph::fan_out_of<g>, g.output[0], asked);
  int derivative[sizeof...(Wrt) + 1]{};
  for (std::size_t w = 0; w < sizeof...(Wrt); ++w) derivative[w] = sweep.adjoint_of(sweep.built.find(asked[w]));
  return swept<sizeof...(Wrt)>(sweep.built, g.output[0], derivative);
}
template <node::id E, node::id... Wrt>
inline constexpr auto gradient_swept = gradient_sweep<E, Wrt...>();

template <node::id E, node::id... Wrt>
inline constexpr auto gradient_graph = graph::trim_live<gradient_swept<E, Wrt...>>();

/// The same by forward accumulation.
template <node::id E, node::id... Wrt>
consteval auto forward_swept_gradient() {
  constexpr const auto& g = graph::lowered<E>;
  constexpr std::size_t variables = sizeof...(Wrt), room = capacity(g, 0, variables);
  constexpr node::id asked[] = {Wrt...};
  forward_sweep<g.size, room, variables, graph::customs_of<g>> sweep(g, asked);
  int derivative[variables];
  for (std::size_t w = 0; w < variables; ++w) derivative[w] = sweep.tangent_of(g.output[0], w);
  return swept<variables>(sweep.built, sweep.value[g.output[0] + 1], derivative);
}
template <node::id E, node::id... Wrt>
inline constexpr auto gradient_swept_forward = forward_swept_gradient<E, Wrt...>();
template <node::id E, node::id... Wrt>
inline constexpr auto forward_gradient_graph = graph::trim_live<gradient_swept_forward<E, Wrt...>>();

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
