// SPDX-License-Identifier: BSL-1.0
// Expressions model Hana's Ring with hana::mult and hana::one. The identity holds of the syntax; associativity and
// distributivity hold of the functions.
#include <boost/hana/concept/ring.hpp>

#include "laws/laws.hpp"

using namespace laws;

static_assert(hana::Ring<decltype(x * y)>::value);

TEST_CASE("one · a == a == a · one", "[laws]") {
  STATIC_REQUIRE(same(hana::one<tl::expression_tag>(), 1_c));
  for_all([](auto a) {
    STATIC_REQUIRE(same(hana::mult(hana::one<tl::expression_tag>(), a), a));
    STATIC_REQUIRE(same(hana::mult(a, hana::one<tl::expression_tag>()), a));
  });
}

TEST_CASE("zero · a == zero", "[laws]") {
  for_all([](auto a) {
    STATIC_REQUIRE(same(hana::mult(hana::zero<tl::expression_tag>(), a), 0_c));
    STATIC_REQUIRE(same(hana::mult(a, hana::zero<tl::expression_tag>()), 0_c));
  });
}

TEST_CASE("mult is *", "[laws]") {
  for_all_pairs([](auto a, auto b) { STATIC_REQUIRE(same(hana::mult(a, b), a * b)); });
}

TEST_CASE("(a · b) · c = a · (b · c) as functions", "[laws]") {
  for_some_triples([](auto a, auto b, auto c) {
    CHECK(equal(hana::mult(hana::mult(a, b), c), hana::mult(a, hana::mult(b, c))));
  });
}

TEST_CASE("a · (b + c) = a · b + a · c, and from the right, as functions", "[laws]") {
  for_some_triples([](auto a, auto b, auto c) {
    CHECK(equal(hana::mult(a, hana::plus(b, c)), hana::plus(hana::mult(a, b), hana::mult(a, c))));
    CHECK(equal(hana::mult(hana::plus(b, c), a), hana::plus(hana::mult(b, a), hana::mult(c, a))));
  });
}

TEST_CASE("hana::product absorbs the one that it starts from", "[laws]") {
  STATIC_REQUIRE(same(hana::product<tl::expression_tag>(hana::make_tuple(x, y, z)), (x * y) * z));
  STATIC_REQUIRE(same(hana::product<tl::expression_tag>(hana::make_tuple()), 1_c));
}
