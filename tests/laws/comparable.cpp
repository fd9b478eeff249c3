// SPDX-License-Identifier: BSL-1.0
// Expressions model Hana's Comparable: hana::equal is an equivalence, and agrees with ==, with the types and with keys.
#include <boost/hana/concept/comparable.hpp>
#include <boost/hana/not_equal.hpp>
#include <type_traits>

#include "laws/laws.hpp"

using namespace laws;

static_assert(hana::Comparable<decltype(x * y)>::value);
static_assert(std::is_same_v<hana::tag_of_t<decltype(x)>, hana::tag_of_t<decltype(0.5_c * x)>>);

TEST_CASE("equal(a, a)", "[laws]") {
  for_all([](auto a) { STATIC_REQUIRE(same(a, a)); });
}

TEST_CASE("equal(a, b) <=> equal(b, a) <=> a == b <=> one type", "[laws]") {
  for_all_pairs([](auto a, auto b) {
    STATIC_REQUIRE(same(a, b) == same(b, a));
    STATIC_REQUIRE(same(a, b) == decltype(a == b)::value);
    STATIC_REQUIRE(same(a, b) == std::is_same_v<decltype(a), decltype(b)>);
    STATIC_REQUIRE(same(a, b) != decltype(hana::not_equal(a, b))::value);
  });
}

TEST_CASE("equal expressions are equal functions", "[laws]") {
  CHECK(equal(x + y, y + x));
  for_all_pairs([](auto a, auto b) {
    CHECK(equal(a + b, b + a));
    STATIC_REQUIRE(same(a + b, b + a));
    STATIC_REQUIRE(same(a * b, b * a));
  });
}
