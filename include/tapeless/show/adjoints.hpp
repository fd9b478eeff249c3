// SPDX-License-Identifier: BSL-1.0
#pragma once
// Which node of a gradient program is whose adjoint, and what each use contributes to it. Passes give nodes new identities, so
// the program is built once more with every node, every adjoint and every contribution as an output, and the identities are
// read off there.
// in: the identities of a root and of what it is differentiated by; out: an adjoint_table.
#include <tapeless/diff/fanout.hpp>
#include <tapeless/show/view.hpp>

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

/// The outputs: each node, its adjoint (or the node again), and what the uses contribute.
template <node::id E, node::id... Wrt>
struct adjoint_sweep : diff::pass_result_of<E, diff::capacity(graph::lowered<E>, sizeof...(Wrt)), 5 * graph::lowered<E>.size> {
  static constexpr std::size_t n = graph::lowered<E>.size;
  adjoint_table<n> found;  // but for where the contributions are in the end

  consteval adjoint_sweep() {
    constexpr const auto& primal = graph::lowered<E>;
    constexpr const auto& fan = diff::fan_out_of<E>;
    constexpr node::id asked[] = {Wrt..., E};
    const diff::reverse_sweep sweep(this->nodes(), primal, fan, primal.output[0], asked);
    for (std::size_t i = 0; i < n; ++i) {
      this->output[i] = static_cast<int>(i);
      this->output[n + i] = sweep.adjoint[i] == 0 ? static_cast<int>(i) : sweep.adjoint[i] - 1;
      found.entry[i] = {this->at[i].self, sweep.adjoint[i] == 0 ? 0 : this->at[sweep.adjoint[i] - 1].self};
      for (int e = fan.first[i]; e < fan.first[i + 1]; ++e) {
        const auto [consumer, slot] = fan.edges[e];
        const int c = sweep.contribution[consumer][slot] - 1;
        if (c < 0 || (this->at[c].op == operation::constant && node::real_value(this->at[c].payload) == 0)) continue;
        this->output[2 * n + static_cast<std::size_t>(found.uses)] = c;
        found.use[found.uses++] = {static_cast<int>(i), consumer, slot, 0};
      }
    }
  }
};
template <node::id E, node::id... Wrt>
inline constexpr auto adjoints_swept = graph::result_of<adjoint_sweep<E, Wrt...>>();

template <node::id E, node::id... Wrt>
inline constexpr auto adjoint_graph = graph::trim<adjoints_swept<E, Wrt...>>();

template <node::id E, node::id... Wrt>
consteval auto complete_table() {
  adjoint_table t = adjoints_swept<E, Wrt...>.found;
  for (std::size_t k = 0; k < static_cast<std::size_t>(t.uses); ++k) t.use[k].contribution = adjoint_graph<E, Wrt...>.output[2 * graph::lowered<E>.size + k];
  return t;
}
template <node::id E, node::id... Wrt>
inline constexpr auto adjoint_table_of = complete_table<E, Wrt...>();

}  // namespace detail

template <node::id E, node::id... Wrt>
inline constexpr adjoint_view adjoints_of{detail::adjoint_table_of<E, Wrt...>.entry,
                                          static_cast<int>(graph::lowered<E>.size),
                                          detail::adjoint_table_of<E, Wrt...>.use,
                                          detail::adjoint_table_of<E, Wrt...>.uses,
                                          &view_of<detail::adjoint_graph<E, Wrt...>>};

}  // namespace tapeless::show
