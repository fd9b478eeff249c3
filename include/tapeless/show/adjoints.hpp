// SPDX-License-Identifier: BSL-1.0
#pragma once
// Which node of a gradient program is whose adjoint, and what each use contributes to it. Passes give nodes new identities, so
// the program is built once more with every node, every adjoint and every contribution as an output, and the identities are
// read off there.
// in: the identities of a root and of what it is differentiated by; out: an adjoint_table.
#include <tapeless/diff/fanout.hpp>
#include <tapeless/show/view.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"  // numbers are compared exactly, on purpose

namespace tapeless::show {

/// One entry for every node of the expression; identities are those in the program. 0: no adjoint is needed.
struct adjoint_entry {
  node::id node = 0;
  node::id adjoint = 0;
};
/// A use of a node that adds to its adjoint, and the vertex of adjoint_view::graph that it adds.
struct adjoint_use {
  int of = 0;
  int consumer = 0;
  int slot = 0;
  int contribution = 0;
};

struct adjoint_view {
  const adjoint_entry* entry = nullptr;
  int entries = 0;
  const adjoint_use* use = nullptr;
  int uses = 0;
  const graph_view* graph = nullptr;
};

namespace detail {

template <std::size_t N>
struct adjoint_table {
  adjoint_entry entry[N]{};
  adjoint_use use[3 * N]{};
  int uses = 0;
};

template <node::id E, node::id... Wrt>
struct adjoints {
  static constexpr const auto& primal = graph::lowered<E>;
  static constexpr std::size_t n = primal.size, room = diff::capacity(primal, sizeof...(Wrt));
  using sweep = diff::reverse_sweep<n, room, graph::customs_of<primal>>;

  static consteval sweep swept() {
    constexpr node::id asked[] = {Wrt..., E};
    return sweep(primal, graph::fan_out_of<primal>, primal.output[0], asked);
  }
  /// Calls visit(node, consumer, slot, vertex of what it contributes) for each use that contributes something.
  template <class Visit>
  static consteval void for_each_use(const sweep& s, Visit visit) {
    for (std::size_t i = 0; i < n; ++i)
      for (int e = diff::fan_out_of<E>.first[i]; e < diff::fan_out_of<E>.first[i + 1]; ++e) {
        const auto [consumer, slot] = diff::fan_out_of<E>.edges[e];
        const int c = s.contribution[consumer][slot] - 1;
        if (c >= 0 && !(s.built[c].op == operation::constant && node::real_value(s.built[c].payload) == 0)) visit(i, consumer, slot, c);
      }
  }
  /// The outputs: each node, its adjoint (or the node again), and what the uses contribute.
  static consteval auto everything() {
    const sweep s = swept();
    graph::wide_graph<room, 5 * n> w;
    for (std::size_t i = 0; i < n; ++i) {
      w.output[i] = static_cast<int>(i);
      w.output[n + i] = s.adjoint[i] == 0 ? static_cast<int>(i) : s.adjoint[i] - 1;
    }
    std::size_t use = 2 * n;
    for_each_use(s, [&](std::size_t, int, int, int at_vertex) { w.output[use++] = at_vertex; });
    w.size = s.built.size;
    for (int i = 0; i < w.size; ++i) w.at[i] = s.built.at[i];
    return graph::keep_live(w);
  }
  static consteval auto all() {
    constexpr auto w = everything();
    return graph::trim<static_cast<std::size_t>(w.size)>(w);
  }
  static constexpr auto graph = all();
  static consteval adjoint_table<n> table() {
    const sweep s = swept();
    adjoint_table<n> t;
    for (std::size_t i = 0; i < n; ++i) {
      t.entry[i].node = graph.at[graph.output[i]].self;
      if (s.adjoint[i] != 0) t.entry[i].adjoint = graph.at[graph.output[n + i]].self;
    }
    for_each_use(s, [&](std::size_t of_node, int by_consumer, int in_slot, int) {
      t.use[t.uses] = {static_cast<int>(of_node), by_consumer, in_slot, graph.output[2 * n + static_cast<std::size_t>(t.uses)]};
      ++t.uses;
    });
    return t;
  }
};

template <node::id E, node::id... Wrt>
inline constexpr auto adjoint_table_of = adjoints<E, Wrt...>::table();

}  // namespace detail

template <node::id E, node::id... Wrt>
inline constexpr adjoint_view adjoints_of{detail::adjoint_table_of<E, Wrt...>.entry,
                                          static_cast<int>(graph::lowered<E>.size),
                                          detail::adjoint_table_of<E, Wrt...>.use,
                                          detail::adjoint_table_of<E, Wrt...>.uses,
                                          &view_of<detail::adjoints<E, Wrt...>::graph>};

}  // namespace tapeless::show

#pragma GCC diagnostic pop
