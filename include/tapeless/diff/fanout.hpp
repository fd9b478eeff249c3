// SPDX-License-Identifier: BSL-1.0
#pragma once
// The sum itself, in the open: the fan-out edges of a node within E, and what each contributes to its adjoint. So
//   hana::fold_left(hana::transform(fanout(E, a), [](auto e) { return contribution(E, e); }), 0_c, hana::plus)
// is eq. 5.55, and the same expression as derivative(E, a).
#include <boost/hana/integral_constant.hpp>
#include <tapeless/diff/derivative.hpp>

namespace tapeless {

/// One use of a node: operand number `slot` of `consumer`.
template <class Target, class Consumer, std::size_t Slot>
struct edge {
  static constexpr Target target{};
  static constexpr Consumer consumer{};
  static constexpr hana::size_t<Slot> slot{};
};

namespace diff {

template <node::id E, node::id X>
consteval int index_in() {
  for (std::size_t i = 0; i < graph::lowered<E>.size; ++i)
    if (graph::lowered<E>.at[i].self == X) return static_cast<int>(i);
  return -1;
}

template <node::id E>
inline constexpr graph::fan_out<graph::lowered<E>.size> fan_out_of{graph::lowered<E>};

template <node::id E, class Target, int First, std::size_t... K>
constexpr auto edges(std::index_sequence<K...>) {
  constexpr auto consumer = [](std::size_t k) {
    return graph::lowered<E>.at[fan_out_of<E>.edges[static_cast<std::size_t>(First) + k].consumer];
  };
  return hana::make_tuple(edge<Target, expr<shape_of<consumer(K).shape.code()>, consumer(K).self>,
                               static_cast<std::size_t>(fan_out_of<E>.edges[static_cast<std::size_t>(First) + K].slot)>{}...);
}

/// δ_consumer · ∂consumer/∂target as a graph: a sweep by the target alone, of which one contribution is kept.
template <node::id E, node::id Target, node::id Consumer, std::size_t Slot>
consteval auto contribution_within() {
  constexpr auto& g = graph::lowered<E>;
  constexpr std::size_t n = g.size, room = capacity(n, edge_count(g));
  bool wanted[n]{};
  wanted[index_in<E, Target>()] = true;
  const reverse_sweep<n, room> sweep(g, g.output[0], wanted);
  int c[1] = {sweep.contribution[index_in<E, Consumer>()][Slot]};
  return graph::keep_live<room, 1>(sweep.built.at, sweep.built.size, c);
}

/// ∂consumer/∂target along one edge alone, all other operands held.
template <node::id Consumer, std::size_t Slot>
consteval auto partial_within() {
  constexpr auto& g = graph::lowered<Consumer>;
  constexpr std::size_t room = capacity(g.size, edge_count(g));
  graph::builder<room> b;
  for (const graph::vertex& v : g.at) b.append(v);
  const graph::term<graph::builder<room>> any{&b, g.output[0]};
  int c[1] = {contribution(b, g.output[0], static_cast<int>(Slot), any.filled(1.0).at)};
  return graph::keep_live<room, 1>(b.at, b.size, c);
}

template <node::id E, node::id Target, node::id Consumer, std::size_t Slot>
consteval auto contribution_trimmed() {
  constexpr auto wide = contribution_within<E, Target, Consumer, Slot>();
  return graph::trim<static_cast<std::size_t>(wide.size)>(wide);
}
template <node::id Consumer, std::size_t Slot>
consteval auto partial_trimmed() {
  constexpr auto wide = partial_within<Consumer, Slot>();
  return graph::trim<static_cast<std::size_t>(wide.size)>(wide);
}

template <node::id E, node::id Target, node::id Consumer, std::size_t Slot>
inline constexpr auto contribution_graph = contribution_trimmed<E, Target, Consumer, Slot>();
template <node::id Consumer, std::size_t Slot>
inline constexpr auto partial_graph = partial_trimmed<Consumer, Slot>();

}  // namespace diff

/// U_node within E: a hana::tuple of edges, by consumer in topological order, then by slot.
template <class S, id E, class T, id X>
constexpr auto fanout(expr<S, E>, expr<T, X> node) {
  if constexpr (diff::contains<E, X>()) {
    constexpr int j = diff::index_in<E, X>();
    constexpr int first = diff::fan_out_of<E>.first[j], last = diff::fan_out_of<E>.first[j + 1];
    return diff::edges<E, expr<T, X>, first>(std::make_index_sequence<static_cast<std::size_t>(last - first)>{});
  } else {
    static_assert(requires_that::node_is_in_expression<false, here::of<T>>,
                  "tapeless: fanout(E, node) requires a node that occurs in E; this one does not");
    return hana::make_tuple(node);
  }
}

/// ∂consumer/∂target along one edge, all other operands held. The edge joins scalars.
template <class T, id X, class S, id K, std::size_t Slot>
constexpr auto partial(edge<expr<T, X>, expr<S, K>, Slot>) {
  if constexpr (T::rank == 0 && S::rank == 0) {
    return graph::raise<diff::partial_graph<K, Slot>>();
  } else {
    static_assert(requires_that::never<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: partial(edge) requires an edge between scalars; for others take contribution(E, edge)");
    return make_constant<0>();
  }
}

/// ∂E/∂a_k · ∂a_k/∂a_j: what one edge adds to the adjoint of its target.
template <class R, id E, class T, id X, class S, id K, std::size_t Slot>
constexpr auto contribution(expr<R, E>, edge<expr<T, X>, expr<S, K>, Slot>) {
  require_scalar_root<R>();
  return graph::raise<diff::contribution_graph<E, X, K, Slot>>();
}

}  // namespace tapeless
