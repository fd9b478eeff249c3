// SPDX-License-Identifier: BSL-1.0
#pragma once
// Names for intermediate values.
// in: a name and an expression; out: the same expression, which printers call by that name from now on.
#include <tapeless/expr/binding.hpp>
#include <tapeless/expr/expression.hpp>
#include <tapeless/node/label.hpp>

namespace tapeless {

/// \cond internal
namespace requires_that {
template <bool One, meta::fixed_string Asked, meta::fixed_string Given>
inline constexpr bool has_one_label = One;
template <bool Is, class E>
inline constexpr bool is_intermediate = Is;
template <bool Is>
inline constexpr bool is_a_name = Is;
}  // namespace requires_that

namespace node {
template <id Self>
consteval operation operation_of() {
  return describe<Self>().op;
}
}  // namespace node
/// \endcond

/// The same expression, labelled for the printers (show::text and the others): named<"h">(tanh(W * x + b)). Identity,
/// generated code and sharing do not change. A node has one label, the same in all translation units that are linked
/// together and print it, and gets it before it is printed for the first time. Two nodes of one label look alike.
/// Errors: a variable or a constant; a node that has another label; an empty name.
template <meta::fixed_string Name, class S, node::id E>
constexpr auto named(expr<S, E> e) {  // auto: instantiated before the printer that it may be an argument of
  constexpr bool intermediate = !op::is_leaf(node::operation_of<E>());
  static_assert(requires_that::is_a_name<Name.size() != 0>, "tapeless: named<\"name\">(e) requires a name; this one is empty");
  static_assert(requires_that::is_intermediate<intermediate, word_of<S, E>>,
                "tapeless: named<\"name\">(e) requires an intermediate value; a variable has a name, and a constant none");
  if constexpr (!intermediate) return e;
  else if constexpr (node::has_label<E, Name>)
    static_assert(requires_that::has_one_label<node::label_of<E>() == Name.view(), Name, node::label_text<E>>,
                  "tapeless: named<\"name\">(e) requires a node without a label; the same expression has another one already");
  else static_assert(node::attach_label<E, Name>::done);
  return e;
}

}  // namespace tapeless
