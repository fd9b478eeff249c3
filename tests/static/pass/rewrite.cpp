// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/rewrite.hpp>

#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/pass/verify.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::operation;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
constexpr auto B = tl::input<"B", tl::mat<2, 3>>;
constexpr auto v = tl::input<"v", tl::vec<2>>;

template <class E>
constexpr const auto& rewritten(E) {
  return tl::pass::rewritten<tl::graph::lowered<E::self>>;
}
template <class E>
constexpr int count(E e, operation o) {
  static_assert(tl::pass::verify(tl::pass::rewritten<tl::graph::lowered<E::self>>) == tl::pass::fault::none);
  int n = 0;
  for (const auto& vertex : rewritten(e).at) n += vertex.op == o;
  return n;
}

// a + (-b) -> a - b, wherever the negation stands in the canonical order
static_assert(count(x + -y, operation::negate) == 0 && count(x + -y, operation::subtract) == 1);
static_assert(count(-x + y, operation::negate) == 0 && count(-x + y, operation::subtract) == 1);
static_assert(count(sin(x) + -y, operation::subtract) == 1 && count(-sin(x) + y, operation::subtract) == 1);
static_assert(count(-x + -y, operation::negate) == 1 && count(-x + -y, operation::subtract) == 1);

// a - (-b) -> a + b
static_assert(count(x - -y, operation::negate) == 0 && count(x - -y, operation::add) == 1);
static_assert(count(-x - y, operation::negate) == 1 && count(-x - y, operation::subtract) == 1);

// a negation that others need stays
static_assert(count((x + -y) * -y, operation::negate) == 1 && count((x + -y) * -y, operation::subtract) == 1);

// Aᵀ·B, A·Bᵀ are read transposed
static_assert(count(transpose(A) * B, operation::transpose) == 0 && count(A * transpose(B), operation::transpose) == 0);
static_assert(count(transpose(A) * v, operation::transpose) == 0);
static_assert(count(transpose(transpose(A) * B), operation::transpose) == 1);
static_assert(rewritten(transpose(A) * B).at[2].payload == tl::op::left_transposed);
static_assert(rewritten(A * transpose(B)).at[2].payload == tl::op::right_transposed);

// anything else is left as it is
static_assert(rewritten(sin(x) * y - x / y).size == tl::graph::lowered<(sin(x) * y - x / y).self>.size);
static_assert(rewritten(x).size == 1 && rewritten(2_c).size == 1);

}  // namespace
