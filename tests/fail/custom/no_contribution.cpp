// SPDX-License-Identifier: BSL-1.0
// An operation without its summand of the derivative.
// EXPECT: tapeless: apply<Operation>(x...) requires an operation with a value and a contribution, and with a shape where it is structured; give it the static member functions that it lacks
// EXPECT: has_value_contribution_and_shape<twice>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;

struct twice : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "two_times";
  template <class Math, class T>
  static constexpr T value(T a) {
    return a + a;
  }
#ifndef EXPECT_FAIL
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta + delta;
  }
#endif
};

constexpr auto slope = tl::gradient(sum(tl::apply<twice>(v)))[v];
