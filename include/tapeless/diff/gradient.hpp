// SPDX-License-Identifier: BSL-1.0
#pragma once
// Graphs of derivatives, each its own constant, found by the identities of the root and of what it is differentiated by.
#include <tapeless/diff/reverse.hpp>
#include <tapeless/graph/lower.hpp>

namespace tapeless::diff {

/// The graph with outputs (E, ∂E/∂Wrt…); E is the lowered graph's only output. An identity not in E gives a zero.
template <const auto& G, node::id... Wrt>
consteval auto gradient_within() {
  constexpr std::size_t n = G.size, room = capacity(n, edge_count(G)) + sizeof...(Wrt);
  constexpr node::id asked[] = {Wrt..., 0};
  bool wanted[n]{};
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t w = 0; w < sizeof...(Wrt); ++w) wanted[i] = wanted[i] || G.at[i].self == asked[w];
  const int root = G.output[0];
  const reverse_sweep<n, room> sweep(G, root, wanted);
  int outputs[1 + sizeof...(Wrt)] = {root};
  for (std::size_t w = 0; w < sizeof...(Wrt); ++w) outputs[1 + w] = sweep.adjoint[sweep.built.find(asked[w])];
  return graph::keep_live<room, 1 + sizeof...(Wrt)>(sweep.built.at, sweep.built.size, outputs);
}

template <node::id E, node::id... Wrt>
consteval auto gradient_trimmed() {
  constexpr auto wide = gradient_within<graph::lowered<E>, Wrt...>();
  return graph::trim<static_cast<std::size_t>(wide.size)>(wide);
}

template <node::id E, node::id... Wrt>
inline constexpr auto gradient_graph = gradient_trimmed<E, Wrt...>();

/// Is the node in the graph of E?
template <node::id E, node::id X>
consteval bool contains() {
  for (const graph::vertex& v : graph::lowered<E>.at)
    if (v.self == X) return true;
  return false;
}

}  // namespace tapeless::diff
