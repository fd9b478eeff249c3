// SPDX-License-Identifier: BSL-1.0
#pragma once
// Quotients of polynomials over atoms. An atom is what has no rule: a variable, sin(u), sum(v) …, told apart by operation
// and by the normal forms of its operands. Some kinds of atoms have rules:
//   sin and cos of sums by the addition theorems (where that is asked for),  cos(u)² = 1 - sin(u)²,  cosh(u)² = 1 + sinh(u)²,  √u² = u,  |u|² = u²,  exp(Σ nᵢuᵢ) = Π exp(uᵢ)^nᵢ for whole nᵢ
// A tensor stands for any one of its elements, so an identity of elements is one of tensors of equal shape.
// in: operations, one by one; out: their normal forms, and whether two of these are known to be equal.
#include <tapeless/op/table.hpp>
#include <tapeless/pass/polynomial.hpp>

namespace tapeless::pass {

struct fraction {
  polynomial over;
  polynomial under;
};

struct atom {
  operation op{};
  std::uint64_t payload = 0;
  int arity = 0;
  extents shape[4]{};  // the operands', then its own; of element-wise operations all are scalars
  fraction operand[3]{};
  bool has_square = false;
  polynomial square{};  // what its square is replaced by
  bool varies = false;  // from element to element of a tensor
};

/// Which functions are not atoms, as all are at first, for that is shorter: hyperbolic and logistic ones are made of exponentials, and then the sine and
/// cosine of a sum of those of its terms, too.
enum class expansion { none, exponentials, angles };

class normal_forms {
 public:
  expansion expands = expansion::none;

  /// Nothing can be said any more.
  constexpr bool exceeded() const { return terms_.exceeded; }

  constexpr fraction number(double v) {
    const auto exact = dyadic::from(v);
    if (!exact) terms_.exceeded = true;
    return of(terms_.number(exact ? *exact : dyadic{0, 0}));
  }
  constexpr fraction negative(fraction a) { return {terms_.negative(a.over), a.under}; }
  constexpr fraction sum(fraction a, fraction b) {
    if (terms_.equal(a.under, b.under)) return {terms_.sum(a.over, b.over), a.under};
    return defined({terms_.sum(times(a.over, b.under), times(b.over, a.under)), times(a.under, b.under)});
  }
  constexpr fraction product(fraction a, fraction b) { return simple(rational(defined({times(a.over, b.over), times(a.under, b.under)}))); }
  constexpr fraction quotient(fraction a, fraction b) {
    if (b.over.size == 0) terms_.exceeded = true;  // nowhere defined: nothing is said of it
    if (terms_.equal(a.under, b.under)) return simple(rational({a.over, b.over}));
    return simple(rational(defined({times(a.over, b.under), times(a.under, b.over)})));
  }

  /// 1: equal, -1: each the negative of the other, 0: neither, as far as is known. Where a denominator may be a divisor of
  /// zero, as |x| - x is by (|x| - x)(|x| + x) = 0, a product with it says nothing: only equal denominators compare.
  constexpr int relation(fraction a, fraction b) {
    terms_.spend(4);
    const bool aligned = terms_.equal(a.under, b.under);
    if (!aligned && (may_divide_zero(a.under) || may_divide_zero(b.under))) return 0;
    const polynomial p = aligned ? a.over : times(a.over, b.under);
    const polynomial q = aligned ? b.over : times(b.over, a.under);
    return terms_.equal(p, q) ? 1 : terms_.opposite(p, q) ? -1 : 0;
  }

  /// An operation without a rule; equal operations on equal operands are one atom.
  constexpr fraction opaque(atom made) {
    made.varies = !made.shape[3].is_scalar();
    if (op::table[made.op].elementwise)
      for (int k = 0; k < made.arity; ++k) made.varies = made.varies || varies(made.operand[k]);
    return of(terms_.power_of_atom(index_of(made), 1));
  }

