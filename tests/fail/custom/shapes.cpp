// SPDX-License-Identifier: BSL-1.0
// An element-wise custom operation on a vector and a matrix.
// EXPECT: tapeless: apply<Operation>(x...) of an element-wise operation requires operands of one shape, or scalars
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

struct plus_twice : tl::elementwise_operation<2> {
  static constexpr std::string_view name = "plus_twice";
  template <class Math, class T>
  static constexpr T value(T a, T b) {
    return a + b + b;
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term*) {
    return slot == 0 ? delta : delta + delta;
  }
};

#ifdef EXPECT_FAIL
constexpr auto E = sum(tl::apply<plus_twice>(v, A));
#else
constexpr auto E = sum(tl::apply<plus_twice>(v, v));
#endif
