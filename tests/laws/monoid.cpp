// SPDX-License-Identifier: BSL-1.0
// Expressions model Hana's Monoid with hana::plus and hana::zero. The identity holds of the syntax; associativity holds
// of the functions only, because sums are binary and keep the order in which they were written.
#include <boost/hana/concept/monoid.hpp>

#include "laws/laws.hpp"

using namespace laws;

static_assert(hana::Monoid<decltype(x * y)>::value);

TEST_CASE("zero + a == a == a + zero", "[laws]") {
  STATIC_REQUIRE(same(hana::zero<tl::expression_tag>(), 0_c));
  for_all([](auto a) {
    STATIC_REQUIRE(same(hana::plus(hana::zero<tl::expression_tag>(), a), a));
    STATIC_REQUIRE(same(hana::plus(a, hana::zero<tl::expression_tag>()), a));
  });
}

TEST_CASE("the scalar zero is neutral for tensors too", "[laws]") {
  constexpr auto v = tl::input<"v", tl::vec<3>>;
  constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
  STATIC_REQUIRE(same(hana::plus(hana::zero<tl::expression_tag>(), v), v));
  STATIC_REQUIRE(same(hana::plus(A * v, hana::zero<tl::expression_tag>()), A * v));
}

TEST_CASE("plus is +", "[laws]") {
  for_all_pairs([](auto a, auto b) { STATIC_REQUIRE(same(hana::plus(a, b), a + b)); });
}

TEST_CASE("(a + b) + c = a + (b + c) as functions", "[laws]") {
  for_some_triples([](auto a, auto b, auto c) {
    CHECK(equal(hana::plus(hana::plus(a, b), c), hana::plus(a, hana::plus(b, c))));
  });
}

TEST_CASE("hana::sum and folds absorb the zero that they start from", "[laws]") {
  STATIC_REQUIRE(same(hana::sum<tl::expression_tag>(hana::make_tuple(x, y, z)), (x + y) + z));
  STATIC_REQUIRE(same(hana::sum<tl::expression_tag>(hana::make_tuple(x)), x));
  STATIC_REQUIRE(same(hana::sum<tl::expression_tag>(hana::make_tuple()), 0_c));
  STATIC_REQUIRE(same(hana::fold_left(hana::make_tuple(x, y, x * y), 0_c, hana::plus), x + y + x * y));
  STATIC_REQUIRE(same(hana::fold_left(hana::make_tuple(x, y), hana::plus), x + y));
}
