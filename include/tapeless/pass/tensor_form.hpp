// SPDX-License-Identifier: BSL-1.0
#pragma once
// Normal forms through operations on whole tensors: what is linear goes over the terms of its operands, with whatever is
// the same for all elements in front; what only picks and moves elements goes over their factors.
// in: operations on tensors and the normal forms of their operands; out: their normal forms.
#include <tapeless/pass/normal_form.hpp>

namespace tapeless::pass {

class tensor_forms : public normal_forms {
 public:
  /// Σ c·s·t = c·s·Σt over the elements of a tensor of this shape, for an s that is the same for all of them.
  constexpr fraction total(fraction u, extents shape) {
    const atom made{operation::sum, 0, 1, {shape, {}, {}, {}}, {u}, false, {}, false};
    if (varies(u.under)) return opaque(made);
    fraction result = number(0);
    for (int i = 0; i < u.over.size && !exceeded(); ++i) {
      const factors f = split(terms_.at(u.over, i));
      atom rest = made;
      rest.operand[0] = f.inside;
      const bool counts = terms_.is_one(f.inside.over);
      result = normal_forms::sum(result, product(f.outside, counts ? number(static_cast<double>(shape.size())) : opaque(rest)));
    }
    return quotient(result, of(u.under));
  }

  /// An operation that is linear in each of its one or two operands.
  constexpr fraction linear(const atom& made) {
    for (int k = 0; k < made.arity; ++k)
      if (varies(made.operand[k].under)) return opaque(made);
    const bool two = made.arity == 2;
    fraction result = number(0);
    for (int i = 0; i < made.operand[0].over.size; ++i)
      for (int j = 0; j < (two ? made.operand[1].over.size : 1) && !exceeded(); ++j) {
        const factors f = split(terms_.at(made.operand[0].over, i));
        const factors g = two ? split(terms_.at(made.operand[1].over, j)) : factors{number(1), number(1)};
        atom rest = made;
        rest.operand[0] = f.inside;
        if (two) rest.operand[1] = g.inside;
        result = normal_forms::sum(result, product(product(f.outside, g.outside), opaque(rest)));
      }
    result = quotient(result, of(made.operand[0].under));
    return two ? quotient(result, of(made.operand[1].under)) : result;
  }

  /// An operation each of whose results is one element of its operand.
  constexpr fraction selected(const atom& made) {
    const fraction u = made.operand[0];
    return varies(u) ? quotient(selected(made, u.over), selected(made, u.under)) : u;
  }

 private:
  /// A term as what is the same for all elements, and what is not.
  struct factors {
    fraction outside, inside;
  };
  constexpr factors split(term t) {
    factors f{of(terms_.single({{0, 0}, t.factor})), number(1)};
    for (monomial rest = t.of; !rest.is_one(); rest.drop_first()) {
      const int i = monomial::atom_of(rest.first());
      fraction& side = atoms_[i].varies ? f.inside : f.outside;
      side = product(side, of(terms_.power_of_atom(i, monomial::exponent_of(rest.first()))));
    }
    return f;
  }

  constexpr fraction selected(const atom& how, polynomial p) {
    fraction result = number(0);
    for (int i = 0; i < p.size && !exceeded(); ++i) {
      const term t = terms_.at(p, i);
      fraction factor = of(terms_.single({{0, 0}, t.factor}));
      for (monomial rest = t.of; !rest.is_one(); rest.drop_first()) {
        const int n = static_cast<int>(monomial::exponent_of(rest.first()));
        factor = product(factor, power(selected(how, monomial::atom_of(rest.first())), n));
      }
      result = normal_forms::sum(result, factor);
    }
    return result;
  }
  /// sin(v)[0] is sin(v[0]), and so for every element-wise operation.
  constexpr fraction selected(atom how, int i) {
    const atom a = atoms_[i];
    const bool elementwise = op::table[a.op].elementwise && !op::is_leaf(a.op);
    how.operand[0] = of(terms_.power_of_atom(i, 1));
    if (!a.varies) return how.operand[0];
    if (!elementwise) return opaque(how);
    atom rest = a;
    for (int k = 0; k < a.arity; ++k) {
      how.operand[0] = a.operand[k];
      rest.operand[k] = selected(how);
    }
    return a.arity == 1 && !op::is_custom(a.op) ? function(a.op, rest.operand[0]) : opaque(rest);
  }
};

}  // namespace tapeless::pass
