// SPDX-License-Identifier: BSL-1.0
#pragma once
// A program as the printers see it: its graph, what is value and what is gradient, whose adjoint is what, and the schedule.
// in: a program; out: program_view_of<Program>, plain data, and program_parts, what follows from it.
#include <tapeless/codegen/program.hpp>
#include <tapeless/meta/list.hpp>
#include <tapeless/show/adjoints.hpp>
#include <tapeless/show/string.hpp>
#include <tapeless/show/view.hpp>

namespace tapeless {

namespace requires_that {
template <bool Is, class Given>
inline constexpr bool is_program = Is;
}  // namespace requires_that

namespace show {

/// The steps of a plan (codegen/plan.hpp), in the order of execution.
struct schedule_view {
  const codegen::step* steps = nullptr;
  std::size_t workspace = 0;   // elements
  std::size_t operations = 0;
};

/// What printing needs to know of a program besides its graph.
struct program_view {
  graph_view graph{};
  bool returns_first = false;  // the first output is a scalar and the value of the function
  bool is_gradient = false;    // the other outputs are derivatives
  const std::string_view* by = nullptr;  // by what, for each output; empty where it has no name
  adjoint_view adjoints{};
  schedule_view schedule{};
};

/// Scalar operations of a vertex.
constexpr std::size_t operations_of(const graph_view& g, int i) {
  extents operands[3];
  for (int k = 0; k < graph::arity(g[i]); ++k) operands[k] = g[g[i].operand[k]].shape;
  return op::operations_of(g[i].op, g[i].shape, operands);
}

/// What follows from a view: which vertex is part of the value, and which is an adjoint.
struct program_parts {
  const program_view& p;
  const graph_view& g;
  meta::list<char> of_value;     // by vertex: needed for the first output, or an output of a function
  meta::list<int> node_at{};     // by node of the expression: its vertex, or -1
  meta::list<int> adjoint_of{};  // by vertex: the node whose adjoint it is, or -1
  bool goes_forward = false;      // each derivative is computed beside its value

  constexpr explicit program_parts(const program_view& program)
      : p(program), g(program.graph), of_value(static_cast<std::size_t>(g.size), 0) {
    mark_value();
    find_adjoints();
    bool gradient = false;
    for (int i = 0; i < g.size; ++i) {
      if (op::is_leaf(g[i].op)) continue;
      if (is_of_value(i) && gradient) goes_forward = true;
      if (!is_of_value(i)) gradient = true;
    }
  }

  constexpr bool is_of_value(int i) const { return of_value[static_cast<std::size_t>(i)] != 0; }

  constexpr void mark_value() {
    for (int k = 0; k < (p.is_gradient ? 1 : g.outputs); ++k) of_value[static_cast<std::size_t>(g.output[k])] = true;
    for (int i = g.size - 1; i >= 0; --i)
      for (const int o : g[i].operand)
        if (o >= 0 && is_of_value(i)) of_value[static_cast<std::size_t>(o)] = true;
  }
  constexpr int find(node::id self) const {
    int i = g.size - 1;
    while (i >= 0 && g[i].self != self) --i;
    return i;
  }
  /// Where a node of the expression is computed: its own vertex, or that of what reads it, if the passes made one operation of
  /// both; -1 if there is none.
  constexpr int computed_at(int n) const {
    while (n >= 0 && node_at[static_cast<std::size_t>(n)] < 0) {
      int reader = -1;
      for (int u = 0; u < p.adjoints.uses; ++u)
        if (p.adjoints.use[u].of == n) reader = reader < 0 ? p.adjoints.use[u].consumer : p.adjoints.entries;
      n = reader < p.adjoints.entries ? reader : -1;
    }
    return n < 0 ? -1 : node_at[static_cast<std::size_t>(n)];
  }
  constexpr void find_adjoints() {
    adjoint_of = meta::list<int>(of_value.size(), -1);
    for (int n = 0; n < p.adjoints.entries; ++n) {
      node_at.push_back(find(p.adjoints.entry[n].node));
      const int at = p.adjoints.entry[n].adjoint == 0 ? -1 : find(p.adjoints.entry[n].adjoint);
      // one value can be the adjoint of several nodes: it is called after the last, the nearest to the root
      if (at >= 0 && !op::is_leaf(g[at].op) && !of_value[static_cast<std::size_t>(at)])
        adjoint_of[static_cast<std::size_t>(at)] = n;
    }
  }
};

namespace detail {

template <const auto& Graph>
inline constexpr schedule_view schedule_of{codegen::plan_of<Graph>.steps, codegen::plan_of<Graph>.elements(),
                                           codegen::plan_of<Graph>.operations};

/// The name of a variable or the label of a value, if it has one.
template <node::id V>
consteval std::string_view name_if_any() {
  if constexpr (node::is_of_variable(V)) return variable_name<V>.view();
  else return node::label_of<V>();
}

template <class Program>
struct printed {
  static_assert(requires_that::is_program<false, Program>,
                "tapeless: show::cpp, json and summary require a program; make one with function(E) or value_and_gradient(E); graphviz "
                "and mermaid take an expression or a program");
  static constexpr program_view view{};
};

template <class... Vars>
struct printed<refused_program<Vars...>> {  // which was told
  static constexpr program_view view{};
};

template <class Math, class E, class... Vars>
struct printed<gradient_program<Math, E, Vars...>> {
  static constexpr name_table<1 + sizeof...(Vars)> by{{std::string_view("", 0), name_if_any<Vars::self>()...}};
  static constexpr program_view view{view_of<gradient_program<Math, E, Vars...>::graph>, true, true, by.at,
                                     adjoints_of<E::self, Vars::self...>, schedule_of<gradient_program<Math, E, Vars...>::graph>};
};

template <class Math, class... Outputs>
struct printed<function_program<Math, Outputs...>> {
  static constexpr const auto& graph = function_program<Math, Outputs...>::graph;
  static constexpr bool returns = sizeof...(Outputs) == 1 && graph.at[graph.output[0]].shape.is_scalar();
  static constexpr program_view view{view_of<graph>, returns, false, nullptr, {}, schedule_of<graph>};
};

}  // namespace detail

/// The view of a program made by function(…) or value_and_gradient(…).
template <class Program>
inline constexpr const program_view& program_view_of = detail::printed<Program>::view;

}  // namespace show
}  // namespace tapeless
