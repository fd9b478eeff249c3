// SPDX-License-Identifier: BSL-1.0
#pragma once
// The graph of an expression or a program as a drawing: boxes with titles, arrows from operands to what reads them, and
// the fan-out edges of one node with their contributions. How it is written is for graphviz.hpp and mermaid.hpp.
// in: an expression, with a node of it or without, or a program; out: a dag.
#include <tapeless/diff/fanout.hpp>
#include <tapeless/show/program.hpp>
#include <tapeless/show/text.hpp>

namespace tapeless {
namespace show {

/// What of a gradient program is drawn: how the value is computed, how the gradient is, or both.
enum class sweep { forward, backward, both };

/// \cond internal
/// The operands in a title, and on the arrows from them: no variable is called so.
inline constexpr std::string_view operand_marks[] = {"①", "②", "③"};

/// A pattern of operands a, b and c with their marks.
constexpr string marked(std::string_view pattern) {
  const auto is_letter = [&](std::size_t at_index) { return at_index < pattern.size() && pattern[at_index] >= 'a' && pattern[at_index] <= 'z'; };
  string s;
  for (std::size_t k = 0; k < pattern.size(); ++k) {
    const bool stands_alone = is_letter(k) && !is_letter(k + 1) && (k == 0 || !is_letter(k - 1));
    if (stands_alone) s += operand_marks[pattern[k] - 'a'];
    else s += pattern[k];
  }
  return s;
}

/// Where a box stands.
enum class part : unsigned char { nowhere, value, gradient };

struct arrow {
  int from = 0;
  int to = 0;
  int slot = 0;
  int mark = -1;  // of a fan-out edge that is shown: which
  std::string_view operand{};  // which operand it is, where that matters
};

struct dag {
  const graph_view& g;
  bool has_parts = false;
  meta::list<part> in{};        // by vertex
  meta::list<string> title{};   // by vertex
  meta::list<char> is_output{}; // by vertex
  meta::list<arrow> arrows{};
  meta::list<string> marks{};   // the contributions of marked arrows
  int target = -1;               // the node whose fan-out is marked

  constexpr explicit dag(const graph_view& graph)
      : g(graph), in(static_cast<std::size_t>(g.size), part::value), title(in.size()), is_output(in.size(), 0) {
    for (int i = 0; i < g.size; ++i) title[static_cast<std::size_t>(i)] = what(i);
  }

  constexpr part where(int i) const { return in[static_cast<std::size_t>(i)]; }

