// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/table.hpp>

namespace {

namespace tl = tapeless;
namespace op = tapeless::op;
using tl::operation;

constexpr operation at(int i) { return static_cast<operation>(i); }

// every entry has a name of its own, and the facts that the table repeats
consteval bool names_differ() {
  for (int i = 0; i < op::operation_count; ++i) {
    if (op::name_of(at(i)).empty()) return false;
    for (int j = 0; j < i; ++j)
      if (op::name_of(at(i)) == op::name_of(at(j))) return false;
  }
  return true;
}
static_assert(names_differ());

consteval bool facts_agree() {
  for (int i = 0; i < op::operation_count; ++i) {
    const op::traits facts = op::table[at(i)];
    if (facts.arity < 0 || facts.arity > 3) return false;
    if (op::is_leaf(at(i)) != (facts.arity == 0)) return false;
    if (facts.commutative && facts.arity != 2) return false;
    const bool same = op::visit(at(i), [&](auto e) {
      return e.arity == facts.arity && e.elementwise == facts.elementwise && e.commutative == facts.commutative;
    });
    if (!same) return false;
  }
  return true;
}
static_assert(facts_agree());

// the users' own are those that are called so, wherever in the list new operations stand
consteval bool customs_agree() {
  for (int i = 0; i < op::operation_count; ++i)
    if (op::is_custom(at(i)) != op::name_of(at(i)).starts_with("custom_")) return false;
  return true;
}
static_assert(customs_agree());

static_assert(op::table[operation::add].commutative && op::table[operation::multiply].commutative);
static_assert(op::table[operation::dot].commutative && !op::table[operation::matmul].commutative);
static_assert(!op::table[operation::subtract].commutative && !op::table[operation::divide].commutative);
static_assert(op::name_of(operation::cross_entropy) == "cross_entropy" && op::name_of(operation::input) == "input");
static_assert(op::is_variable(operation::parameter) && !op::is_variable(operation::constant));

// shapes of results
constexpr auto v = tl::extents_of<tl::vec<3>>;
constexpr auto m = tl::extents_of<tl::mat<2, 3>>;
consteval tl::extents shape(operation o, tl::extents a, tl::extents b = {}, tl::extents c = {}) {
  const tl::extents x[3] = {a, b, c};
  return op::shape_of_result(o, m, x);
}
static_assert(shape(operation::add, v, {}) == v && shape(operation::add, {}, v) == v);
static_assert(shape(operation::select, {}, {}, v) == v && shape(operation::select, m, {}, {}) == m);
static_assert(shape(operation::matmul, m, v) == tl::extents_of<tl::vec<2>>);
static_assert(shape(operation::outer, v, v) == tl::extents_of<tl::mat<3, 3>>);
static_assert(shape(operation::transpose, m) == tl::extents_of<tl::mat<3, 2>>);
static_assert(shape(operation::sum, m).is_scalar() && shape(operation::logsumexp, v).is_scalar());
static_assert(shape(operation::element, m).is_scalar() && shape(operation::softmax, v) == v);
static_assert(shape(operation::broadcast, {}) == m && shape(operation::place, {}) == m);  // what was asked for

}  // namespace
