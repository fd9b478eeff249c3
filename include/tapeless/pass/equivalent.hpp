// SPDX-License-Identifier: BSL-1.0
#pragma once
// Same function? Both expressions are brought to one normal form over the real numbers (normal_form.hpp).
// in: two expressions; out: true only if they are proved to be equal wherever both are defined.
#include <tapeless/expr/expression.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/node/real.hpp>
#include <tapeless/pass/tensor_form.hpp>

namespace tapeless {

namespace pass {

/// Functions that are others in disguise, and powers.
constexpr meta::maybe<fraction> unfolded(tensor_forms& forms, const graph::vertex& v, const graph::vertex* g, const fraction* x) {
  const fraction one = forms.number(1);
  switch (v.op) {
    case operation::expm1: return forms.difference(forms.function(operation::exp, x[0]), one);
    case operation::log1p: return forms.function(operation::log, forms.sum(one, x[0]));
    case operation::log2: return forms.quotient(forms.function(operation::log, x[0]), forms.function(operation::log, forms.number(2)));
    case operation::log10: return forms.quotient(forms.function(operation::log, x[0]), forms.function(operation::log, forms.number(10)));
    case operation::exp2: return forms.function(operation::exp, forms.product(x[0], forms.function(operation::log, forms.number(2))));
    case operation::tan: return forms.quotient(forms.function(operation::sin, x[0]), forms.function(operation::cos, x[0]));
    case operation::erfc: return forms.difference(one, forms.function(operation::erf, x[0]));
    case operation::hypot:
      return forms.function(operation::sqrt, forms.sum(forms.product(x[0], x[0]), forms.product(x[1], x[1])));
    case operation::pow: {
      const graph::vertex& exponent = g[v.operand[1]];
      if (exponent.op != operation::constant) return {};
      const double n = node::real_value(exponent.payload);
      if (n == 0.5) return forms.function(operation::sqrt, x[0]);
      if (n < -16 || n > 16 || n != static_cast<int>(n)) return {};
      return forms.power(x[0], static_cast<int>(n));
    }
    default: return {};
  }
}

/// Hyperbolic and logistic functions by e = exp(u).
constexpr meta::maybe<fraction> in_exponentials(tensor_forms& forms, operation o, fraction u) {
  const fraction one = forms.number(1), two = forms.number(2), e = forms.function(operation::exp, u);
  const fraction squared = forms.product(e, e);
  switch (o) {
    case operation::sinh: return forms.quotient(forms.difference(squared, one), forms.product(two, e));
    case operation::cosh: return forms.quotient(forms.sum(squared, one), forms.product(two, e));
    case operation::tanh: return forms.quotient(forms.difference(squared, one), forms.sum(squared, one));
    case operation::sigmoid: return forms.quotient(e, forms.sum(one, e));
    case operation::softplus: return forms.function(operation::log, forms.sum(one, e));
    default: return {};
  }
}

/// The normal form of vertex i, whose operands have theirs.
constexpr fraction normal_form_of(tensor_forms& forms, const graph::vertex* g, const fraction* form, int i, bool exponentials) {
  const graph::vertex& v = g[i];
  const op::traits& facts = op::table[v.op];
  atom made{v.op, v.payload, facts.arity, {}, {}, false, {}, false};
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
    case operation::sum: return forms.total(x[0], made.shape[0]);
    case operation::dot: return forms.total(forms.product(x[0], x[1]), made.shape[0]);
    case operation::norm: return forms.function(operation::sqrt, forms.total(forms.product(x[0], x[0]), made.shape[0]));
    case operation::matmul:
    case operation::outer:
    case operation::place:
    case operation::embed: return forms.linear(made);
    case operation::transpose:
    case operation::reshape:
    case operation::element:
    case operation::slice: return forms.selected(made);
    case operation::select: return forms.relation(x[1], x[2]) == 1 ? x[1] : forms.opaque(made);
    default: break;
  }
  if (facts.elementwise) {
    if (const auto f = unfolded(forms, v, g, x)) return *f;
    if (exponentials)
      if (const auto f = in_exponentials(forms, v.op, x[0])) return *f;
  }
  return facts.elementwise && facts.arity == 1 && !op::is_custom(v.op) ? forms.function(v.op, x[0]) : forms.opaque(made);
}

constexpr bool proved(const graph::vertex* g, int size, int a, int b, fraction* form, bool exponentials) {
  tensor_forms forms;
  for (int i = 0; i < size; ++i) {
    form[i] = normal_form_of(forms, g, form, i, exponentials);
    if (forms.exceeded()) return false;
  }
  return forms.relation(form[a], form[b]) == 1 && !forms.exceeded();
}

constexpr bool has_exponential_form(operation o) {
  return o == operation::sinh || o == operation::cosh || o == operation::tanh || o == operation::sigmoid ||
         o == operation::softplus;
}

/// Are vertices a and b of a graph proved to be equal? First with hyperbolic and logistic functions as atoms, which is
/// shorter, then by exponentials. `form` has room for one normal form per vertex.
constexpr bool vertices_equivalent(const graph::vertex* g, int size, int a, int b, fraction* form) {
  if (a == b) return true;
  if (g[a].shape != g[b].shape) return false;
  if (proved(g, size, a, b, form, false)) return true;
  bool any = false;
  for (int i = 0; i < size; ++i) any = any || has_exponential_form(g[i].op);
  return any && proved(g, size, a, b, form, true);
}

template <std::size_t N, std::size_t R>
constexpr bool outputs_equivalent(const graph::graph<N, R>& g) {
  fraction form[N]{};
  return vertices_equivalent(g.at, static_cast<int>(N), g.output[0], g.output[1], form);
}

template <node::id A, node::id B>
inline constexpr bool proved_equivalent = outputs_equivalent(graph::lowered<A, B>);

}  // namespace pass

/// Same function? True if a and b are proved to be equal, as functions of real numbers, wherever both are defined.
/// It never says yes wrongly; what it cannot prove is false. It knows sums, products and quotients with the constants
/// that stand in the expressions (as the exact doubles they are), sin² + cos² = 1, cosh² - sinh² = 1, odd and even functions,
/// tanh, sigmoid, softplus, sinh and cosh by exponentials, products of exponentials, logarithms of products, exp and log as
/// inverses, whole powers, √a² = a and |a|² = a². Tensors are compared element by element; sums, dot products, matrix and
/// outer products are linear in each operand, and elements, slices and transposes are taken of each factor. Very large
/// expressions (some thousand terms once expanded) are not decided: false.
///
///     static_assert(equivalent((x + y) * (x - y), x * x - y * y));
template <class S, id A, class T, id B>
constexpr bool equivalent(expr<S, A>, expr<T, B>) {
  return pass::proved_equivalent<A, B>;
}

}  // namespace tapeless
