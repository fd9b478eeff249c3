// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/parts.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/expr/structure.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/pass/verify.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::operation;

constexpr auto x = tl::input<"x", tl::vec<4>>;
constexpr auto A = tl::input<"A", tl::mat<3, 4>>;
constexpr auto one = tl::input<"one", tl::vec<1>>;

/// The derivative by `by`, its sums of parts put together.
template <class E, class X>
constexpr const auto& derivative_graph(E, X) {
  constexpr const auto& g = tl::pass::with_parts_joined<tl::diff::gradient_graph<E::self, X::self>>();
  static_assert(tl::pass::verify(g) == tl::pass::fault::none);
  return g;
}
template <class E, class X>
constexpr int count(E e, X by, operation o) {
  int n = 0;
  for (const auto& vertex : derivative_graph(e, by).at) n += vertex.op == o;
  return n;
}
template <class E, class X>
constexpr bool keeps_identity(E e, X by) {
  const auto& g = derivative_graph(e, by);
  return g.at[g.output[1]].self == tl::diff::gradient_graph<E::self, X::self>.at[tl::diff::gradient_graph<E::self, X::self>.output[1]].self;
}

// n elements that are read one by one: n - 1 concatenations, and no addition, however many readers an element has
constexpr auto each = sin(x[0_c]) * cos(x[1_c]) * exp(x[2_c]) * tanh(x[3_c]);
static_assert(count(each, x, operation::concat) == 3 && count(each, x, operation::place) == 0 && count(each, x, operation::add) == 0);
static_assert(keeps_identity(each, x));

// an element that nobody reads is 0
constexpr auto some = sin(x[1_c]) * sin(x[3_c]);
static_assert(count(some, x, operation::concat) == 3 && count(some, x, operation::place) == 0);
// one element alone has its place, with all else that is added
static_assert(count(sin(x[2_c]), x, operation::place) == 1 && count(sin(x[2_c]), x, operation::concat) == 0);
static_assert(count(sin(x[2_c]) + sum(sin(x)), x, operation::place) == 1);

// segments and rows; the whole vector is read, too
constexpr auto first = tl::segment<0, 2>(x);
constexpr auto second = tl::segment<2, 2>(x);
constexpr auto segments = sum(sin(first)) * sum(exp(second));
static_assert(count(segments, x, operation::concat) == 1 && count(segments, x, operation::embed) == 0 && count(segments, x, operation::add) == 0);
static_assert(count(segments + dot(x, sin(x)), x, operation::concat) == 1 && count(segments + dot(x, sin(x)), x, operation::embed) == 0);
constexpr auto rows = sum(sin(tl::row<0>(A))) * sum(exp(tl::row<2>(A)));
static_assert(count(rows, A, operation::concat) == 2 && count(rows, A, operation::reshape) == 1 && count(rows, A, operation::embed) == 0);

// what overlaps is added: segments of other bounds, and an element of a segment
constexpr auto overlapping = sum(sin(tl::segment<0, 3>(x))) * sum(exp(tl::segment<1, 2>(x))) * cos(x[3_c]);
static_assert(count(overlapping, x, operation::concat) == 1 && count(overlapping, x, operation::embed) == 1);
static_assert(keeps_identity(overlapping, x));

// a vector of one element; nothing to put together
static_assert(count(sin(one[0_c]) * sum(cos(one)), one, operation::concat) == 0);
static_assert(&derivative_graph(dot(x, sin(x)), x) == &tl::diff::gradient_graph<decltype(dot(x, sin(x)))::self, decltype(+x)::self>);

}  // namespace