  /// An element-wise function of one operand.
  constexpr fraction function(operation o, fraction u) {
    const bool odd = is_odd(o), even = o == operation::cos || o == operation::cosh || o == operation::abs;
    const bool root = o == operation::sqrt, logistic = o == operation::sigmoid;
    if (o == operation::exp) return exponential(u);
    if (expands == expansion::angles && (o == operation::sin || o == operation::cos) && is_sum_of_angles(u)) return of_sum_of_angles(o, u.over);
    if (u.over.size == 0 && (odd || root)) return u;
    if (u.over.size == 0 && o == operation::abs) return u;
    if (u.over.size == 0 && (even || logistic)) return of(terms_.number({1, even ? 0 : -1}));
    if (terms_.equal(u.over, u.under) && root) return u;
    if (o == operation::log && u.over.size > 0) return difference(logarithm(u.over), logarithm(u.under));
    if (odd || even || logistic)
      for (int i = 0; i < count_; ++i) {
        if (atoms_[i].op != o || relation(atoms_[i].operand[0], u) != -1) continue;
        const polynomial known = terms_.power_of_atom(i, 1);
        return of(even ? known : odd ? terms_.negative(known) : one_minus(known));
      }
    return of(terms_.power_of_atom(index_of_function(o, u), 1));
  }

  constexpr fraction difference(fraction a, fraction b) { return sum(a, negative(b)); }
  /// aⁿ for a whole n, of either sign.
  constexpr fraction power(fraction a, int n) {
    fraction result = number(1);
    for (int k = 0; k < (n < 0 ? -n : n); ++k) result = product(result, a);
    return n < 0 ? quotient(number(1), result) : result;
  }

 protected:
  static constexpr int room = 128;

  constexpr bool varies(polynomial p) const {
    for (int i = 0; i < p.size; ++i)
      for (monomial rest = terms_.at(p, i).of; !rest.is_one(); rest.drop_first())
        if (atoms_[monomial::atom_of(rest.first())].varies) return true;
    return false;
  }
  constexpr bool varies(fraction f) const { return varies(f.over) || varies(f.under); }

  static constexpr bool is_odd(operation o) {
    switch (o) {
      case operation::sin:
      case operation::tanh:
      case operation::sinh:
      case operation::asin:
      case operation::atan:
      case operation::asinh:
      case operation::atanh:
      case operation::erf:
      case operation::cbrt:
      case operation::sign: return true;
      default: return false;
    }
  }

  /// log(c·Π aᵢ^nᵢ) = log c + Σ nᵢ log aᵢ for a positive c, an exponential among the aᵢ giving its exponent. It reads every
  /// log a as log|a|, which is true where log a is defined; exp(log a) = a must therefore not be applied to its result.
  constexpr fraction logarithm(polynomial p) {
    if (p.size == 1) return logarithm(terms_.at(p, 0));
    return of(terms_.power_of_atom(index_of_function(operation::log, of(p)), 1));
  }
  constexpr fraction logarithm(const term& t) {
    const fraction whole = of(terms_.single(t));
    const bool one_atom = t.factor == dyadic{1, 0} && !t.of.is_one() && monomial::exponent_of(t.of.first()) == 1 &&
                          monomial::power(monomial::atom_of(t.of.first()), 1) == t.of;
    const bool is_exponential = one_atom && atoms_[monomial::atom_of(t.of.first())].op == operation::exp;
    if (t.factor.significand < 0 || (one_atom && !is_exponential) || (t.of.is_one() && t.factor != dyadic{1, 0}))
      return of(terms_.power_of_atom(index_of_function(operation::log, whole), 1));
    fraction result = of(terms_.whole(0));
    if (t.factor != dyadic{1, 0}) result = logarithm({{0, 0}, t.factor});
    for (monomial rest = t.of; !rest.is_one(); rest.drop_first()) {
      const int i = monomial::atom_of(rest.first());
      const fraction of_atom =
          atoms_[i].op == operation::exp
              ? atoms_[i].operand[0]
              : of(terms_.power_of_atom(index_of_function(operation::log, of(terms_.power_of_atom(i, 1))), 1));
      const auto n = static_cast<double>(monomial::exponent_of(rest.first()));
      result = sum(result, product(number(n), of_atom));
    }
    return result;
  }

