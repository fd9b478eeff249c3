// SPDX-License-Identifier: BSL-1.0
#pragma once
// A program as a table: its nodes with their shapes, parameters and operations, and what a call costs.
// in: a program; out: a show::string, also in constant expressions.
#include <tapeless/show/cpp.hpp>
#include <tapeless/show/dag.hpp>

namespace tapeless {
namespace show {

namespace detail {

/// Rows of cells; every column is as wide as its widest cell.
struct table_text {
  int columns;
  int words;  // so many columns of words come first, and keep left; numbers keep right
  meta::list<string> cells{};

  constexpr void cell(std::string_view text) { cells.push_back(string(text)); }
  constexpr void number(std::uint64_t n, bool shown = true) {
    string s;
    if (shown) append_integer(s, n);
    cells.push_back(s);
  }
  constexpr int width(int column) const {
    std::size_t widest = 0;
    for (auto k = static_cast<std::size_t>(column); k < cells.size(); k += static_cast<std::size_t>(columns))
      if (widest < cells[k].size()) widest = cells[k].size();
    return static_cast<int>(widest);
  }
  constexpr void append_to(string& out) const {
    meta::list<int> widths;
    for (int c = 0; c < columns; ++c) widths.push_back(width(c));
    std::size_t blanks = 0;  // not written yet, and never at the end of a line
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const auto c = static_cast<int>(k % static_cast<std::size_t>(columns));
      const auto room = static_cast<std::size_t>(widths[static_cast<std::size_t>(c)]) - cells[k].size();
      blanks += (c == 0 ? 0 : 2) + (c < words ? 0 : room);
      if (!cells[k].empty()) {
        out.append(blanks, ' ') += cells[k].view();
        blanks = 0;
      }
      if (c < words) blanks += room;
      if (c + 1 < columns) continue;
      out += '\n';
      blanks = 0;
    }
  }
};

constexpr std::size_t elements_of(const graph_view& g, int i) { return g[i].shape.size(); }

/// n/d with two decimals
constexpr void append_ratio(string& out, std::size_t n, std::size_t d) {
  const std::uint64_t hundredths = (200 * n + d) / (2 * d);
  append_integer(out, hundredths / 100);
  out += '.';
  append_integer(out, hundredths / 10 % 10);
  append_integer(out, hundredths % 10);
}

/// The operands of a vertex; of a concatenation that is one of them, what it puts together.
constexpr void append_operands(string& out, const cpp_text& names, const dag& drawn, int i) {
  for (int k = 0; k < graph::arity(names.g[i]); ++k) {
    const int o = names.g[i].operand[k];
    const auto at = static_cast<std::size_t>(o);
    if (k > 0) out += ", ";
    if (names.part[at] != 0) append_operands(out, names, drawn, o);
    else out += names.g[o].op == operation::constant ? drawn.title[at].view() : names.name[at].view();
  }
}

constexpr string summary_text(const program_view& p) {
  const cpp_text names(p, "");
  const dag drawn(p.graph);
  const graph_view& g = p.graph;
  table_text nodes{6, 4};
  for (const std::string_view head : {"node", "operation", "reads", "shape", "parameters", "operations"}) nodes.cell(head);
  std::size_t parameters = 0, bytes_read = 0, bytes_written = 0, of_part[2]{};
  for (int i = 0; i < g.size; ++i) {
    const graph::vertex& v = g[i];
    if (op::is_variable(v.op)) bytes_read += 8 * elements_of(g, i);
    if (v.op == operation::parameter) parameters += elements_of(g, i);
    if (v.op == operation::constant) continue;
    of_part[!names.is_of_value(i)] += operations_of(g, i);
    if (!names.is_of_value(i) || names.part[static_cast<std::size_t>(i)] != 0) continue;
    string reads;
    append_operands(reads, names, drawn, i);
    nodes.cell(names.name[static_cast<std::size_t>(i)]);
    nodes.cell(g.operation_name(i));
    nodes.cell(reads);
    nodes.cell(v.shape.rank == 0 ? "scalar" : shape_text(v.shape).view());
    nodes.number(elements_of(g, i), v.op == operation::parameter);
    nodes.number(operations_of(g, i), !op::is_leaf(v.op));
  }
  for (int k = 0; k < g.outputs; ++k) bytes_written += 8 * elements_of(g, g.output[k]);
  nodes.cell("total");
  for (int k = 0; k < 3; ++k) nodes.cell("");
  nodes.number(parameters);
  nodes.number(of_part[0]);
  string out;
  nodes.append_to(out);

  table_text kinds{p.is_gradient ? 3 : 2, 1};
  kinds.cell("operations");
  kinds.cell("value");
  if (p.is_gradient) kinds.cell("gradient");
  for (int o = 0; o < op::operation_count; ++o) {
    std::size_t count[2]{};
    for (int i = 0; i < g.size; ++i)
      if (static_cast<int>(g[i].op) == o) count[!names.is_of_value(i)] += operations_of(g, i);
    if (count[0] + count[1] == 0) continue;
    kinds.cell(op::name_of(static_cast<operation>(o)));
    kinds.number(count[0]);
    if (p.is_gradient) kinds.number(count[1]);
  }
  kinds.cell("total");
  kinds.number(of_part[0]);
  if (p.is_gradient) kinds.number(of_part[1]);
  kinds.append_to(out += '\n');

  out += '\n';
  if (p.is_gradient && of_part[0] > 0) {
    append_ratio(out += "value and gradient to value alone, in operations: ", of_part[0] + of_part[1], of_part[0]);
    out += '\n';
  }
  append_integer(out += "bytes, with double: reads ", bytes_read);
  append_integer(out += ", writes ", bytes_written);
  append_integer(out += ", workspace ", 8 * p.schedule.workspace);
  return out += "\n";
}

}  // namespace detail

/// A program as a table. One line for each variable and node of the value, named as show::cpp names them: its operation,
/// what it reads, its shape, its parameters, its scalar operations (a call of a mathematical function counts as one); then
/// the operations of value and gradient by kind, their ratio, and the bytes that a call with double reads (all variables),
/// writes (all results) and needs as workspace.
template <class Program>
constexpr string summary(Program) {
  return detail::summary_text(program_view_of<Program>);
}

}  // namespace show
}  // namespace tapeless
