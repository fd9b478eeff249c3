// SPDX-License-Identifier: BSL-1.0
// Two operations of one name.
// EXPECT: custom_operation_of_this_name
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

struct twice : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "twice";
  template <class Math, class T>
  static constexpr T value(T a) {
    return a + a;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta + delta;
  }
};

struct twice_again : twice {
#ifndef EXPECT_FAIL
  static constexpr std::string_view name = "twice_again";
#endif
};

constexpr auto E = sum(tl::apply<twice>(v)) + sum(tl::apply<twice_again>(v));