  /// A denominator that vanishes identically is nowhere defined: nothing is said of it.
  constexpr fraction defined(fraction f) {
    if (f.under.size == 0) terms_.exceeded = true;
    return f;
  }
  /// Only |u| and √u come into question, for their squares have rules that are no irreducible equations.
  constexpr bool may_divide_zero(polynomial p) const {
    for (int i = 0; i < p.size; ++i)
      for (monomial rest = terms_.at(p, i).of; !rest.is_one(); rest.drop_first())
        if (const operation o = atoms_[monomial::atom_of(rest.first())].op; o == operation::abs || o == operation::sqrt) return true;
    return false;
  }
  /// a/(b√u) is a√u/(bu): where every term of a denominator has the factor √u.
  constexpr fraction rational(fraction f) {
    if (f.under.size == 0) return f;
    for (monomial rest = terms_.at(f.under, 0).of; !rest.is_one(); rest.drop_first()) {
      const int i = monomial::atom_of(rest.first());
      if (atoms_[i].op != operation::sqrt || !atoms_[i].has_square || !divides(i, f.under)) continue;
      const polynomial root = terms_.power_of_atom(i, 1);
      f = {times(f.over, root), times(f.under, root)};
    }
    return f;
  }
  constexpr bool divides(int atom, polynomial p) const {
    for (int i = 0; i < p.size; ++i) {
      bool found = false;
      for (monomial rest = terms_.at(p, i).of; !rest.is_one(); rest.drop_first()) found = found || monomial::atom_of(rest.first()) == atom;
      if (!found) return false;
    }
    return true;
  }

  constexpr fraction of(polynomial p) { return {p, terms_.whole(1)}; }
  constexpr polynomial one_minus(polynomial p) { return terms_.sum(terms_.whole(1), terms_.negative(p)); }

  constexpr bool same(const atom& a, const atom& b, bool swapped) {
    for (int k = 0; k < a.arity; ++k)
      if (relation(a.operand[k], b.operand[swapped ? a.arity - 1 - k : k]) != 1) return false;
    return true;
  }
  constexpr int index_of(const atom& made) {
    terms_.spend(1 + count_ / 16);
    for (int i = 0; i < count_; ++i) {
      const atom& known = atoms_[i];
      if (known.op != made.op || known.payload != made.payload) continue;
      bool alike = true;
      for (int k = 0; k < 4; ++k) alike = alike && known.shape[k] == made.shape[k];
      if (alike && (same(known, made, false) || (op::table[made.op].commutative && same(known, made, true)))) return i;
    }
    any_square_ = any_square_ || made.has_square;
    if (count_ == room) terms_.exceeded = true;
    else atoms_[count_++] = made;
    return count_ - 1;
  }
  constexpr int index_of_function(operation o, fraction u) {
    atom made{o, 0, 1, {}, {u}, false, {}, varies(u)};
    if (o == operation::cos) {
      const polynomial sine = function(operation::sin, u).over;
      made.square = one_minus(times(sine, sine));
      made.has_square = true;
    } else if (o == operation::cosh) {
      const polynomial sine = function(operation::sinh, u).over;
      made.square = terms_.sum(terms_.whole(1), times(sine, sine));
      made.has_square = true;
    } else if (o == operation::abs && terms_.is_one(u.under)) {
      made.square = times(u.over, u.over);
      made.has_square = true;
    } else if (o == operation::sqrt && terms_.is_one(u.under)) {
      made.square = u.over;
      made.has_square = true;
    }
    return index_of(made);
  }

