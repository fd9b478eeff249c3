// SPDX-License-Identifier: BSL-1.0
#pragma once
// The table of operations: every entry, and the way from an operation known as a value to its entry.
#include <string_view>
#include <tapeless/op/arithmetic.hpp>
#include <tapeless/op/choice.hpp>
#include <tapeless/op/custom.hpp>
#include <tapeless/op/elementary.hpp>
#include <tapeless/op/exponentials.hpp>
#include <tapeless/op/leaf.hpp>
#include <tapeless/op/linear_algebra.hpp>
#include <tapeless/op/powers.hpp>
#include <tapeless/op/reductions.hpp>
#include <tapeless/op/softmax.hpp>
#include <tapeless/op/structure.hpp>
#include <tapeless/op/trigonometry.hpp>
#include <type_traits>
#include <utility>

namespace tapeless::op {

inline constexpr int operation_count = static_cast<int>(operation::count_);

/// Entry number I; a number past the end stands for the last, so that `visit` can always offer sixteen.
template <int I>
using numbered_entry = entry<static_cast<operation>(I < operation_count ? I : operation_count - 1)>;

/// f(entry<o>{}) for an operation that is a value. Sixteen at a time in one expression, not in a switch: Clang counts each
/// case that a switch passes by as a step of constant evaluation.
template <int First = 0, class F>
constexpr std::invoke_result_t<F, entry<operation::input>> visit(operation o, F f) {
  const int at = static_cast<int>(o) - First;
  return at == 0 ? f(numbered_entry<First>{})
         : at == 1 ? f(numbered_entry<First + 1>{})
         : at == 2 ? f(numbered_entry<First + 2>{})
         : at == 3 ? f(numbered_entry<First + 3>{})
         : at == 4 ? f(numbered_entry<First + 4>{})
         : at == 5 ? f(numbered_entry<First + 5>{})
         : at == 6 ? f(numbered_entry<First + 6>{})
         : at == 7 ? f(numbered_entry<First + 7>{})
         : at == 8 ? f(numbered_entry<First + 8>{})
         : at == 9 ? f(numbered_entry<First + 9>{})
         : at == 10 ? f(numbered_entry<First + 10>{})
         : at == 11 ? f(numbered_entry<First + 11>{})
         : at == 12 ? f(numbered_entry<First + 12>{})
         : at == 13 ? f(numbered_entry<First + 13>{})
         : at == 14 ? f(numbered_entry<First + 14>{})
         : at == 15 ? f(numbered_entry<First + 15>{})
                   : visit<(First + 16 < operation_count ? First + 16 : 0)>(o, f);
}

struct traits {
  int arity;
  bool elementwise;
  bool commutative;
  bool multilinear;
  bool writes_lanes;
  bool concatenates;
  bool is_simple;
  bool compares;
  bool computes_elements;
  unsigned reads_lanes;
  unsigned reads_once;
  unsigned jumps_by;
  unsigned operations;
  std::string_view name;
  std::size_t (*cost)(extents result, const extents* operands);
  extents (*shape)(extents target, const extents* operands);
};

template <class Entry>
consteval traits traits_of() {
  return {Entry::arity, Entry::elementwise, Entry::commutative, Entry::multilinear, Entry::writes_lanes, Entry::concatenates, Entry::is_simple, Entry::compares,
          Entry::computes_elements, Entry::reads_lanes, Entry::reads_once, Entry::jumps_by, Entry::operations, Entry::name, &Entry::cost, &Entry::shape};
}

/// The facts of every entry, by number.
struct all_traits {
  traits rows[operation_count];
  constexpr const traits& operator[](operation o) const { return rows[static_cast<int>(o)]; }
};
template <int... I>
consteval all_traits tabulated(std::integer_sequence<int, I...>) {
  return {{traits_of<entry<static_cast<operation>(I)>>()...}};
}
inline constexpr all_traits table = tabulated(std::make_integer_sequence<int, operation_count>{});

constexpr std::string_view name_of(operation o) { return table[o].name; }

/// Scalar operations of a node; a call of a function counts as one.
constexpr std::size_t operations_of(operation o, extents result, const extents* operands) {
  const traits& facts = table[o];
  return facts.elementwise ? facts.operations * result.size() : facts.cost(result, operands);
}

/// Extents of the result. `target` is read by operations whose result the operands do not determine.
constexpr extents shape_of_result(operation o, extents target, const extents* operands) {
  const traits& facts = table[o];
  if (facts.elementwise)
    return operands[0].rank != 0 || facts.arity == 1 ? operands[0]
           : operands[1].rank != 0 || facts.arity == 2 ? operands[1] : operands[2];
  return facts.shape(target, operands);
}

}  // namespace tapeless::op
