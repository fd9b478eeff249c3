// SPDX-License-Identifier: BSL-1.0
// Printed code would call the other function.
// EXPECT: tapeless: apply<Operation>(x...) requires a name that no operation of the library has; rename the operation
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

struct cube : tl::elementwise_operation<1> {
#ifdef EXPECT_FAIL
  static constexpr std::string_view name = "tanh";
#else
  static constexpr std::string_view name = "cube";
#endif
  template <class, class T>
  static constexpr T value(T a) {
    return a * a * a;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * (3.0 * square(x[0]));
  }
};
constexpr auto s = tl::input<"s">;
constexpr auto y = tl::apply<cube>(s);
