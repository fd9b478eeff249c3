// SPDX-License-Identifier: BSL-1.0
#pragma once
// The walk of a printer: from a vertex and a notation to characters. It keeps its own stack, so that the depth of a
// formula is not bounded by the compiler's.
// in: a graph view, labels, a notation; out: text, and how long it would be.
#include <tapeless/meta/list.hpp>
#include <tapeless/show/notation.hpp>
#include <tapeless/show/number.hpp>

namespace tapeless::show {

/// Vertices that are written by a name of their own: stem and number, v1, v2, …, or what the user called them (-1);
/// 0 has none.
struct labels {
  meta::list<int> of;
  string stem{"v"};
};

template <class Notation>
constexpr void append_label(string& out, const Notation& notation, const labels& names, int i) {
  const int number = names.of[static_cast<std::size_t>(i)];
  string name = number < 0 ? string(notation.graph.label[i]) : names.stem;
  if (number > 0) append_integer(name, static_cast<std::uint64_t>(number));
  notation.append_name(out, name, i);
}

constexpr bool is_plain(const graph_view& g, const labels& names, int i) {
  return op::is_leaf(g[i].op) || names.of[static_cast<std::size_t>(i)] != 0;
}

/// What is written without operands: a leaf, or the label of what has one.
template <class Notation>
constexpr void append_plain(string& out, const Notation& notation, const labels& names, int i) {
  if (names.of[static_cast<std::size_t>(i)] != 0) append_label(out, notation, names, i);
  else notation.append_leaf(out, i);
}
template <class Notation>
constexpr strength strength_of_plain(const Notation& notation, const labels& names, int i) {
  return names.of[static_cast<std::size_t>(i)] != 0 ? strength::atom : notation.strength_of_leaf(i);
}

constexpr void push_pieces(meta::list<piece>& pending, const pieces& parts) {
  for (int k = parts.count - 1; k >= 0; --k) pending.push_back(parts.at[k]);
}

/// Appends the formula of a vertex; of its operands those that have a label are written by it, the vertex itself is not.
template <class Notation>
constexpr void append_formula(string& out, const graph_view& g, const labels& names, int root) {
  const Notation notation{g};
  meta::list<piece> pending;
  if (op::is_leaf(g[root].op)) notation.append_leaf(out, root);
  else push_pieces(pending, notation(root));
  while (!pending.empty()) {
    const piece next = pending.back();
    pending.pop_back();
    const int i = next.vertex();
    if (next.what == piece::words) {
      out += next.text;
    } else if (next.what == piece::function) {
      Notation::append_function(out, next.text);
    } else if (next.what == piece::integer) {
      append_integer(out, next.number);
    } else {
      const bool plain = is_plain(g, names, i);
      const pieces parts = plain ? pieces{} : notation(i);
      const bool closed = (plain ? strength_of_plain(notation, names, i) : parts.binds) < next.needs;
      if (closed) out += Notation::open;
      if (closed && !plain) pending.push_back({piece::words, {}, Notation::close, 0});
      if (plain) append_plain(out, notation, names, i);
      else push_pieces(pending, parts);
      if (closed && plain) out += Notation::close;
    }
  }
}

/// How long the formulas of all vertices are, or the labels of those that have one; at most `limit` + 1 each.
template <class Notation>
constexpr meta::list<int> formula_sizes(const graph_view& g, const labels& names, int limit) {
  const Notation notation{g};
  meta::list<int> size(static_cast<std::size_t>(g.size), 0);
  meta::list<strength> binds(size.size(), strength::atom);
  for (int i = 0; i < g.size; ++i) {
    const auto at = static_cast<std::size_t>(i);
    string plain;
    if (is_plain(g, names, i)) {
      append_plain(plain, notation, names, i);
      size[at] = static_cast<int>(plain.size());
      binds[at] = strength_of_plain(notation, names, i);
      continue;
    }
    const pieces parts = notation(i);
    binds[at] = parts.binds;
    for (int k = 0; k < parts.count && size[at] <= limit; ++k) {
      const piece& part = parts.at[k];
      const auto from = static_cast<std::size_t>(part.number);
      if (part.what == piece::words || part.what == piece::function) size[at] += static_cast<int>(part.text.size());
      else if (part.what == piece::integer) size[at] += part.number < 10 ? 1 : part.number < 100 ? 2 : 10;
      else size[at] += size[from] + (binds[from] < part.needs ? static_cast<int>(Notation::open.size() + Notation::close.size()) : 0);
    }
    if (size[at] > limit) size[at] = limit + 1;
  }
  return size;
}

/// The formula, or … if it has more than `limit` characters.
template <class Notation>
constexpr string short_formula(const graph_view& g, const labels& names, int root, int limit) {
  if (formula_sizes<Notation>(g, names, limit)[static_cast<std::size_t>(root)] > limit) return string("…");
  string s;
  append_formula<Notation>(s, g, names, root);
  return s;
}

}  // namespace tapeless::show
