// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression as a formula that can be read, with no more parentheses than it needs.
// in: an expression; out: a show::string, also in constant expressions.
#include <tapeless/graph/lower.hpp>
#include <tapeless/show/formula.hpp>

namespace tapeless {
namespace show {

/// \cond internal
/// A formula longer than this is written with one line for each shared intermediate value.
inline constexpr int longest_formula = 4000;

/// A contribution longer than this is not written out in a drawing or a list.
inline constexpr int longest_label = 200;

/// Does a name look like a label of this stem?
constexpr bool is_label(std::string_view name, std::string_view stem) {
  if (!name.starts_with(stem) || name.size() == stem.size()) return false;
  const bool has_underscore = name[stem.size()] == '_';  // v_1 is v1 in LaTeX
  for (const char c : name.substr(stem.size() + (has_underscore ? 1 : 0)))
    if (c < '0' || c > '9') return false;
  return true;
}

/// A stem whose labels no variable of the graph has for a name.
constexpr string free_stem(const graph_view& g) {
  string stem("v");
  for (int i = 0; i < g.size; ++i)
    if (is_label(g.name[i], stem) || is_label(g.label[i], stem)) {
      stem += 'v';
      i = -1;
    }
  return stem;
}

/// Labels for what the user named, and, if asked for, for what is used more than once, in topological order.
constexpr labels label_values(const graph_view& g, int root, bool shared_ones) {
  meta::list<int> uses(static_cast<std::size_t>(g.size), 0);
  for (int i = 0; i < g.size; ++i)
    for (const int o : g[i].operand)
      if (o >= 0) ++uses[static_cast<std::size_t>(o)];
  labels names{meta::list<int>(uses.size(), 0), free_stem(g)};
  int count = 0;
  for (int i = 0; i < root; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (!g.label[i].empty()) names.of[at] = -1;
    else if (shared_ones && uses[at] > 1 && !op::is_leaf(g[i].op)) names.of[at] = ++count;
  }
  return names;
}

/// What stands around the lines of a formula that is too long for one.
struct line_style {
  std::string_view begin{}, equals = " = ", end_of_line = "\n", last{}, end{};
};

/// The formula of a vertex. What the user named comes first, one to a line, and, where the formula would be too long, so do
/// values that are used more than once.
template <class Notation>
constexpr string formula_text(const graph_view& g, int root, const line_style& style = {}) {
  const labels none{meta::list<int>(static_cast<std::size_t>(g.size), 0)};
  const bool is_long = formula_sizes<Notation>(g, none, longest_formula)[static_cast<std::size_t>(root)] > longest_formula;
  const labels names = label_values(g, root, is_long);
  string out;
  for (int i = 0; i < root; ++i) {
    if (names.of[static_cast<std::size_t>(i)] == 0) continue;
    if (out.empty()) out += style.begin;
    append_label(out, Notation{g}, names, i);
    out += style.equals;
    append_formula<Notation>(out, g, names, i);
    out += style.end_of_line;
  }
  const bool has_lines = !out.empty();
  if (has_lines) out += style.last;
  append_formula<Notation>(out, g, names, root);
  if (has_lines) out += style.end;
  return out;
}
/// \endcond

/// The formula of an expression: text(derivative(sin(x), x)) is "cos(x)". Variables stand by their names, constants as
/// the shortest decimals that read back as the same double. It is written as in a program that uses this library, but
/// for bare numbers, indices (x[1], A[0, 1]), comparisons (a > b), and what derivatives are made of (embed, place). Where the formula would have more than 4,000
/// characters, values that are used more than once come first, one to a line, as v1 = …, v2 = …, and the formula uses
/// them; so do values with a label (named).
template <class S, id E>
constexpr string text(expr<S, E>) {
  const graph_view& g = view_of<graph::lowered<E>>;
  return formula_text<source_notation>(g, g.output[0]);
}

}  // namespace show
}  // namespace tapeless
