// SPDX-License-Identifier: BSL-1.0
#pragma once
// Same function? Both expressions are brought to one normal form over the real numbers (vertex_form.hpp).
// in: two expressions; out: true only if they are proved to be equal wherever both are defined.
#include <tapeless/expr/expression.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/pass/vertex_form.hpp>

namespace tapeless {

namespace pass {

/// What an expansion must reach to say more of an operation.
constexpr expansion expansion_of(operation o) {
  switch (o) {
    case operation::sinh:
    case operation::cosh:
    case operation::tanh:
    case operation::sigmoid:
    case operation::softplus: return expansion::exponentials;
    case operation::sin:
    case operation::cos:
    case operation::tan: return expansion::angles;
    default: return expansion::none;
  }
}

/// A way to prove something: of whole tensors or element by element.
struct attempt {
  bool by_element;
  expansion expands;
};
inline constexpr attempt attempts[] = {{false, expansion::none},         {true, expansion::none},   {false, expansion::exponentials},
                                       {true, expansion::exponentials}, {false, expansion::angles}, {true, expansion::angles}};

/// Are vertices a and b of a graph proved to be equal in this way? False without trying where it adds nothing to the others.
constexpr bool proves(attempt how, const graph::vertex* g, int size, int a, int b) {
  if (a == b) return true;
  if (g[a].shape != g[b].shape) return false;
  bool any_tensor = false, any_to_expand = how.expands == expansion::none;
  std::size_t elements = 0;
  for (int i = 0; i < size; ++i) {
    any_tensor = any_tensor || !g[i].shape.is_scalar();
    any_to_expand = any_to_expand || expansion_of(g[i].op) == how.expands;
    elements += g[i].shape.size();
  }
  if (!any_to_expand || (how.by_element && (!any_tensor || elements > element_forms::most))) return false;
  return how.by_element ? element_forms(g, size, how.expands).prove(a, b) : whole_forms(g, size, how.expands).prove(a, b);
}

/// Each attempt is a constant expression of its own, for compilers limit the steps of each.
template <node::id A, node::id B, std::size_t Attempt = 0>
consteval bool proved_equivalent() {
  constexpr const auto& g = graph::lowered<A, B>;
  constexpr bool proved = proves(attempts[Attempt], g.at, static_cast<int>(g.size), g.output[0], g.output[1]);
  if constexpr (proved) return true;
  else if constexpr (Attempt + 1 < sizeof attempts / sizeof *attempts) return proved_equivalent<A, B, Attempt + 1>();
  else return false;
}

}  // namespace pass

/// Same function? True if a and b are proved to be equal, as functions of real numbers, wherever both are defined.
/// It never says yes wrongly; what it cannot prove is false. It knows sums, products and quotients with the constants
/// that stand in the expressions (as the exact doubles they are), sin² + cos² = 1, cosh² - sinh² = 1, the addition theorems,
/// odd and even functions, tanh, sigmoid, softplus, sinh and cosh by exponentials, products of exponentials, logarithms of products, exp and log as
/// inverses, whole powers, √a² = a and |a|² = a². Tensors are compared element by element; sums, dot products, matrix and
/// outer products are linear in each operand, and elements, slices and transposes are taken of each factor. Small tensors are also taken apart into
/// their elements. Very large expressions (some thousand terms once expanded) are not decided: false.
///
///     static_assert(equivalent((x + y) * (x - y), x * x - y * y));
template <class S, id A, class T, id B>
constexpr bool equivalent(expr<S, A>, expr<T, B>) {
  return pass::proved_equivalent<A, B>();
}

}  // namespace tapeless
