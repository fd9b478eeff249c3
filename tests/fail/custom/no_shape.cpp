// SPDX-License-Identifier: BSL-1.0
// A structured operation without the shape of its result.
// EXPECT: tapeless: apply<Operation>(x...) requires an operation with a value and a contribution, and with a shape where it is structured; give it the static member functions that it lacks
// EXPECT: has_value_contribution_and_shape<reversed>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;

struct reversed : tl::structured_operation<1> {
  static constexpr std::string_view name = "reversed";
#ifndef EXPECT_FAIL
  static constexpr tl::extents shape(tl::extents, const tl::extents* x) { return x[0]; }
#endif
  template <class Math, class T, class Site, class Out, class A>
  static constexpr void value(Site, Out out, A a) {
    for (std::size_t i = 0; i < Site::out.size(); ++i) out.put(i, a(Site::out.size() - 1 - i));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta;
  }
};

constexpr auto E = sum(square(tl::apply<reversed>(v)));
double use() { return tl::function(E)(v = {1, 2, 3}); }
