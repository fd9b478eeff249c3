// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/rewrite.hpp>

#include <tapeless/diff/derivative.hpp>
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
constexpr auto z = tl::input<"z">;
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

// a·b + c is one operation, whatever the signs, if the product has no other reader
static_assert(count(x * y + z, operation::multiply_add) == 1 && count(x * y + z, operation::multiply) == 0);
static_assert(count(x * y - z, operation::multiply_add) == 1 && count(z - x * y, operation::multiply_add) == 1);
static_assert(count(square(x) + z, operation::multiply_add) == 1 && count(square(x) + z, operation::square) == 0);
static_assert(count(x * y + z * x, operation::multiply_add) == 1 && count(x * y + z * x, operation::multiply) == 1);
static_assert(count((x * y + z) * (x * y), operation::multiply_add) == 0);
static_assert(count(x * y + v, operation::multiply_add) == 0);  // a scalar product beside a vector
static_assert(count(x * v + y, operation::multiply_add) == 1);
static_assert(rewritten(x * y - z).at[3].payload == tl::op::minus_addend && rewritten(z - x * y).at[3].payload == tl::op::minus_product);

// elements of what is put together are the parts
constexpr auto parts = concat(x, v, sin(y));
static_assert(count(parts[0_c] + parts[2_c] + parts[3_c], operation::concat) == 0);
static_assert(count(parts[2_c], operation::element) == 1 && rewritten(parts[2_c]).at[1].payload == 1);
static_assert(count(tl::reshape<tl::mat<2, 2>>(parts)(1_c, 0_c), operation::element) == 1 && count(tl::reshape<tl::mat<2, 2>>(parts)(1_c, 1_c), operation::sin) == 1);
static_assert(count(parts[3_c], operation::element) == 0 && count(parts[3_c], operation::sin) == 1);

template <operation O, class... E>
constexpr int count_all(E...) {
  static_assert(tl::pass::verify(tl::pass::rewritten<tl::graph::lowered<E::self...>>) == tl::pass::fault::none);
  int n = 0;
  for (const auto& vertex : tl::pass::rewritten<tl::graph::lowered<E::self...>>.at) n += vertex.op == O;
  return n;
}

// three divisions by one denominator share a reciprocal, but not those of the first output, and not outputs
template <class... E>
constexpr int divisions(E... e) {
  return count_all<operation::divide>(e...);
}
constexpr auto three = sin(x / z) + cos(y / z) + exp(y * x / z);
static_assert(divisions(three) == 3 && divisions(x, three) == 1);
static_assert(divisions(x, sin(x / z) + cos(y / z)) == 2);
static_assert(divisions(x / z, three) == 3 && divisions(x, x / z, three) == 3);
static_assert(divisions(x, concat(x / z, y / z, y * x / z)) == 3);

// minus a negative is plus, also of products; a sign is left where somebody else needs it, or nobody can take it
constexpr auto s = sin(x);
constexpr auto c = cos(y);
static_assert(count(s * -c + z, operation::negate) == 0 && rewritten(s * -c + z).at[5].payload == tl::op::minus_product);
static_assert(count(z - s * -c, operation::negate) == 0 && count(z - s * -c, operation::multiply_add) == 1);
static_assert(count(x * y + s * -c, operation::negate) == 0 && count(x * y + s * -c, operation::multiply_add) == 1);
static_assert(count_all<operation::negate>(x, exp(-s - x * y)) == 0 && count_all<operation::negate>(x, exp(-s + y * -c)) == 0);
static_assert(rewritten(-s - x * y).at[3].payload == (tl::op::minus_product | tl::op::minus_addend));
static_assert(count_all<operation::negate>(x, exp(-s - c)) == 1);  // -(a + b) is -0 where -a - b is +0
static_assert(count((z - s * -c) * sin(-c), operation::negate) == 1);
static_assert(count(-s * v + v, operation::negate) == 1);  // of vectors they stay

// a·b + a·b is a·(b + b), if b is squared elsewhere, but not in the first output, and not if the product has another reader
constexpr auto wave = sin(s * s + c * c) + x * y;
static_assert(count_all<operation::add>(wave, tl::derivative(wave, x), tl::derivative(wave, y)) == 2);
static_assert(count_all<operation::add>(wave, exp(s * z + s * z), cos(s * y + s * y)) == 1);  // once for both
template <class... E>
constexpr bool doubles_a_product(E...) {
  constexpr auto& g = tl::pass::rewritten<tl::graph::lowered<E::self...>>;
  for (const auto& vertex : g.at)
    if (vertex.op == operation::add && vertex.operand[0] == vertex.operand[1] && g.at[vertex.operand[0]].op == operation::multiply) return true;
  return false;
}
constexpr auto doubled = exp(s * s + (s * c + s * c));
static_assert(doubles_a_product(doubled) && !doubles_a_product(x, doubled) && doubles_a_product(x, exp(s * c + s * c)));
static_assert(count_all<operation::multiply>(x * x, exp(x * y + x * y)) == 2 && count_all<operation::multiply>(x * x, exp(x * y + x * y), x * y) == 2);

// Aᵀ·B, A·Bᵀ are read transposed
static_assert(count(transpose(A) * B, operation::transpose) == 0 && count(A * transpose(B), operation::transpose) == 0);
static_assert(count(transpose(A) * v, operation::transpose) == 0);
static_assert(count(transpose(transpose(A) * B), operation::transpose) == 0);
static_assert(rewritten(transpose(transpose(A) * B)).at[2].payload == tl::op::left_transposed);
static_assert(count(tl::derivative(sum(square(A * transpose(B))), B), operation::transpose) == 0);
static_assert(count(transpose(transpose(A) * v), operation::transpose) == 1 && count(transpose(A * transpose(B)), operation::transpose) == 1);
static_assert(count_all<operation::transpose>(transpose(transpose(A) * B), transpose(A) * B) == 1);  // the product is asked for, too
static_assert(rewritten(transpose(A) * B).at[2].payload == tl::op::left_transposed);
static_assert(rewritten(A * transpose(B)).at[2].payload == tl::op::right_transposed);
// of a batch only where Bᵀ is narrow, or the rows are few and long
template <std::size_t Rows, std::size_t Columns, std::size_t Inner>
constexpr bool is_transposed = count(tl::input<"A", tl::mat<Rows, Inner>> * transpose(tl::input<"B", tl::mat<Columns, Inner>>), operation::transpose) == 1;
static_assert(!is_transposed<32, 10, 128> && !is_transposed<32, 3, 32> && !is_transposed<3, 64, 64> && !is_transposed<8, 10, 64> && !is_transposed<4, 128, 96>);
static_assert(is_transposed<32, 16, 128> && is_transposed<32, 5, 32> && is_transposed<32, 17, 128> && is_transposed<32, 128, 64> && is_transposed<4, 128, 32> && is_transposed<8, 128, 1024>);

// anything else is left as it is
static_assert(rewritten(sin(x) * (y - x / y)).size == tl::graph::lowered<(sin(x) * (y - x / y)).self>.size);
static_assert(rewritten(x).size == 1 && rewritten(2_c).size == 1);

}  // namespace
