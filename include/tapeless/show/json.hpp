// SPDX-License-Identifier: BSL-1.0
#pragma once
// A program as JSON, for tools: everything that the other printers know.
// in: a program; out: a show::string, also in constant expressions.
#include <tapeless/show/number.hpp>
#include <tapeless/show/program.hpp>
#include <tapeless/show/text.hpp>

namespace tapeless {
namespace show {

namespace detail {

inline constexpr std::string_view home_names[] = {"constant", "scalar", "registers", "argument", "workspace", "destination", "reader"};

/// Writes objects and lists, with the commas between their members.
struct json_writer {
  string out{};
  bool first = true;

  constexpr json_writer& separate() {
    if (!first) out += ", ";
    first = false;
    return *this;
  }
  constexpr json_writer& open(char bracket) {
    out += bracket;
    first = true;
    return *this;
  }
  constexpr json_writer& close(char bracket) {
    out += bracket;
    first = false;
    return *this;
  }
  constexpr json_writer& text(std::string_view words) {
    out += '"';
    for (const char c : words) {
      constexpr std::string_view hexadecimal = "0123456789abcdef";
      const auto code = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') (out += '\\') += c;
      else if (code < 32) ((out += "\\u00") += hexadecimal[code / 16]) += hexadecimal[code % 16];
      else out += c;
    }
    out += '"';
    return *this;
  }
  constexpr json_writer& key(std::string_view name) {
    separate().text(name);
    out += ": ";
    return *this;
  }
  constexpr json_writer& number(std::uint64_t n) {
    append_integer(out, n);
    return *this;
  }
  constexpr json_writer& number_or_null(int n) {
    if (n < 0) out += "null";
    else number(static_cast<std::uint64_t>(n));
    return *this;
  }
  /// A member of a list, on a line of its own.
  constexpr json_writer& line() {
    out += first ? "\n    " : ",\n    ";
    first = false;
    return *this;
  }
  /// The list that is open ends, and another one begins.
  constexpr json_writer& next_list(std::string_view name) {
    out += "],\n  ";
    first = true;
    return key(name).open('[');
  }
};

constexpr void append_json_node(json_writer& w, const program_parts& parts, int i) {
  const graph_view& g = parts.g;
  const graph::vertex& v = g[i];
  w.line().open('{').key("id").number(static_cast<std::uint64_t>(i)).key("operation").text(g.operation_name(i));
  if (op::is_variable(v.op)) w.key("name").text(g.name[i]);
  if (!g.label[i].empty()) w.key("label").text(g.label[i]);
  w.key("shape").open('[');
  if (v.shape.rank > 0) w.separate().number(v.shape.rows);
  if (v.shape.rank > 1) w.separate().number(v.shape.columns);
  w.close(']').key("operands").open('[');
  for (int k = 0; k < graph::arity(v); ++k) w.separate().number(static_cast<std::uint64_t>(v.operand[k]));
  w.close(']');
  if (v.op == operation::constant) {
    string value;
    append_number(value, node::real_value(v.payload));
    w.key("value");
    if (value.contains("n")) w.text(value);  // no number of JSON: nan, inf
    else w.out += value;
  } else if (v.op == operation::matmul) {
    w.key("transposed").open('[').separate().out += (v.payload & op::left_transposed) != 0 ? "true" : "false";
    w.separate().out += (v.payload & op::right_transposed) != 0 ? "true" : "false";
    w.close(']');
  } else if (v.op == operation::element || v.op == operation::slice || v.op == operation::embed || v.op == operation::place) {
    w.key("first").number(v.payload);
  } else if (v.op == operation::multiply_add) {
    w.key("form").text(form_of_multiply_add(v.payload));
  }
  w.key("part").text(parts.is_of_value(i) || op::is_variable(v.op) ? "value" : "gradient");
  w.key("operations").number(operations_of(g, i)).close('}');
}

constexpr void append_json_contribution(json_writer& w, const program_parts& parts, const adjoint_use& use) {
  const graph_view& g = *parts.p.adjoints.graph;
  const labels names{meta::list<int>(static_cast<std::size_t>(g.size), 0)};
  w.separate().open('{').key("consumer").number_or_null(parts.computed_at(use.consumer)).key("slot").number(static_cast<std::uint64_t>(use.slot));
  w.key("node").number_or_null(parts.find(g[use.contribution].self));
  w.key("is").text(short_formula<source_notation>(g, names, use.contribution, longest_label)).close('}');
}

constexpr string json_text(const program_view& p) {
  const program_parts parts(p);
  const graph_view& g = p.graph;
  json_writer w;
  w.open('{').out += "\n  ";
  w.key("nodes").open('[');
  for (int i = 0; i < g.size; ++i) append_json_node(w, parts, i);
  w.next_list("edges");
  for (int i = 0; i < g.size; ++i)
    for (int k = 0; k < graph::arity(g[i]); ++k)
      w.line().open('{').key("from").number(static_cast<std::uint64_t>(g[i].operand[k])).key("to").number(static_cast<std::uint64_t>(i))
          .key("slot").number(static_cast<std::uint64_t>(k)).close('}');
  w.next_list("outputs");
  for (int k = 0; k < g.outputs; ++k) {
    w.line().open('{').key("node").number(static_cast<std::uint64_t>(g.output[k])).key("is").text(p.is_gradient && k > 0 ? "gradient" : "value");
    if (p.is_gradient && k > 0 && !p.by[k].empty()) w.key("by").text(p.by[k]);
    w.close('}');
  }
  w.next_list("adjoints");
  for (int n = 0; n < p.adjoints.entries; ++n) {
    if (p.adjoints.entry[n].adjoint == 0) continue;
    w.line().open('{').key("of").number_or_null(parts.node_at[static_cast<std::size_t>(n)]);
    w.key("node").number_or_null(parts.find(p.adjoints.entry[n].adjoint)).key("contributions").open('[');
    for (int u = 0; u < p.adjoints.uses; ++u)
      if (p.adjoints.use[u].of == n) append_json_contribution(w, parts, p.adjoints.use[u]);
    w.close(']').close('}');
  }
  w.next_list("schedule");
  for (int k = 0; k < g.size; ++k) {
    const codegen::step& step = p.schedule.steps[k];
    w.line().open('{').key("node").number(static_cast<std::uint64_t>(step.vertex)).key("home").text(home_names[static_cast<std::size_t>(step.where)]);
    if (step.where == codegen::home::registers || step.where == codegen::home::workspace) w.key("offset").number(step.offset);
    if (step.where == codegen::home::destination) w.key("output").number_or_null(step.output);
    w.close('}');
  }
  w.close(']').out += ",\n  ";
  w.first = true;
  w.key("operations").number(p.schedule.operations).key("workspace").number(p.schedule.workspace);
  w.out += "\n";
  return w.close('}').out += "\n";
}

}  // namespace detail

/// A program as one JSON object: "nodes" (operation, name or label, shape, operands, part, scalar operations), "edges"
/// (from an operand to the node that reads it, with its slot), "outputs", "adjoints" (of which node, which node it is, and the
/// contributions that it sums: each with its consumer, the slot there, the node that holds it, and the formula that it "is", … beyond
/// 200 characters; null for what the program does without), "schedule" (the order of execution, and
/// where each value lives), "operations" in all, and "workspace" in elements. Nodes are numbered from 0, operands before
/// what reads them.
template <class Program>
constexpr string json(Program) {
  return detail::json_text(program_view_of<Program>);
}

}  // namespace show
}  // namespace tapeless
