// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression or a program as a Mermaid flowchart, which code hosts draw in Markdown.
// in: an expression, with a node of it or without, or a program; out: a show::string, also in constant expressions.
#include <tapeless/show/dag.hpp>

namespace tapeless {
namespace show {

namespace detail {

/// Quoted text, in which Mermaid knows characters by number: &, #, " and what HTML or Markdown would read.
constexpr void append_entities(string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '"' || c == '#' || c == '&' || c == '<' || c == '>' || c == '*' || c == '_' || c == '`' || c == '+' || c == '-') {
      append_integer(out += "#", static_cast<std::uint64_t>(c));
      out += ';';
    } else {
      out += c;
    }
  }
}

constexpr void append_mermaid_node(string& out, const dag& d, int i) {
  append_integer(out += "  n", static_cast<std::uint64_t>(i));
  const bool is_variable_node = op::is_variable(d.g[i].op), is_result = d.is_output[static_cast<std::size_t>(i)] != 0;
  append_entities(out += is_variable_node ? "([\"" : is_result ? "[[\"" : "[\"", d.title[static_cast<std::size_t>(i)]);
  if (d.g[i].shape.rank > 0) append_entities(out += "<br/>", shape_text(d.g[i].shape));
  out += is_variable_node ? "\"])\n" : is_result ? "\"]]\n" : "\"]\n";
}

constexpr string mermaid_text(const dag& d) {
  string out("flowchart LR\n");
  for (const part p : {part::value, part::gradient}) {
    if (d.has_parts) out += p == part::value ? "  subgraph value\n" : "  subgraph gradient\n";
    for (int i = 0; i < d.g.size; ++i)
      if (d.where(i) == p) append_mermaid_node(out, d, i);
    if (d.has_parts) out += "  end\n";
  }
  for (const arrow& a : d.arrows) {
    append_integer(out += "  n", static_cast<std::uint64_t>(a.from));
    const std::string_view text = a.mark >= 0 ? d.marks[static_cast<std::size_t>(a.mark)].view() : a.operand;
    if (!text.empty()) append_entities(out += " -->|\"", text);
    append_integer(out += !text.empty() ? "\"| n" : " --> n", static_cast<std::uint64_t>(a.to));
    out += '\n';
  }
  int position = 0;
  for (const arrow& a : d.arrows) {
    if (a.mark >= 0) {
      append_integer(out += "  linkStyle ", static_cast<std::uint64_t>(position));
      out += " stroke:crimson,stroke-width:3px,color:crimson\n";
    }
    ++position;
  }
  if (d.target >= 0) {
    append_integer(out += "  style n", static_cast<std::uint64_t>(d.target));
    out += " stroke:crimson,stroke-width:3px\n";
  }
  return out;
}

}  // namespace detail

/// The graph of an expression, as graphviz(E) has it, in the language of Mermaid, which code hosts draw in Markdown.
template <class S, id E>
constexpr string mermaid(expr<S, E>) {
  return detail::mermaid_text(detail::dag_of_expression<E>());
}
/// The same, with the fan-out edges of one node marked, each with its contribution. E is a scalar.
template <class S, id E, class T, id X>
constexpr string mermaid(expr<S, E> root, expr<T, X> node) {
  return detail::mermaid_text(detail::dag_with_fanout(root, node));
}
/// The graph of a program as it is executed: its value, its gradient and what that reads, or both.
template <class Program>
constexpr string mermaid(Program, sweep drawn = sweep::both) {
  return detail::mermaid_text(detail::dag_of_program(program_view_of<Program>, drawn));
}

}  // namespace show
}  // namespace tapeless
