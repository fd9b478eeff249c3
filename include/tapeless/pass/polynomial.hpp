// SPDX-License-Identifier: BSL-1.0
#pragma once
// Polynomials with exact coefficients, in constant expressions: what equivalent() computes with.
// in: terms over numbered atoms; out: sums and products in one normal form, so that equal polynomials have equal terms.
// Whatever does not fit (a coefficient, a degree, a number of steps) is not computed but noted: `exceeded`.
#include <tapeless/pass/term.hpp>

namespace tapeless::pass {

/// Terms in ascending order of their monomials, none of them 0; none at all is the polynomial 0. A place in a pool.
struct polynomial {
  int first;
  int size;
};

class polynomials {
 public:
  /// Set when something did not fit. From then on results mean nothing.
  bool exceeded = false;

  constexpr polynomial number(dyadic v) { return v.significand == 0 ? polynomial{0, 0} : single({{0, 0}, v}); }
  constexpr polynomial whole(std::int64_t v) { return number(dyadic{v, 0}.reduced()); }
  constexpr polynomial power_of_atom(int atom, std::uint64_t exponent) {
    return single({monomial::power(atom, exponent), {1, 0}});
  }
  constexpr polynomial single(const term& t) {
    const int at = used_;
    push(t);
    return {at, 1};
  }

  constexpr const term& at(polynomial p, int i) const { return pool_[p.first + i]; }
  constexpr bool is_number(polynomial p) const { return p.size == 0 || (p.size == 1 && at(p, 0).of.is_one()); }
  constexpr bool is_one(polynomial p) const {
    return p.size == 1 && at(p, 0).of.is_one() && at(p, 0).factor == dyadic{1, 0};
  }
  constexpr bool equal(polynomial p, polynomial q) const {
    if (p.size != q.size) return false;
    for (int i = 0; i < p.size; ++i)
      if (!(at(p, i) == at(q, i))) return false;
    return true;
  }
  constexpr bool opposite(polynomial p, polynomial q) const {
    if (p.size != q.size) return false;
    for (int i = 0; i < p.size; ++i)
      if (at(p, i).of != at(q, i).of || at(p, i).factor != -at(q, i).factor) return false;
    return true;
  }

  constexpr polynomial negative(polynomial p) {
    const int begin = used_;
    for (int i = 0; i < p.size; ++i) push({at(p, i).of, -at(p, i).factor});
    return {begin, used_ - begin};
  }
  constexpr polynomial sum(polynomial p, polynomial q) {
    if (p.size == 0) return q;
    if (q.size == 0) return p;
    const int begin = used_;
    int i = 0, j = 0;
    while (i < p.size && j < q.size && !exceeded) {
      const term &a = at(p, i), &b = at(q, j);
      if (a.of < b.of) {
        push(a);
        ++i;
      } else if (b.of < a.of) {
        push(b);
        ++j;
      } else {
        const auto both = pass::sum(a.factor, b.factor);
        if (!both) exceeded = true;
        else if (both->significand != 0) push({a.of, *both});
        ++i, ++j;
      }
    }
    for (; i < p.size && !exceeded; ++i) push(at(p, i));
    for (; j < q.size && !exceeded; ++j) push(at(q, j));
    return {begin, used_ - begin};
  }

  /// The order of monomials is kept by multiplication, so a product is a merge of sorted rows.
  constexpr polynomial product(polynomial p, polynomial q) {
    if (p.size == 0 || q.size == 0) return {0, 0};
    if (is_one(p)) return q;
    if (is_one(q)) return p;
    if (p.size > q.size) return product(q, p);
    const int begin = used_;
    const polynomial result = p.size == 1 ? row(at(p, 0), q)
                                          : sum(product({p.first, p.size / 2}, q),
                                                product({p.first + p.size / 2, p.size - p.size / 2}, q));
    return moved_down(result, begin);
  }

  /// What is above `begin` but not the result is given up.
  constexpr polynomial moved_down(polynomial result, int begin) {
    if (result.first <= begin) return result;
    spend(result.size / 2);
    for (int i = 0; i < result.size; ++i) pool_[begin + i] = pool_[result.first + i];
    used_ = begin + result.size;
    return {begin, result.size};
  }
  constexpr int mark() const { return used_; }

  /// Pays for work that makes no terms.
  constexpr void spend(int steps) {
    budget_ -= steps;
    if (budget_ < 0) exceeded = true;
  }

 private:
  static constexpr int room = 4096;

  constexpr void push(const term& t) {
    spend(1);
    if (used_ == room) exceeded = true;
    else pool_[used_++] = t;
  }
  constexpr polynomial row(term t, polynomial q) {
    const int begin = used_;
    for (int i = 0; i < q.size && !exceeded; ++i) {
      const auto of = pass::product(t.of, at(q, i).of);
      const auto factor = pass::product(t.factor, at(q, i).factor);
      if (of && factor) push({*of, *factor});
      else exceeded = true;
    }
    return {begin, used_ - begin};
  }

  int used_ = 0;
  int budget_ = 4000;
  term pool_[room];
};

}  // namespace tapeless::pass
