// SPDX-License-Identifier: BSL-1.0
#pragma once
// The walk of a printer: from a vertex and a notation to characters. It keeps its own stack, so that the depth of a
// formula is not bounded by the compiler's.
// in: a graph view, labels, a notation; out: text, and how long it would be.
#include <tapeless/show/notation.hpp>
#include <tapeless/show/number.hpp>
#include <vector>

namespace tapeless::show {

/// Vertices that are written by a name of their own: stem and number, v1, v2, …; 0 has none.
struct labels {
  std::vector<int> of;
  string stem{"v"};
};

constexpr void append_label(string& out, const labels& names, int vertex) {
  out += names.stem.view();
  append_integer(out, static_cast<std::uint64_t>(names.of[static_cast<std::size_t>(vertex)]));
}

constexpr bool is_plain(const graph_view& g, const labels& names, int i) {
  return op::is_leaf(g[i].op) || names.of[static_cast<std::size_t>(i)] != 0;
}

/// What is written without operands: a variable's name, a number, a label.
constexpr void append_plain(string& out, const graph_view& g, const labels& names, int i) {
  if (op::is_variable(g[i].op)) out += g.name[i];
  else if (op::is_leaf(g[i].op)) append_number(out, node::real_value(g[i].payload));
  else append_label(out, names, i);
}

/// Does it need parentheses where strength `needs` is asked for?
constexpr strength strength_of_plain(const graph_view& g, int i) {
  return is_negative_constant(g[i]) ? strength::sign : strength::atom;
}

constexpr void push_pieces(std::vector<piece>& pending, const pieces& parts) {
  for (int k = parts.count - 1; k >= 0; --k) pending.push_back(parts.at[k]);
}

/// Appends the formula of a vertex; of its operands those that have a label are written by it, the vertex itself is not.
template <class Notation>
constexpr void append_formula(string& out, const graph_view& g, const labels& names, int root) {
  const Notation notation{g, names.of.data()};
  std::vector<piece> pending;
  if (op::is_leaf(g[root].op)) append_plain(out, g, names, root);
  else push_pieces(pending, notation(root));
  while (!pending.empty()) {
    const piece next = pending.back();
    pending.pop_back();
    const int i = next.vertex();
    if (next.what == piece::words) {
      out += next.text;
    } else if (next.what == piece::integer) {
      append_integer(out, next.number);
    } else {
      const bool plain = is_plain(g, names, i);
      const pieces parts = plain ? pieces{} : notation(i);
      const bool closed = (plain ? strength_of_plain(g, i) : parts.binds) < next.needs;
      if (closed) {
        out += '(';
        pending.push_back({piece::words, {}, ")", 0});
      }
      if (plain) append_plain(out, g, names, i);
      else push_pieces(pending, parts);
      if (closed && plain) {
        pending.pop_back();
        out += ')';
      }
    }
  }
}

/// How long the formulas of all vertices are, none having a label; at most `limit` + 1 each.
template <class Notation>
constexpr std::vector<int> formula_sizes(const graph_view& g, int limit) {
  labels none{std::vector<int>(static_cast<std::size_t>(g.size), 0)};
  const Notation notation{g, none.of.data()};
  std::vector<int> size(none.of.size(), 0);
  std::vector<strength> binds(none.of.size(), strength::atom);
  for (int i = 0; i < g.size; ++i) {
    const auto at = static_cast<std::size_t>(i);
    string plain;
    if (op::is_leaf(g[i].op)) {
      append_plain(plain, g, none, i);
      size[at] = static_cast<int>(plain.size());
      binds[at] = strength_of_plain(g, i);
      continue;
    }
    const pieces parts = notation(i);
    binds[at] = parts.binds;
    for (int k = 0; k < parts.count && size[at] <= limit; ++k) {
      const piece& part = parts.at[k];
      const auto from = static_cast<std::size_t>(part.number);
      if (part.what == piece::words) size[at] += static_cast<int>(part.text.size());
      else if (part.what == piece::integer) size[at] += part.number < 10 ? 1 : part.number < 100 ? 2 : 10;
      else size[at] += size[from] + (binds[from] < part.needs ? 2 : 0);
    }
    if (size[at] > limit) size[at] = limit + 1;
  }
  return size;
}

}  // namespace tapeless::show