  constexpr fraction exponential(fraction u) {
    bool whole_numbers = terms_.is_one(u.under);
    for (int i = 0; i < u.over.size; ++i) {
      const dyadic n = terms_.at(u.over, i).factor;
      whole_numbers = whole_numbers && n.exponent >= 0 && n.bits() + n.exponent <= 4;
    }
    if (!whole_numbers) {
      for (int i = 0; i < count_; ++i)
        if (atoms_[i].op == operation::exp && relation(atoms_[i].operand[0], u) == -1)
          return {terms_.whole(1), terms_.power_of_atom(i, 1)};
      return of(terms_.power_of_atom(index_of_function(operation::exp, u), 1));
    }
    fraction result = of(terms_.whole(1));
    for (int i = 0; i < u.over.size; ++i) {
      const term t = terms_.at(u.over, i);
      const std::int64_t n = t.factor.significand * (std::int64_t{1} << t.factor.exponent);
      const int base = index_of_function(operation::exp, of(terms_.single({t.of, {1, 0}})));
      polynomial& side = n < 0 ? result.under : result.over;
      side = times(side, terms_.power_of_atom(base, static_cast<std::uint64_t>(n < 0 ? -n : n)));
    }
    return result;
  }

  /// How often a term is there, n for n·Π aᵢ with a small whole n, else once; and the term itself.
  struct repeated_term {
    int times;
    term once;
  };
  static constexpr repeated_term repeated(const term& t) {
    if (t.factor.exponent < 0 || t.factor.bits() + t.factor.exponent > 3 || t.of.is_one()) return {1, t};
    return {static_cast<int>(t.factor.significand) * (1 << t.factor.exponent), {t.of, {1, 0}}};
  }
  constexpr bool is_sum_of_angles(fraction u) const {
    return terms_.is_one(u.under) && (u.over.size > 1 || (u.over.size == 1 && repeated(terms_.at(u.over, 0)).times != 1));
  }
  /// sin(u + v) = sin u·cos v + cos u·sin v, cos(u + v) = cos u·cos v - sin u·sin v
  constexpr fraction of_sum_of_angles(operation o, polynomial angles) {
    fraction sine = number(0), cosine = number(1);
    for (int i = 0; i < angles.size; ++i) {
      const repeated_term r = repeated(terms_.at(angles, i));
      const fraction angle = of(terms_.single(r.once)), c = function(operation::cos, angle);
      const fraction s = r.times < 0 ? negative(function(operation::sin, angle)) : function(operation::sin, angle);
      for (int k = 0; k < (r.times < 0 ? -r.times : r.times) && !exceeded(); ++k) {
        const fraction next = sum(product(sine, c), product(cosine, s));
        cosine = difference(product(cosine, c), product(sine, s));
        sine = next;
      }
    }
    return o == operation::sin ? sine : cosine;
  }

  constexpr polynomial times(polynomial p, polynomial q) {
    const int begin = terms_.mark();
    return terms_.moved_down(reduced(terms_.product(p, q)), begin);
  }
  /// The atom of a monomial whose square has a rule, or -1.
  constexpr int replaceable(monomial m) const {
    for (; !m.is_one(); m.drop_first())
      if (const int i = monomial::atom_of(m.first()); monomial::exponent_of(m.first()) > 1 && atoms_[i].has_square)
        return i;
    return -1;
  }
  constexpr polynomial reduced(polynomial p) {
    if (!any_square_) return p;
    polynomial result = terms_.whole(0);
    for (int i = 0; i < p.size && !exceeded(); ++i) {
      const term t = terms_.at(p, i);
      const int found = replaceable(t.of);
      result = terms_.sum(result, found < 0 ? terms_.single(t)
                                            : times(terms_.single({t.of.without_square(found), t.factor}),
                                                    atoms_[found].square));
    }
    return result;
  }

  /// A denominator that is a power of two goes into the numerator.
  constexpr fraction simple(fraction f) {
    if (!terms_.is_number(f.under) || f.under.size == 0 || terms_.is_one(f.under)) return f;
    const dyadic d = terms_.at(f.under, 0).factor;
    if (d.significand != 1 && d.significand != -1) return f;
    return of(times(f.over, terms_.number({d.significand, -d.exponent})));
  }

  polynomials terms_;
  atom atoms_[room]{};
  int count_ = 0;
  bool any_square_ = false;
};

}  // namespace tapeless::pass
