// SPDX-License-Identifier: BSL-1.0
#pragma once
// The normal forms of the nodes of a graph: one for any element of each tensor, which is short whatever its size, or one for each element, which
// knows more.
// in: a graph; out: is one of its nodes proved to be equal to another?
#include <tapeless/graph/graph.hpp>
#include <tapeless/meta/list.hpp>
#include <tapeless/node/real.hpp>
#include <tapeless/pass/tensor_form.hpp>

namespace tapeless::pass {

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

/// The normal form of vertex i, an operation on numbers or on any one element of tensors, where form_of(k) is that of vertex k.
template <class FormOf>
constexpr fraction elementwise_form(tensor_forms& forms, const graph::vertex* g, int i, FormOf form_of) {
  const graph::vertex& v = g[i];
  const op::traits& facts = op::table[v.op];
  atom made{v.op, v.payload, facts.arity, {}, {}, false, {}, false};
  for (int k = 0; k < facts.arity; ++k) made.operand[k] = form_of(v.operand[k]);
  const fraction* const x = made.operand;
  if (v.op == operation::exp || v.op == operation::log) {
    const graph::vertex& below = g[v.operand[0]];
    if (below.op == (v.op == operation::exp ? operation::log : operation::exp)) return form_of(below.operand[0]);
  }
  switch (v.op) {
    case operation::constant: return forms.number(node::real_value(v.payload));
    case operation::negate: return forms.negative(x[0]);
    case operation::add: return forms.sum(x[0], x[1]);
    case operation::subtract: return forms.sum(x[0], forms.negative(x[1]));
    case operation::multiply: return forms.product(x[0], x[1]);
    case operation::divide: return forms.quotient(x[0], x[1]);
    case operation::square: return forms.product(x[0], x[0]);
    case operation::select: return forms.relation(x[1], x[2]) == 1 ? x[1] : forms.opaque(made);
    default: break;
  }
  if (const auto f = unfolded(forms, v, g, x)) return *f;
  if (forms.expands != expansion::none)
    if (const auto f = in_exponentials(forms, v.op, x[0])) return *f;
  return facts.arity == 1 && !op::is_custom(v.op) ? forms.function(v.op, x[0]) : forms.opaque(made);
}

/// Normal forms of whole tensors: one for any element of each.
class whole_forms {
 public:
  constexpr whole_forms(const graph::vertex* graph, int size, expansion expands) : g_(graph) {
    forms_.expands = expands;
    for (int i = 0; i < size && !forms_.exceeded(); ++i) form_.push_back(form_of(i));
  }
  constexpr bool prove(int a, int b) { return !forms_.exceeded() && forms_.relation(of(a), of(b)) == 1 && !forms_.exceeded(); }

 private:
  constexpr fraction of(int i) const { return form_[static_cast<std::size_t>(i)]; }
  constexpr fraction form_of(int i) {
    const graph::vertex& v = g_[i];
    const op::traits& facts = op::table[v.op];
    if (facts.elementwise || v.op == operation::constant)
      return elementwise_form(forms_, g_, i, [&](int k) { return of(k); });
    atom made{v.op, v.payload, facts.arity, {}, {}, false, {}, false};
    for (int k = 0; k < facts.arity; ++k) {
      made.operand[k] = of(v.operand[k]);
      made.shape[k] = g_[v.operand[k]].shape;
    }
    made.shape[3] = v.shape;
    const fraction* const x = made.operand;
    switch (v.op) {
      case operation::broadcast: return x[0];
      case operation::sum: return forms_.total(x[0], made.shape[0]);
      case operation::dot: return forms_.total(forms_.product(x[0], x[1]), made.shape[0]);
      case operation::norm: return forms_.function(operation::sqrt, forms_.total(forms_.product(x[0], x[0]), made.shape[0]));
      case operation::matmul:
      case operation::outer:
      case operation::place:
      case operation::embed: return forms_.linear(made);
      case operation::transpose:
      case operation::reshape:
      case operation::element:
      case operation::slice: return forms_.selected(made);
      default: return forms_.opaque(made);
    }
  }

  const graph::vertex* g_;
  tensor_forms forms_{};
  meta::list<fraction> form_{};
};

/// Normal forms of the elements of tensors: one for each. Elements of variables are atoms; all that is known of an operation on tensors is in its elements.
class element_forms {
 public:
  /// So many elements of all tensors together, at most.
  static constexpr std::size_t most = 1024;

  constexpr element_forms(const graph::vertex* graph, int size, expansion expands) : g_(graph) {
    forms_.expands = expands;
    for (int i = 0; i < size; ++i) {
      first_.push_back(form_.size());
      for (std::size_t j = 0; j < g_[i].shape.size() && !forms_.exceeded(); ++j) form_.push_back(form_of(i, j));
    }
  }
  constexpr bool prove(int a, int b) {
    for (std::size_t j = 0; j < g_[a].shape.size(); ++j)
      if (forms_.exceeded() || forms_.relation(of(a, j), of(b, j)) != 1) return false;
    return !forms_.exceeded();
  }

