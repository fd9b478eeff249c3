// SPDX-License-Identifier: BSL-1.0
// A custom operation of one operand, given two.
// EXPECT: tapeless: apply<Operation>(x...) requires as many operands as the operation's Arity says
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

struct twice : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "doubled";
  template <class Math, class T>
  static constexpr T value(T a) {
    return a + a;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta + delta;
  }
};

#ifdef EXPECT_FAIL
constexpr auto E = sum(tl::apply<twice>(v, v));
#else
constexpr auto E = sum(tl::apply<twice>(v));
#endif
