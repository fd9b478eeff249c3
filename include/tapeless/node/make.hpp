// SPDX-License-Identifier: BSL-1.0
#pragma once
// The one way to make a node: make(look, o, …) normalises and then asks the look-up to insert. The operators of expr/
// and the builder of graph/ both call it, so an expression and a derivative of the same form are the same node.
//
// Normalised are: the order of commutative operands, neutral and absorbing constants and -1 (only where the result keeps
// its shape), exact constant folding, double negation and double transposition, the signs of a sum's two terms (a + (-b) is
// a - b: the same bits), a broadcast beside an operand that has the shape already. Nothing else.
//
// A look-up offers:  ref, a pointer to something with op, shape, height, payload and self (null: none);
//                    operand(ref, k), operand_id(ref, k), descend(a, b, k), compare_names(a, b);
//                    insert(op, shape, payload, refs) -> ref.
#include <tapeless/meta/maybe.hpp>
#include <tapeless/node/order.hpp>
#include <tapeless/node/real.hpp>

namespace tapeless::node {

template <class Lookup>
struct maker {
  using ref = typename Lookup::ref;
  Lookup& look;
  operation op;
  extents target;
  std::uint64_t payload;
  ref x[3];

  constexpr bool is_constant(ref a) const { return a->op == operation::constant; }
  constexpr bool is(ref a, double v) const { return is_constant(a) && a->payload == payload_of(v); }
  constexpr double value(ref a) const { return real_value(a->payload); }
  constexpr bool keeps(ref a) const { return a->shape == target; }
  constexpr ref constant(double v) { return filled(target, payload_of(v)); }
  constexpr ref filled(extents shape, std::uint64_t bits) {
    return look.insert(operation::constant, shape, bits, nullptr, nullptr, nullptr);
  }
  constexpr ref negated(ref a) { return maker{look, operation::negate, a->shape, 0, {a, nullptr, nullptr}}.run(); }

  /// The value of an operation on constants, where it is exact.
  constexpr meta::maybe<double> folded() const {
    switch (op) {
      case operation::negate: return -value(x[0]);
      case operation::add: return exact_sum(value(x[0]), value(x[1]));
      case operation::subtract: return exact_sum(value(x[0]), -value(x[1]));
      case operation::multiply: return exact_product(value(x[0]), value(x[1]));
      case operation::divide: return exact_quotient(value(x[0]), value(x[1]));
      case operation::square: return exact_product(value(x[0]), value(x[0]));
      case operation::sum: return exact_product(value(x[0]), static_cast<double>(x[0]->shape.size()));
      case operation::transpose:
      case operation::broadcast:
      case operation::slice:
      case operation::element: return value(x[0]);
      default: return {};
    }
  }

  /// A result that one operand alone decides, or none.
  constexpr ref absorbed() {
    const ref a = x[0], b = x[1];
    switch (op) {
      case operation::add:
        if (is(a, 0.0) && keeps(b)) return b;
        if (is(b, 0.0) && keeps(a)) return a;
        break;
      case operation::subtract:
        if (is(b, 0.0) && keeps(a)) return a;
        if (is(a, 0.0) && keeps(b)) return negated(b);
        break;
      case operation::multiply:
        if (is(a, 1.0) && keeps(b)) return b;
        if (is(b, 1.0) && keeps(a)) return a;
        if (is(a, 0.0) || is(b, 0.0)) return constant(0.0);
        if (is(a, -1.0) && keeps(b)) return negated(b);
        if (is(b, -1.0) && keeps(a)) return negated(a);
        break;
      case operation::divide:
        if (is(b, 1.0) && keeps(a)) return a;
        if (is(a, 0.0) && !is(b, 0.0)) return constant(0.0);
        break;
      case operation::matmul:
      case operation::dot:
      case operation::outer:
        if (is(a, 0.0) || is(b, 0.0)) return constant(0.0);
        break;
      case operation::select:
        if (is(b, 0.0) && is(x[2], 0.0)) return constant(0.0);
        break;
      case operation::place:
        if (is(a, 0.0)) return constant(0.0);
        break;
      case operation::negate:
      case operation::transpose:
        if (a->op == op)
          if (const ref inner = look.operand(a, 0); keeps(inner)) return inner;
        break;
      case operation::broadcast:
        if (keeps(a)) return a;
        break;
      default: break;
    }
    return nullptr;
  }

  /// A filled operand of an element-wise operation is its scalar if another operand has the shape.
  constexpr ref unfilled(int k, int arity) {
    const ref a = x[k];
    const operation o = a->op;
    if (target.is_scalar() || a->shape.is_scalar()) return a;
    if (o != operation::broadcast && o != operation::constant) return a;
    for (int j = 0; j < arity; ++j)
      if (j != k && keeps(x[j])) {
        if (o == operation::broadcast) return look.operand(a, 0);
        return filled(extents{}, a->payload);
      }
    return a;
  }

  constexpr bool is_sum() const { return op == operation::add || op == operation::subtract; }

  /// ±a ± b is a + b, a - b, b - a or -a - b; the last with its terms in order.
  constexpr void collect_signs() {
    bool minus[2] = {false, op == operation::subtract};
    for (int k = 0; k < 2; ++k)
      if (x[k]->op == operation::negate || (is_constant(x[k]) && value(x[k]) < 0)) {
        x[k] = is_constant(x[k]) ? filled(x[k]->shape, payload_of(-value(x[k]))) : look.operand(x[k], 0);
        minus[k] = !minus[k];
      }
    op = minus[0] || minus[1] ? operation::subtract : operation::add;
    if (minus[0] && (!minus[1] || precedes(look, x[1], x[0]))) {
      const ref a = x[0];
      x[0] = x[1];
      x[1] = a;
    }
    if (minus[0] && minus[1]) x[0] = negated(x[0]);
  }

  /// Does no rule but the order of operands apply? Most nodes are through after this.
  constexpr bool is_plain(ref a) const {
    return a->op != operation::constant && a->op != operation::broadcast && (a->op != operation::negate || !is_sum()) &&
           (a->op != op || (op != operation::negate && op != operation::transpose));
  }

  constexpr ref run() {
    const op::traits* facts = &op::table[op];
    if (!((!x[0] || is_plain(x[0])) && (!x[1] || is_plain(x[1])) && (!x[2] || is_plain(x[2]))) || op == operation::broadcast) {
      if (is_constant(x[0]) && (facts->arity == 1 || (is_constant(x[1]) && (facts->arity == 2 || is_constant(x[2])))))
        if (const auto v = folded()) return constant(*v);
      if (const ref a = absorbed(); a != nullptr) return a;
      if (is_sum()) collect_signs();
      facts = &op::table[op];
      if (facts->elementwise)
        for (int k = 0; k < facts->arity; ++k) x[k] = unfilled(k, facts->arity);
    }
    if (facts->commutative && precedes(look, x[1], x[0])) return look.insert(op, target, payload, x[1], x[0], x[2]);
    return look.insert(op, target, payload, x[0], x[1], x[2]);
  }
};

/// `shape` is the shape of the result (op::shape_of_result).
template <class Lookup>
constexpr auto make(Lookup& look, operation o, extents shape, std::uint64_t payload, typename Lookup::ref a,
                    typename Lookup::ref b = nullptr, typename Lookup::ref c = nullptr) {
  return maker<Lookup>{look, o, shape, payload, {a, b, c}}.run();
}

}  // namespace tapeless::node