 private:
  constexpr fraction of(int i, std::size_t j) const { return form_[first_[static_cast<std::size_t>(i)] + (g_[i].shape.is_scalar() ? 0 : j)]; }
  static constexpr std::size_t row_length(extents e) { return e.rank == 2 ? e.columns : e.size(); }
  template <class F>
  constexpr fraction sum(std::size_t n, F term_at) {
    fraction result = forms_.number(0);
    for (std::size_t k = 0; k < n && !forms_.exceeded(); ++k) result = forms_.sum(result, term_at(k));
    return result;
  }
  /// The exponential of an element of x, which undoes a logarithm.
  constexpr fraction exp(int x, std::size_t j) {
    return g_[x].op == operation::log ? of(g_[x].operand[0], j) : forms_.function(operation::exp, of(x, j));
  }
  constexpr fraction log(fraction u) { return forms_.function(operation::log, u); }
  /// Σ exp(x) over so many elements. Those of a row ask for it one after the other.
  constexpr fraction sum_of_exponentials(int x, std::size_t begin, std::size_t count) {
    if (x != last_.of || begin != last_.begin || count != last_.count)
      last_ = {x, begin, count, sum(count, [&](std::size_t k) { return exp(x, begin + k); })};
    return last_.sum;
  }
  constexpr fraction share(int x, std::size_t j, std::size_t row) { return forms_.quotient(exp(x, j), sum_of_exponentials(x, j / row * row, row)); }
  /// What has no rule here is one atom for each node, and another for each element of it.
  constexpr fraction atom_of(int i, std::size_t j) {
    const graph::vertex& v = g_[i];
    const fraction whole = forms_.opaque({v.op, op::is_leaf(v.op) ? v.payload : v.self, 0, {{}, {}, {}, v.shape}, {}, false, {}, false});
    return v.shape.is_scalar() ? whole : forms_.selected({operation::element, j, 1, {v.shape, {}, {}, {}}, {whole}, false, {}, false});
  }

  constexpr fraction form_of(int i, std::size_t j) {
    const graph::vertex& v = g_[i];
    const int x = v.operand[0], y = v.operand[1];
    if (v.op == operation::exp && g_[x].op == operation::logsumexp) return sum_of_exponentials(g_[x].operand[0], 0, g_[g_[x].operand[0]].shape.size());
    if (v.op == operation::exp && g_[x].op == operation::log_softmax) return share(g_[x].operand[0], j, row_length(v.shape));
    if (op::table[v.op].elementwise || v.op == operation::constant)
      return elementwise_form(forms_, g_, i, [&](int k) { return of(k, j); });
    if (op::is_leaf(v.op)) return atom_of(i, j);
    const extents in = g_[x].shape;
    const std::size_t columns = v.shape.columns, begin = static_cast<std::size_t>(v.payload), row = row_length(in);
    switch (v.op) {
      case operation::broadcast: return of(x, j % in.size());
      case operation::sum: return sum(in.size(), [&](std::size_t k) { return of(x, k); });
      case operation::dot: return sum(in.size(), [&](std::size_t k) { return forms_.product(of(x, k), of(y, k)); });
      case operation::norm: return forms_.function(operation::sqrt, sum(in.size(), [&](std::size_t k) { return forms_.product(of(x, k), of(x, k)); }));
      case operation::matmul:
        return sum(in.columns, [&](std::size_t k) { return forms_.product(of(x, j / columns * in.columns + k), of(y, k * columns + j % columns)); });
      case operation::outer: return forms_.product(of(x, j / columns), of(y, j % columns));
      case operation::transpose: return of(x, j % columns * v.shape.rows + j / columns);
      case operation::reshape: return of(x, j);
      case operation::element: return of(x, begin);
      case operation::slice: return of(x, begin + j);
      case operation::place:
      case operation::embed: return j >= begin && j - begin < in.size() ? of(x, j - begin) : forms_.number(0);
      case operation::concat: return j < in.size() ? of(x, j) : of(y, j - in.size());
      case operation::logsumexp: return log(sum_of_exponentials(x, 0, in.size()));
      case operation::softmax: return share(x, j, row);
      case operation::log_softmax: return forms_.difference(of(x, j), log(sum_of_exponentials(x, j / row * row, row)));
      case operation::cross_entropy:
        return sum(in.size(), [&](std::size_t k) { return forms_.product(of(y, k), forms_.difference(log(sum_of_exponentials(x, k / row * row, row)), of(x, k))); });
      default: return atom_of(i, j);
    }
  }

  const graph::vertex* g_;
  tensor_forms forms_{};
  meta::list<std::size_t> first_{};  // by vertex: where its elements begin in form_
  meta::list<fraction> form_{};
  struct {
    int of = -1;
    std::size_t begin = 0, count = 0;
    fraction sum{};
  } last_{};
};

}  // namespace tapeless::pass
