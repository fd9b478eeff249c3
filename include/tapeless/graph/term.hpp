// SPDX-License-Identifier: BSL-1.0
#pragma once
// Arithmetic on the nodes of a builder: what derivative rules are written in, those of op/ and of users. The names are
// those of expr/, but `*` multiplies element by element, and `matmul` is the product of matrices.
#include <tapeless/graph/builder.hpp>

namespace tapeless::graph {

template <class Builder>
struct term {
  using customs = typename Builder::customs;

  Builder* graph;
  int at;

  constexpr extents shape() const { return graph->at[at].shape; }
  constexpr std::uint64_t payload() const { return graph->at[at].payload; }
  constexpr bool is_constant() const { return graph->at[at].op == operation::constant; }
  constexpr bool is_one() const { return is_constant() && payload() == node::payload_of(1.0); }
  constexpr bool is_zero() const { return is_constant() && payload() == node::payload_of(0.0); }
  constexpr term operand(int k) const { return {graph, graph->at[at].operand[k]}; }
  /// Zeros but for operand 0, which has its place there (the payload is where it begins)? So are its multiples then, whatever the others would
  /// be multiplied by: 0·∞ is NaN.
  constexpr bool is_part() const { return op::is_part(graph->at[at].op); }
  constexpr term in_its_place(term value) const { return embed(value, shape(), payload()); }
  /// What another term has in that place.
  constexpr term in_that_place(term other) const { return other.shape().is_scalar() ? other : slice(other, operand(0).shape(), payload()); }
  /// v in every element of a shape (this term's own, unless given).
  constexpr term filled(extents e, double v) const {
    return {graph, graph->insert(operation::constant, e, node::payload_of(v), -1, -1, -1)};
  }
  constexpr term filled(double v) const { return filled(shape(), v); }
  constexpr term number(double v) const { return filled(extents{}, v); }

  /// The node of operation o on this term and others.
  constexpr term made(operation o, extents target, std::uint64_t payload, int b = -1, int c = -1) const {
    const extents e[3] = {graph->at[at].shape, b < 0 ? extents{} : graph->at[b].shape, c < 0 ? extents{} : graph->at[c].shape};
    return {graph, graph->make(o, op::shape_of_result(o, target, e), payload, at, b, c)};
  }
  constexpr term made(operation o, term b) const { return made(o, {}, 0, b.at); }
  constexpr term made(operation o) const { return made(o, {}, 0); }

  // the three of which there are most without a step between
  friend constexpr term operator+(term a, term b) { return a.made(operation::add, {}, 0, b.at); }
  friend constexpr term operator-(term a, term b) { return a.made(operation::subtract, {}, 0, b.at); }
  /// A constant times a constant multiple is one constant multiple, so the ½ of a squared error cancels its 2.
  friend constexpr term operator*(term a, term b) {
    if (a.graph->at[a.at].op == operation::constant && a.graph->at[b.at].op == operation::multiply)
      for (int k = 0; k < 2; ++k) {
        const term factor = b.operand(k), rest = b.operand(1 - k);
        if (!factor.is_constant()) continue;
        if (const auto p = node::exact_product(node::real_value(a.payload()), node::real_value(factor.payload())))
          return (a.shape().is_scalar() ? factor : a).filled(*p).made(operation::multiply, rest);
      }
    if (a.is_part()) return a.in_its_place(a.operand(0) * a.in_that_place(b));
    if (b.is_part()) return b.in_its_place(b.in_that_place(a) * b.operand(0));
    return a.made(operation::multiply, {}, 0, b.at);
  }
  friend constexpr term operator/(term a, term b) { return a.is_part() ? a.in_its_place(a.operand(0) / a.in_that_place(b)) : a.made(operation::divide, b); }
  friend constexpr term operator-(term a) { return a.is_part() ? a.in_its_place(-a.operand(0)) : a.made(operation::negate); }
  friend constexpr term operator+(double a, term b) { return b.number(a) + b; }
  friend constexpr term operator+(term a, double b) { return a + a.number(b); }
  friend constexpr term operator-(term a, double b) { return a - a.number(b); }
  friend constexpr term operator*(double a, term b) { return b.number(a) * b; }
  friend constexpr term operator/(double a, term b) { return b.number(a) / b; }
  friend constexpr term operator-(double a, term b) { return b.number(a) - b; }

