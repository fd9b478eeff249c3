// SPDX-License-Identifier: BSL-1.0
#pragma once
// How a node is written: as pieces of text and operands, each operand with how strongly it must bind to need no
// parentheses. Printers of other languages share the walk (formula.hpp) and bring their own notation.
// in: a vertex; out: its pieces.
#include <tapeless/node/real.hpp>
#include <tapeless/op/table.hpp>
#include <tapeless/show/number.hpp>
#include <tapeless/show/view.hpp>

namespace tapeless::show {

/// How strongly an expression binds, from a comparison to a function call. `elements` is for ⊙ and ⊘ beside products of matrices.
enum class strength : unsigned char { comparison, sum, elements, product, sign, atom };

struct piece {
  enum kind : unsigned char {
    words,     // text as it stands
    function,  // the name of a function
    operand,   // the vertex, in parentheses if it binds less than `needs`
    integer,   // an index or an extent
  };
  kind what = words;
  strength needs = strength::comparison;
  std::string_view text{};
  std::uint64_t number = 0;

  constexpr int vertex() const { return static_cast<int>(number); }
};

struct pieces {
  piece at[12]{};
  int count = 0;
  strength binds = strength::atom;

  constexpr pieces& add(std::string_view text) {
    at[count++] = {piece::words, {}, text, 0};
    return *this;
  }
  constexpr pieces& add_function(std::string_view name) {
    at[count++] = {piece::function, {}, name, 0};
    return *this;
  }
  constexpr pieces& add(int vertex, strength needs) {
    at[count++] = {piece::operand, needs, {}, static_cast<std::uint64_t>(vertex)};
    return *this;
  }
  constexpr pieces& add_integer(std::uint64_t n) {
    at[count++] = {piece::integer, {}, {}, n};
    return *this;
  }
};

constexpr bool is_negative_constant(const graph::vertex& v) {
  return v.op == operation::constant && node::real_value(v.payload) < 0;
}

/// The notation of show::text: that of the library's own source.
///
/// The operands of a sum or product stand in canonical order, lowest first, in the graph; here the highest comes first,
/// which makes chains of sums read from left to right, but a number stands before what it multiplies and after what it
/// is added to.
struct source_notation {
  const graph_view& graph;

  static constexpr std::string_view open = "(", close = ")";
  /// A variable's name, or a number.
  constexpr void append_leaf(string& out, int i) const {
    if (op::is_variable(graph[i].op)) out += graph.name[i];
    else append_number(out, node::real_value(graph[i].payload));
  }
  constexpr strength strength_of_leaf(int i) const {
    return is_negative_constant(graph[i]) ? strength::sign : strength::atom;
  }
  static constexpr void append_function(string& out, std::string_view name) { out += name; }
  constexpr void append_name(string& out, std::string_view name, int) const { out += name; }

  constexpr bool is_number(int i) const { return graph[i].op == operation::constant; }

  constexpr pieces call(std::string_view name, const graph::vertex& v) const {
    pieces p;
    p.add_function(name).add(open);
    for (int k = 0; k < graph::arity(v); ++k) p.add(k == 0 ? "" : ", ").add(v.operand[k], strength::comparison);
    return p.add(close), p;
  }
  constexpr pieces infix(int a, strength needs_a, std::string_view sign, int b, strength needs_b) const {
    pieces p;
    p.binds = needs_a;
    return p.add(a, needs_a).add(sign).add(b, needs_b), p;
  }

  constexpr bool is_before(int a, int b) const { return graph[a].height >= graph[b].height; }
  constexpr pieces sum(int a, int b) const {
    if (is_number(a) != is_number(b) ? is_number(a) : !is_before(a, b)) std::swap(a, b);
    return infix(a, strength::sum, " + ", b, strength::elements);
  }

  constexpr pieces product(const graph::vertex& v) const {
    int a = v.operand[0], b = v.operand[1];
    if (!graph[a].shape.is_scalar() && !graph[b].shape.is_scalar()) return call("hadamard", v);
    if (is_number(a) != is_number(b) ? is_number(b) : !is_before(a, b)) std::swap(a, b);
    return infix(a, strength::product, " * ", b, strength::sign);
  }

  constexpr pieces matrix_product(const graph::vertex& v) const {
    pieces p;
    p.binds = strength::product;
    for (int k = 0; k < 2; ++k) {
      if (k == 1) p.add(" * ");
      if ((v.payload >> k & 1) != 0) p.add("transpose(").add(v.operand[k], strength::comparison).add(")");
      else p.add(v.operand[k], k == 0 ? strength::product : strength::sign);
    }
    return p;
  }

  constexpr pieces& add_shape(pieces& p, extents e) const {
    p.add(e.is_scalar() ? "<scalar" : e.rank == 1 ? "<vec<" : "<mat<");
    if (e.rank > 0) p.add_integer(e.rows);
    if (e.rank > 1) p.add(", ").add_integer(e.columns);
    return p.add(e.is_scalar() ? ">(" : ">>(");
  }
  constexpr pieces& add_index(pieces& p, extents e, std::uint64_t flat) const {
    if (e.rank == 2) p.add_integer(flat / e.columns).add(", ").add_integer(flat % e.columns);
    else p.add_integer(flat);
    return p;
  }

  constexpr pieces relation(int a, std::string_view sign, int b) const {
    pieces p = infix(a, strength::sum, sign, b, strength::sum);
    p.binds = strength::comparison;
    return p;
  }

  /// The pieces of a vertex that is not a leaf.
  constexpr pieces operator()(int i) const {
    const graph::vertex& v = graph[i];
    const int a = v.operand[0], b = v.operand[1];
    pieces p;
    switch (v.op) {
      case operation::negate:
        p.binds = strength::sign;
        return p.add("-").add(a, strength::atom), p;
      case operation::add: return sum(a, b);
      case operation::subtract: return infix(a, strength::sum, " - ", b, strength::elements);
      case operation::multiply: return product(v);
      case operation::divide: return infix(a, strength::product, " / ", b, strength::sign);
      case operation::matmul: return matrix_product(v);
      case operation::greater: return relation(a, " > ", b);
      case operation::less: return relation(a, " < ", b);
      case operation::less_equal: return relation(a, " <= ", b);
      case operation::greater_equal: return relation(a, " >= ", b);
      case operation::element:
        p.add(a, strength::atom).add("[");
        return add_index(p, graph[a].shape, v.payload).add("]"), p;
      case operation::broadcast:
        add_shape(p.add("broadcast"), v.shape).add(a, strength::comparison);
        return p.add(")"), p;
      case operation::reshape:
        add_shape(p.add("reshape"), v.shape).add(a, strength::comparison);
        return p.add(")"), p;
      case operation::slice:
        if (graph[a].shape.rank == 2) p.add("row<").add_integer(v.payload / graph[a].shape.columns);
        else p.add("segment<").add_integer(v.payload).add(", ").add_integer(v.shape.rows);
        return p.add(">(").add(a, strength::comparison).add(")"), p;
      case operation::embed:
      case operation::place:
        add_shape(p.add(op::name_of(v.op)), v.shape).add(a, strength::comparison).add(", ");
        return add_index(p, v.shape, v.payload).add(")"), p;
      default: return call(graph.operation_name(i), v);
    }
  }
};

}  // namespace tapeless::show
