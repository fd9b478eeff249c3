// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/polynomial.hpp>

#include <limits>

namespace {

using namespace tapeless::pass;

// coefficients are exact or none
static_assert(*dyadic::from(0.75) == dyadic{3, -2});
static_assert(*dyadic::from(-6.0) == dyadic{-3, 1});
static_assert(*dyadic::from(0.0) == dyadic{0, 0});
static_assert(!dyadic::from(std::numeric_limits<double>::infinity()));
static_assert(*sum({3, -2}, {1, -2}) == dyadic{1, 0});
static_assert(!sum({1, 0}, {1, 100}));
static_assert(*product(dyadic{3, -2}, dyadic{-5, 1}) == dyadic{-15, -1});
static_assert(!product(dyadic{(std::int64_t{1} << 40) + 1, 0}, dyadic{(std::int64_t{1} << 40) + 1, 0}));

// monomials: a product adds exponents; the order is kept by multiplication
constexpr monomial u = monomial::power(0, 1), v = monomial::power(1, 2), w = monomial::power(2, 1);
static_assert(*product(u, v) == *product(v, u));
static_assert(*product(*product(u, v), w) == *product(u, *product(v, w)));
static_assert(*product(v, v) == monomial::power(1, 4));
static_assert(product(*product(v, v), u)->without_square(1) == *product(v, u));
static_assert(product(v, u)->without_square(1) == u);
static_assert(u < v && v < w && product(u, u)->is_one() == false);
static_assert(*product(u, v) < *product(v, v) && *product(u, w) < *product(v, w));
static_assert(!product(monomial::power(0, 31), u));

constexpr bool nine_atoms_do_not_fit() {
  monomial m{0, 0};
  for (int i = 0; i < 8; ++i) m = *product(m, monomial::power(i, 1));
  return !product(m, monomial::power(8, 1));
}
static_assert(nine_atoms_do_not_fit());

// (a + b)(a - b) = a² - b²
constexpr bool multiplies() {
  polynomials p;
  const polynomial a = p.power_of_atom(0, 1), b = p.power_of_atom(1, 1);
  const polynomial left = p.product(p.sum(a, b), p.sum(a, p.negative(b)));
  const polynomial right = p.sum(p.product(a, a), p.negative(p.product(b, b)));
  return p.equal(left, right) && p.opposite(left, p.negative(right)) && left.size == 2 && !p.exceeded;
}
static_assert(multiplies());

// a - a has no terms
constexpr bool cancels() {
  polynomials p;
  const polynomial a = p.sum(p.power_of_atom(0, 3), p.whole(5));
  return p.sum(a, p.negative(a)).size == 0 && p.product(a, p.whole(0)).size == 0;
}
static_assert(cancels());

// too much work is noticed
constexpr bool gives_up() {
  polynomials p;
  polynomial a = p.whole(1);
  for (int i = 0; i < 6; ++i) a = p.sum(a, p.power_of_atom(i, 1));
  for (int i = 0; i < 5 && !p.exceeded; ++i) a = p.product(a, a);
  return p.exceeded;
}
static_assert(gives_up());

}  // namespace
