// SPDX-License-Identifier: BSL-1.0
#pragma once
// The table of operations: every entry, and the way from an operation known as a value to its entry.
#include <string_view>
#include <tapeless/op/arithmetic.hpp>
#include <tapeless/op/choice.hpp>
#include <tapeless/op/elementary.hpp>
#include <tapeless/op/leaf.hpp>
#include <tapeless/op/linear_algebra.hpp>
#include <tapeless/op/softmax.hpp>
#include <tapeless/op/structure.hpp>
#include <utility>

namespace tapeless::op {

inline constexpr int operation_count = static_cast<int>(operation::count_);

/// f(entry<o>{}) for an operation that is a value: a search by halves.
template <int First = 0, int Last = operation_count, class F>
constexpr auto visit(operation o, F f) {
  if constexpr (Last - First == 1) {
    return f(entry<static_cast<operation>(First)>{});
  } else {
    constexpr int middle = (First + Last) / 2;
    return static_cast<int>(o) < middle ? visit<First, middle>(o, f) : visit<middle, Last>(o, f);
  }
}

struct traits {
  int arity;
  bool elementwise;
  bool commutative;
};

/// The plain facts of every entry, by number.
inline constexpr auto table = []<int... I>(std::integer_sequence<int, I...>) {
  struct {
    traits rows[operation_count];
    constexpr const traits& operator[](operation o) const { return rows[static_cast<int>(o)]; }
  } t{{{entry<static_cast<operation>(I)>::arity, entry<static_cast<operation>(I)>::elementwise,
        entry<static_cast<operation>(I)>::commutative}...}};
  return t;
}(std::make_integer_sequence<int, operation_count>{});

constexpr bool is_leaf(operation o) { return o <= operation::constant; }
constexpr bool is_variable(operation o) { return o < operation::constant; }

constexpr std::string_view name_of(operation o) {
  return visit(o, [](auto e) { return e.name; });
}

/// Extents of the result. `target` is read by operations whose result the operands do not determine.
constexpr extents shape_of_result(operation o, extents target, const extents* operands) {
  if (table[o].elementwise)
    return shapes::elementwise(shapes::elementwise(operands[0], table[o].arity > 1 ? operands[1] : extents{}),
                               table[o].arity > 2 ? operands[2] : extents{});
  return visit(o, [&](auto e) { return e.shape(target, operands); });
}

}  // namespace tapeless::op