  /// A variable's name, a number, or a label and an operation.
  constexpr string what(int i) const {
    const graph::vertex& v = g[i];
    string s;
    if (op::is_leaf(v.op)) {
      source_notation{g}.append_leaf(s, i);
      return s;
    }
    if (!g.label[i].empty()) s.append(g.label[i]).append(" = ");
    switch (v.op) {
      case operation::add: return s += "+";
      case operation::subtract: return s += marked("a - b");
      case operation::negate: return s += "-";
      case operation::multiply:
        return s += g[v.operand[0]].shape.is_scalar() || g[v.operand[1]].shape.is_scalar() ? "*" : "hadamard";
      case operation::divide: return s += marked("a / b");
      case operation::greater: return s += marked("a > b");
      case operation::less: return s += marked("a < b");
      case operation::less_equal: return s += marked("a <= b");
      case operation::greater_equal: return s += marked("a >= b");
      case operation::slice:
      case operation::embed:
      case operation::place:
        append_integer(s.append(op::name_of(v.op)).append(" at "), v.payload);
        return s;
      case operation::element: {
        s += "[";
        if (g[v.operand[0]].shape.rank == 2) {
          append_integer(s, v.payload / g[v.operand[0]].shape.columns);
          s += ", ";
          append_integer(s, v.payload % g[v.operand[0]].shape.columns);
        } else append_integer(s, v.payload);
        return s += "]";
      }
      case operation::multiply_add:
        return s += marked(form_of_multiply_add(v.payload));
      case operation::matmul:
        return s += marked(v.payload == 0 ? "a * b" : v.payload == 1 ? "transpose(a) * b"
                           : v.payload == 2 ? "a * transpose(b)" : "transpose(a) * transpose(b)");
      default: return s += g.operation_name(i);
    }
  }
  /// d(name) = …, once for each name
  constexpr void call(int i, std::string_view name) {
    string& s = title[static_cast<std::size_t>(i)];
    const string adjoint = "d(" + string(name) + ") = ";
    if (!s.contains(adjoint)) s = adjoint + s;
  }
  /// The arrows to a node from what it reads, where that is drawn.
  constexpr void connect(int i) {
    const int arity = graph::arity(g[i]);
    const bool told_apart = arity > 1 && !op::table[g[i].op].commutative;
    for (int k = 0; k < arity; ++k)
      if (where(g[i].operand[k]) != part::nowhere)
        arrows.push_back({g[i].operand[k], i, k, -1, told_apart ? operand_marks[k] : std::string_view("", 0)});
  }
  /// Marks an arrow, by who reads what.
  constexpr void mark(int from, int to, int slot, const string& contribution) {
    for (arrow& a : arrows)
      if (a.from == from && a.to == to && a.slot == slot) {
        a.mark = static_cast<int>(marks.size());
        marks.push_back(contribution);
      }
  }
};

constexpr string shape_text(extents e) {
  string s;
  if (e.rank == 0) return s;
  s += e.rank == 1 ? "vec<" : "mat<";
  append_integer(s, e.rows);
  if (e.rank == 2) append_integer(s += ", ", e.columns);
  return s += ">";
}

namespace detail {

/// A formula on one line: what has a label in the drawing is written by it.
constexpr string line_text(const graph_view& g, const graph_view& drawn) {
  const int root = g.output[0];
  const auto is_drawn = [&](int at_vertex) {
    int in_drawing = drawn.size - 1;
    while (in_drawing >= 0 && drawn[in_drawing].self != g[at_vertex].self) --in_drawing;
    return in_drawing >= 0;
  };
  if (!g.label[root].empty() && is_drawn(root)) return string(g.label[root]);
  labels names = label_values(g, root, false);
  for (int i = 0; i < root; ++i)
    if (!is_drawn(i)) names.of[static_cast<std::size_t>(i)] = 0;
  return short_formula<source_notation>(g, names, root, longest_label);
}

template <id E>
constexpr dag dag_of_expression() {
  dag d(view_of<graph::lowered<E>>);
  for (int i = 0; i < d.g.size; ++i) d.connect(i);
  return d;
}

template <id E, id X, int First, std::size_t... K>
constexpr dag dag_with_edges(std::index_sequence<K...>) {
  constexpr const auto& all = diff::fan_out_of<E>.edges;
  dag d = dag_of_expression<E>();
  d.target = diff::index_in<E, X>();
  (d.mark(d.target, all[First + K].consumer, all[First + K].slot,
          line_text(view_of<diff::contribution_graph<E, X, graph::lowered<E>.at[all[First + K].consumer].self,
                                                     static_cast<std::size_t>(all[First + K].slot)>>, d.g)),
   ...);
  return d;
}
/// With the fan-out edges of X within E marked; a compile-time error if X is not in E, or E is no scalar.
template <class S, id E, class T, id X>
constexpr dag dag_with_fanout(expr<S, E> root, expr<T, X> node) {
  require_scalar_root<S>();
  if constexpr (S::rank == 0 && diff::contains<E, X>()) {
    constexpr int j = diff::index_in<E, X>(), first = diff::fan_out_of<E>.first[j], last = diff::fan_out_of<E>.first[j + 1];
    return dag_with_edges<E, X, first>(std::make_index_sequence<static_cast<std::size_t>(last - first)>{});
  } else {
    static_cast<void>(fanout(root, node));  // says so
    return dag_of_expression<E>();
  }
}

/// What is drawn of a program: the nodes of the sweep, the results that it yields, and what those nodes read.
constexpr dag dag_of_program(const program_view& p, sweep drawn) {
  const program_parts parts(p);
  const graph_view& g = p.graph;
  dag d(g);
  d.has_parts = p.is_gradient && drawn == sweep::both;
  for (part& nowhere : d.in) nowhere = part::nowhere;
  const auto put = [&](int i) { d.in[static_cast<std::size_t>(i)] = parts.is_of_value(i) || op::is_variable(g[i].op) ? part::value : part::gradient; };
  const auto is_drawn = [&](int i) { return drawn == sweep::both || (drawn == sweep::forward) == (parts.is_of_value(i) || op::is_variable(g[i].op)); };
  for (int i = 0; i < g.size; ++i) {
    if (op::is_leaf(g[i].op) || !is_drawn(i)) continue;
    put(i);
    for (int k = 0; k < graph::arity(g[i]); ++k) put(g[i].operand[k]);
  }
  for (int k = 0; k < g.outputs; ++k) {
    const bool is_derivative = p.is_gradient && k > 0;
    if (drawn == (is_derivative ? sweep::forward : sweep::backward)) continue;
    put(g.output[k]);
    d.is_output[static_cast<std::size_t>(g.output[k])] = true;
    if (is_derivative && !p.by[k].empty()) d.call(g.output[k], p.by[k]);
  }
  for (int n = p.adjoints.entries - 1; n >= 0 && drawn != sweep::forward; --n) {
    const int of = parts.node_at[static_cast<std::size_t>(n)], at = p.adjoints.entry[n].adjoint == 0 ? -1 : parts.find(p.adjoints.entry[n].adjoint);
    if (of < 0 || at < 0 || op::is_leaf(g[at].op)) continue;
    const std::string_view name = op::is_variable(g[of].op) ? g.name[of] : g.label[of];
    if (!name.empty()) d.call(at, name);
  }
  for (int i = 0; i < g.size; ++i)
    if (d.where(i) != part::nowhere && is_drawn(i)) d.connect(i);
  return d;
}

}  // namespace detail
/// \endcond

}  // namespace show
}  // namespace tapeless
