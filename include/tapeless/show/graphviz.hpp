// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression or a program as a graph in the DOT language: dot -Tsvg draws it.
// in: an expression, with a node of it or without, or a program; out: a show::string, also in constant expressions.
#include <tapeless/show/dag.hpp>

namespace tapeless {
namespace show {

namespace detail {

constexpr void append_quoted(string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
}

constexpr void append_box(string& out, const dag& d, int i) {
  append_integer(out += "  n", static_cast<std::uint64_t>(i));
  append_quoted(out += " [label=\"", d.title[static_cast<std::size_t>(i)]);
  if (d.g[i].shape.rank > 0) append_quoted(out += "\\n", shape_text(d.g[i].shape));
  out += '"';
  if (op::is_leaf(d.g[i].op)) out += d.g[i].op == operation::constant ? ", shape=plaintext" : ", shape=ellipse";
  if (d.g[i].op == operation::parameter) out += ", style=bold";
  if (d.is_output[static_cast<std::size_t>(i)] != 0) out += ", peripheries=2";
  if (i == d.target) out += ", color=crimson, penwidth=2";
  out += "];\n";
}

constexpr string graphviz_text(const dag& d) {
  string out("digraph tapeless {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
  for (const part p : {part::value, part::gradient}) {
    if (d.has_parts) out += p == part::value ? "  subgraph cluster_value {\n  label=\"value\";\n" : "  subgraph cluster_gradient {\n  label=\"gradient\";\n";
    for (int i = 0; i < d.g.size; ++i)
      if (d.where(i) == p) append_box(out, d, i);
    if (d.has_parts) out += "  }\n";
  }
  for (const arrow& a : d.arrows) {
    append_integer(out += "  n", static_cast<std::uint64_t>(a.from));
    append_integer(out += " -> n", static_cast<std::uint64_t>(a.to));
    if (a.mark >= 0) {
      append_quoted(out += " [color=crimson, fontcolor=crimson, penwidth=2, label=\"", d.marks[static_cast<std::size_t>(a.mark)]);
      out += "\"]";
    } else if (!a.operand.empty()) {
      out.append(" [label=\"").append(a.operand).append("\"]");
    }
    out += ";\n";
  }
  return out += "}\n";
}

}  // namespace detail

/// The graph of an expression in the language of Graphviz (`dot -Tsvg` draws it). Parameters are bold, shapes of
/// vectors and matrices stand below the operation.
template <class S, id E>
constexpr string graphviz(expr<S, E>) {
  return detail::graphviz_text(detail::dag_of_expression<E>());
}
/// The same, with the fan-out edges of one node marked, each with its contribution ∂E/∂consumer · ∂consumer/∂node: the sum
/// of the labels is the node's adjoint. E is a scalar.
template <class S, id E, class T, id X>
constexpr string graphviz(expr<S, E> root, expr<T, X> node) {
  return detail::graphviz_text(detail::dag_with_fanout(root, node));
}
/// The graph of a program as it is executed: how the value is computed (sweep::forward), how the gradient is and what it
/// reads (sweep::backward), or both, each in a frame. d(h) is the adjoint of h; results
/// have a double border.
template <class Program>
constexpr string graphviz(Program, sweep drawn = sweep::both) {
  return detail::graphviz_text(detail::dag_of_program(program_view_of<Program>, drawn));
}

}  // namespace show
}  // namespace tapeless
