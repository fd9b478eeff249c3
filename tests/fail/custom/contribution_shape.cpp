// SPDX-License-Identifier: BSL-1.0
// A contribution that has not the shape of the operand.
// EXPECT: a contribution must have the shape of its operand
// NOT SHORT: it stops constant evaluation, and compilers say more
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;

struct total : tl::structured_operation<1> {
  static constexpr std::string_view name = "total";
  static constexpr tl::extents shape(tl::extents, const tl::extents*) { return {}; }
  template <class Math, class T, class Site, class Out, class In>
  static constexpr void value(Site, Out out, In a) {
    T s(0);
    for (std::size_t i = 0; i < Site::template in<0>.size(); ++i) s += a(i);
    out.put(0, s);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
#ifdef EXPECT_FAIL
    return x[0].number(1.0) * delta;
#else
    return broadcast(delta, x[0].shape());
#endif
  }
};

constexpr auto slope = tl::derivative(tl::apply<total>(v), v);
