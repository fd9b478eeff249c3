// SPDX-License-Identifier: BSL-1.0
#pragma once
// What every entry of the table has, and the two kinds of operations.
//
//   name          how printers and errors call it
//   arity         0 … 3 operands
//   commutative   operands may be ordered canonically
//   multilinear   a structured operation that is linear in each operand and keeps no negative part: its derivatives are
//                 zero where it mixes nothing but zeros
//   reads_lanes   bit k: operand k is read in whole registers from its first element on, at constant places if it is short
//   writes_lanes  and so is the result written
//   reads_once    bit k: each element of operand k is read once at most, so that it may be computed where it is read
//   computes_elements  one element, or some of one row, can be computed alone, and so where it is read
//   concatenates  the result is the elements of its operands, one after the other: no value rule, for they are computed in place
//   is_simple     an element-wise value rule that is no more than arithmetic and selections
//   compares      the value rule compares numbers, and chooses by what it finds
//   jumps_by      bit k: the result jumps where operand k changes a little
//   on_lanes      an element-wise value rule that takes lanes of numbers, too: it selects with Math::select
//   shape         (target, operand extents) -> extents; `target` is what the caller asked for (broadcast, place)
//   operations    element-wise: scalar operations for each element, a call of a function counting as one; its cost is not asked for
//   cost          others: (result, operand extents) -> all of them
//   value         element-wise: value<Math>(a…) -> element
//                 structured:   value<Math, T>(site, out, in…): in(i) reads, out.put(i, v) writes each element once
//   element       structured, if it computes_elements: element<Math, T>(site, i, in…), what value puts at i
//   contribution  (slot, y, delta, x[]) -> term: delta · ∂y/∂x[slot], one summand of eq. 5.55
//
// `Term` is a node of a graph under construction; the arithmetic on it makes nodes.
#include <tapeless/op/operation.hpp>
#include <tapeless/shape/rules.hpp>

namespace tapeless::op {

/// What an entry is unless it says otherwise.
struct defaults {
  static constexpr bool elementwise = false;
  static constexpr bool commutative = false;
  static constexpr bool multilinear = false;
  static constexpr unsigned reads_lanes = 0;
  static constexpr bool writes_lanes = false;
  static constexpr unsigned reads_once = 0;
  static constexpr bool computes_elements = false;
  static constexpr bool concatenates = false;
  static constexpr bool is_simple = false;
  static constexpr bool compares = false;
  static constexpr unsigned jumps_by = 0;
  static constexpr unsigned operations = 0;
  static constexpr std::size_t cost(extents, const extents*) { return 0; }
};

struct leaf : defaults {
  static constexpr int arity = 0;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta;  // a leaf has no operand: never called
  }
};

/// One function on every element; scalar operands go with every element.
template <int Arity>
struct elementwise_of : defaults {
  static constexpr int arity = Arity;
  static constexpr bool elementwise = true;
  static constexpr bool on_lanes = true;
  static constexpr unsigned reads_lanes = 0b111;
  static constexpr bool writes_lanes = true;
  static constexpr unsigned reads_once = 0b111;
  static constexpr bool computes_elements = true;
  static constexpr unsigned operations = 1;
  static constexpr extents shape(extents, const extents* x) {
    extents e = x[0];
    for (int k = 1; k < Arity; ++k) e = shapes::elementwise(e, x[k]);
    return e;
  }
};

/// Anything else: the value rule sees whole operands.
template <int Arity>
struct structured : defaults {
  static constexpr int arity = Arity;
};

}  // namespace tapeless::op
