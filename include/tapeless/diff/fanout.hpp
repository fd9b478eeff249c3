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
  static constexpr Target target{};            ///< the node that is used
  static constexpr Consumer consumer{};        ///< the expression that uses it
  static constexpr hana::size_t<Slot> slot{};  ///< as which operand, from 0
};

namespace diff {

template <node::id E, node::id X>
consteval int index_in() {
  for (std::size_t i = 0; i < graph::lowered<E>.size; ++i)
    if (graph::lowered<E>.at[i].self == X) return static_cast<int>(i);
  return -1;
}

template <node::id E>
inline constexpr const auto& fan_out_of = graph::fan_out_of<graph::lowered<E>>;

template <node::id E, class Target, int First, std::size_t... K>
constexpr auto edges(std::index_sequence<K...>) {
  [[maybe_unused]] constexpr auto consumer = [](std::size_t edge_index) {
    return graph::lowered<E>.at[fan_out_of<E>.edges[static_cast<std::size_t>(First) + edge_index].consumer];
  };
  return hana::make_tuple(edge<Target, expr<shape_of<consumer(K).shape.code()>, consumer(K).self>,
                               static_cast<std::size_t>(fan_out_of<E>.edges[static_cast<std::size_t>(First) + K].slot)>{}...);
}

/// δ_consumer · ∂consumer/∂target: a sweep by the target alone, of which one contribution is kept.
template <node::id E, node::id Target, node::id Consumer, std::size_t Slot>
struct contribution_sweep : pass_result_of<E, capacity(graph::lowered<E>), 1> {
  consteval contribution_sweep() {
    constexpr const auto& g = graph::lowered<E>;
    constexpr node::id asked[] = {Target};
    const reverse_sweep sweep(this->nodes(), g, graph::fan_out_of<g>, g.output[0], asked);
    this->output[0] = sweep.contribution[index_in<E, Consumer>()][Slot] - 1;
  }
};

/// ∂consumer/∂target along one edge alone, all other operands held.
template <node::id Consumer, std::size_t Slot>
struct partial_rule : pass_result_of<Consumer, capacity(graph::lowered<Consumer>), 1> {
  consteval partial_rule() {
    constexpr const auto& g = graph::lowered<Consumer>;
    using nodes_type = typename partial_rule::builder_type;
    nodes_type& b = this->nodes();
    for (const graph::vertex& v : g.at) b.append(v);
    const graph::term<nodes_type> consumer{&b, g.output[0]};
    const flow c = contribution(b, consumer.at, static_cast<int>(Slot), {consumer.filled(1.0).at, {}});
    this->output[0] = masking<nodes_type>{&b}.applied({&b, c.adjoint}, c.where).at;
  }
};

template <node::id E, node::id Target, node::id Consumer, std::size_t Slot>
inline constexpr auto contribution_swept = graph::result_of<contribution_sweep<E, Target, Consumer, Slot>>();
template <node::id Consumer, std::size_t Slot>
inline constexpr auto partial_made = graph::result_of<partial_rule<Consumer, Slot>>();

template <node::id E, node::id Target, node::id Consumer, std::size_t Slot>
inline constexpr auto contribution_graph = graph::trim<contribution_swept<E, Target, Consumer, Slot>>();
template <node::id Consumer, std::size_t Slot>
inline constexpr auto partial_graph = graph::trim<partial_made<Consumer, Slot>>();

}  // namespace diff

/// The uses of a node within E, the set U of eq. 5.55: a hana::tuple of edges, by consumer in topological order, then
/// by slot. A node that does not occur in E is an error.
template <class S, id E, class T, id X>
constexpr auto fanout(expr<S, E>, expr<T, X>) {
  if constexpr (diff::contains<E, X>()) {
    constexpr int j = diff::index_in<E, X>();
    constexpr int first = diff::fan_out_of<E>.first[j], last = diff::fan_out_of<E>.first[j + 1];
    return diff::edges<E, expr<T, X>, first>(std::make_index_sequence<static_cast<std::size_t>(last - first)>{});
  } else {
    static_assert(requires_that::node_is_in_expression<false, word_of<T, X>>,
                  "tapeless: fanout(E, node) requires a node that occurs in E; this one does not: take the expression "
                  "that E was built with");
    return hana::make_tuple();
  }
}

/// ∂consumer/∂target along one edge, all other operands held: a scalar. The edge joins scalars; for others there is
/// contribution.
template <class T, id X, class S, id K, std::size_t Slot>
constexpr auto partial(edge<expr<T, X>, expr<S, K>, Slot>) {
  if constexpr (T::rank == 0 && S::rank == 0) {
    return graph::raise<diff::partial_graph<K, Slot>>();
  } else {
    static_assert(requires_that::joins_scalars<consumer_is<here::of<S>>, target_is<here::of<T>>>,
                  "tapeless: partial(edge) requires an edge between scalars; for others take contribution(E, edge)");
    return make_constant<0>();
  }
}

/// ∂E/∂a_k · ∂a_k/∂a_j: what one edge adds to the adjoint of its target, in the shape of the target: one summand of eq.
/// 5.55. E is a scalar, and the edge is from fanout(E, node).
template <class R, id E, class T, id X, class S, id K, std::size_t Slot>
constexpr auto contribution(expr<R, E>, edge<expr<T, X>, expr<S, K>, Slot>) {
  require_scalar_root<R>();
  if constexpr (R::rank != 0) {
    return expr<T, X>{};
  } else if constexpr (diff::contains<E, X>() && diff::contains<E, K>()) {
    return graph::raise<diff::contribution_graph<E, X, K, Slot>>();
  } else {
    static_assert(requires_that::node_is_in_expression<false, word_of<T, X>>,
                  "tapeless: contribution(E, edge) requires an edge of E; take it from fanout(E, node)");
    return make_constant<0, T>();
  }
}

}  // namespace tapeless
