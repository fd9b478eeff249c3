// SPDX-License-Identifier: BSL-1.0
#pragma once
// Same function? Both expressions are brought to one normal form over the real numbers (normal_form.hpp).
// in: two expressions; out: true only if they are proved to be equal wherever both are defined.
#include <tapeless/expr/expression.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/node/real.hpp>
#include <tapeless/pass/normal_form.hpp>

namespace tapeless {

namespace pass {

/// The normal form of vertex i, whose operands have theirs.
constexpr fraction normal_form_of(normal_forms& forms, const graph::vertex* g, const fraction* form, int i) {
  const graph::vertex& v = g[i];
  const op::traits& facts = op::table[v.op];
  atom made{v.op, v.payload, facts.arity, {}, {}, false, {}};
  for (int k = 0; k < facts.arity; ++k) {
    made.operand[k] = form[v.operand[k]];
    if (!facts.elementwise) made.shape[k] = g[v.operand[k]].shape;
  }
  if (!facts.elementwise) made.shape[3] = v.shape;
  const fraction* const x = made.operand;
  if (v.op == operation::exp || v.op == operation::log) {
    const graph::vertex& below = g[v.operand[0]];
    if (below.op == (v.op == operation::exp ? operation::log : operation::exp)) return form[below.operand[0]];
  }
  switch (v.op) {
    case operation::constant: return forms.number(node::real_value(v.payload));
    case operation::negate: return forms.negative(x[0]);
    case operation::add: return forms.sum(x[0], x[1]);
    case operation::subtract: return forms.sum(x[0], forms.negative(x[1]));
    case operation::multiply: return forms.product(x[0], x[1]);
    case operation::divide: return forms.quotient(x[0], x[1]);
    case operation::square: return forms.product(x[0], x[0]);
    case operation::broadcast: return x[0];
    case operation::select: return forms.relation(x[1], x[2]) == 1 ? x[1] : forms.opaque(made);
    default: break;
  }
  return facts.elementwise && facts.arity == 1 ? forms.function(v.op, x[0]) : forms.opaque(made);
}

/// Are vertices a and b of a graph proved to be equal? `form` has room for one normal form per vertex.
constexpr bool vertices_equivalent(const graph::vertex* g, int size, int a, int b, fraction* form) {
  if (a == b) return true;
  if (g[a].shape != g[b].shape) return false;
  normal_forms forms;
  for (int i = 0; i < size; ++i) {
    form[i] = normal_form_of(forms, g, form, i);
    if (forms.exceeded()) return false;
  }
  return forms.relation(form[a], form[b]) == 1 && !forms.exceeded();
}

template <std::size_t N, std::size_t R>
constexpr bool outputs_equivalent(const graph::graph<N, R>& g) {
  fraction form[N]{};
  return vertices_equivalent(g.at, static_cast<int>(N), g.output[0], g.output[1], form);
}

template <node::id A, node::id B>
inline constexpr bool proved_equivalent = outputs_equivalent(graph::lowered<A, B>);

}  // namespace pass

/// Same function: true if a and b are proved to be equal, as functions of real numbers, wherever both are defined.
/// It never says yes wrongly; what it cannot prove is false. It knows sums, products and quotients with the constants
/// that stand in the expressions (as the exact doubles they are), sin² + cos² = 1, odd and even functions, products of
/// exponentials, exp and log as inverses, and √a² = a; a tensor is compared element by element. Very large
/// expressions (some thousand terms once expanded) are not decided: false.
///
///     static_assert(equivalent((x + y) * (x - y), x * x - y * y));
template <class S, id A, class T, id B>
constexpr bool equivalent(expr<S, A>, expr<T, B>) {
  return pass::proved_equivalent<A, B>;
}

}  // namespace tapeless