  // element by element
  friend constexpr term square(term a) { return a.made(operation::square); }
  friend constexpr term sqrt(term a) { return a.made(operation::sqrt); }
  friend constexpr term cbrt(term a) { return a.made(operation::cbrt); }
  friend constexpr term abs(term a) { return a.made(operation::abs); }
  friend constexpr term sign(term a) { return a.made(operation::sign); }
  friend constexpr term exp(term a) { return a.made(operation::exp); }
  friend constexpr term exp2(term a) { return a.made(operation::exp2); }
  friend constexpr term expm1(term a) { return a.made(operation::expm1); }
  friend constexpr term log(term a) { return a.made(operation::log); }
  friend constexpr term log2(term a) { return a.made(operation::log2); }
  friend constexpr term log10(term a) { return a.made(operation::log10); }
  friend constexpr term log1p(term a) { return a.made(operation::log1p); }
  friend constexpr term sin(term a) { return a.made(operation::sin); }
  friend constexpr term cos(term a) { return a.made(operation::cos); }
  friend constexpr term tan(term a) { return a.made(operation::tan); }
  friend constexpr term asin(term a) { return a.made(operation::asin); }
  friend constexpr term acos(term a) { return a.made(operation::acos); }
  friend constexpr term atan(term a) { return a.made(operation::atan); }
  friend constexpr term sinh(term a) { return a.made(operation::sinh); }
  friend constexpr term cosh(term a) { return a.made(operation::cosh); }
  friend constexpr term tanh(term a) { return a.made(operation::tanh); }
  friend constexpr term asinh(term a) { return a.made(operation::asinh); }
  friend constexpr term acosh(term a) { return a.made(operation::acosh); }
  friend constexpr term atanh(term a) { return a.made(operation::atanh); }
  friend constexpr term erf(term a) { return a.made(operation::erf); }
  friend constexpr term erfc(term a) { return a.made(operation::erfc); }
  friend constexpr term sigmoid(term a) { return a.made(operation::sigmoid); }
  friend constexpr term relu(term a) { return a.made(operation::relu); }
  friend constexpr term softplus(term a) { return a.made(operation::softplus); }
  friend constexpr term stop_gradient(term a) { return a.made(operation::stop_gradient); }
  /// aᵇ; 1 and a for the constants 0 and 1.
  friend constexpr term pow(term a, term b) {
    if (b.is_constant() && b.payload() == node::payload_of(0.0)) return a.filled(1.0);
    if (b.is_one()) return a;
    return a.made(operation::pow, b);
  }
  friend constexpr term hypot(term a, term b) { return a.made(operation::hypot, b); }
  friend constexpr term atan2(term a, term b) { return a.made(operation::atan2, b); }
  friend constexpr term min(term a, term b) { return a.made(operation::min, b); }
  friend constexpr term max(term a, term b) { return a.made(operation::max, b); }
  friend constexpr term lt(term a, term b) { return a.made(operation::less, b); }
  friend constexpr term le(term a, term b) { return a.made(operation::less_equal, b); }
  friend constexpr term gt(term a, term b) { return a.made(operation::greater, b); }
  friend constexpr term ge(term a, term b) { return a.made(operation::greater_equal, b); }
  friend constexpr term lt(term a, double b) { return lt(a, a.number(b)); }
  friend constexpr term gt(term a, double b) { return gt(a, a.number(b)); }
  friend constexpr term select(term c, term a, term b) {
    const bool same_place = a.is_part() && b.is_part() && a.payload() == b.payload() && a.operand(0).shape() == b.operand(0).shape();
    if (same_place || (a.is_part() && b.is_zero()) || (b.is_part() && a.is_zero())) {
      const term part = a.is_part() ? a : b, zero = part.number(0);
      return part.in_its_place(select(part.in_that_place(c), a.is_part() ? a.operand(0) : zero, b.is_part() ? b.operand(0) : zero));
    }
    return c.made(operation::select, {}, 0, a.at, b.at);
  }
  friend constexpr term select(term c, term a, double b) { return select(c, a, a.number(b)); }
  friend constexpr term select(term c, double a, term b) { return select(c, b.number(a), b); }

  // of whole vectors and matrices
  friend constexpr term sum(term a) { return a.shape().is_scalar() ? a : a.is_part() ? sum(a.operand(0)) : a.made(operation::sum); }
  friend constexpr term norm(term a) { return a.made(operation::norm); }
  friend constexpr term max_element(term a) { return a.made(operation::max_element); }
  friend constexpr term transpose(term a) { return a.made(operation::transpose); }
  friend constexpr term softmax(term a) { return a.made(operation::softmax); }
  friend constexpr term logsumexp(term a) { return a.made(operation::logsumexp); }
  friend constexpr term log_softmax(term a) { return a.made(operation::log_softmax); }
  friend constexpr term matmul(term a, term b) { return a.made(operation::matmul, b); }
  friend constexpr term dot(term a, term b) { return a.made(operation::dot, b); }
  friend constexpr term outer(term a, term b) { return a.made(operation::outer, b); }
  friend constexpr term concat(term a, term b) { return a.made(operation::concat, b); }
  friend constexpr term reshape(term a, extents to) {
    return a.shape() == to ? a : a.is_part() && !to.is_scalar() ? embed(a.operand(0), to, a.payload()) : a.made(operation::reshape, to, 0);
  }
  friend constexpr term slice(term a, extents to, std::uint64_t begin) {
    if (a.is_part()) {
      const std::uint64_t end = begin + to.size(), part_end = a.payload() + a.operand(0).shape().size();
      if (part_end <= begin || end <= a.payload()) return a.filled(to, 0);
      if (begin <= a.payload() && part_end <= end && !to.is_scalar()) return embed(a.operand(0), to, a.payload() - begin);
    }
    return to.is_scalar() ? element(a, begin) : a.made(operation::slice, to, begin);
  }
  friend constexpr term embed(term a, extents in, std::uint64_t begin) {
    if (a.is_part()) return embed(a.operand(0), in, begin + a.payload());
    return a.shape().is_scalar() ? place(a, in, begin) : a.shape() == in ? a : a.made(operation::embed, in, begin);
  }
  friend constexpr term broadcast(term a, extents to) { return a.made(operation::broadcast, to, 0); }
  friend constexpr term element(term a, std::uint64_t index) { return a.made(operation::element, {}, index); }
  friend constexpr term place(term a, extents in, std::uint64_t index) { return a.made(operation::place, in, index); }
};

/// The node of a custom operation.
template <class Operation, class Builder, class... More>
constexpr term<Builder> apply(term<Builder> a, More... more) {
  static_assert(op::define_custom<Operation, op::custom_payload<Operation>>::done);
  const term<Builder> x[] = {a, more...};
  const extents e[] = {a.shape(), more.shape()...};
  return a.made(op::custom_kind<Operation::elementwise, Operation::arity>, Operation::shape({}, e),
                op::custom_payload<Operation>, sizeof...(More) > 0 ? x[sizeof...(More) > 0].at : -1,
                sizeof...(More) > 1 ? x[2 * (sizeof...(More) > 1)].at : -1);
}

}  // namespace tapeless::graph
