// SPDX-License-Identifier: BSL-1.0
#include <tapeless/node/make.hpp>

// What construction normalises, through the front end that calls it. (That graphs normalise alike is tested with
// graph/builder.)
#include <boost/hana/and.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
constexpr auto B = tl::input<"B", tl::mat<2, 3>>;
template <class Shape>
constexpr auto zero = tl::make_constant<0, Shape>();
template <class Shape>
constexpr auto ones = tl::make_constant<1, Shape>();

// neutral elements
static_assert(x + 0_c == x && 0_c + x == x);
static_assert(x - 0_c == x);
static_assert(0_c - x == -x);
static_assert(x * 1_c == x && 1_c * x == x);
static_assert(x / 1_c == x);
static_assert(v + 0_c == v && 0_c + v == v && v - 0_c == v);
static_assert(v * 1_c == v && 1_c * v == v && v / 1_c == v);
static_assert(A + 0_c == A && 1_c * A == A && hadamard(A, 1_c) == A);
static_assert(v + zero<tl::vec<3>> == v && zero<tl::vec<3>> + v == v && v - zero<tl::vec<3>> == v);
static_assert(zero<tl::vec<3>> - v == -v && 0_c - v == -v);
static_assert(hadamard(v, ones<tl::vec<3>>) == v && v / ones<tl::vec<3>> == v);

// but only where the result keeps its shape
static_assert(x + zero<tl::vec<3>> != x);
static_assert(tl::extents_of<decltype(x + zero<tl::vec<3>>)::shape_type> == tl::extents_of<tl::vec<3>>);
static_assert(x * ones<tl::vec<3>> != x);
static_assert(tl::extents_of<decltype(x * ones<tl::vec<3>>)::shape_type> == tl::extents_of<tl::vec<3>>);

// absorbing elements take the shape of the result
static_assert(x * 0_c == 0_c && 0_c * x == 0_c);
static_assert(v * 0_c == zero<tl::vec<3>> && 0_c * v == zero<tl::vec<3>>);
static_assert(x * zero<tl::vec<3>> == zero<tl::vec<3>>);
static_assert(hadamard(v, zero<tl::vec<3>>) == zero<tl::vec<3>>);
static_assert(0_c / x == 0_c && 0_c / v == zero<tl::vec<3>>);
static_assert(A * zero<tl::vec<3>> == zero<tl::vec<2>>);
static_assert(zero<tl::mat<2, 3>> * v == zero<tl::vec<2>>);
static_assert(A * zero<tl::mat<3, 4>> == zero<tl::mat<2, 4>>);
static_assert(dot(v, zero<tl::vec<3>>) == 0_c);
static_assert(outer(v, zero<tl::vec<2>>) == zero<tl::mat<3, 2>>);
static_assert(select(x, 0_c, 0_c) == 0_c);

// a quotient by zero stays
static_assert(x / 0_c != 0_c);
static_assert(0_c / 0_c != 0_c && 0_c / 0_c != 1_c);
static_assert(1_c / 0_c != 1_c);

// double negation and double transposition
static_assert(-(-x) == x && -(-v) == v && -(-(-x)) == -x);
static_assert(transpose(transpose(A)) == A);
static_assert(transpose(x) == x);
// the transpose of the transpose of a vector is a matrix of one column
static_assert(transpose(transpose(v)) != v);
static_assert(tl::extents_of<decltype(transpose(transpose(v)))::shape_type> == tl::extents_of<tl::mat<3, 1>>);

// constants are folded where the result is exact, and nowhere else
static_assert(2_c * 3_c == 6_c && 2_c + 3_c == 5_c && 2_c - 3_c == -1_c && 6_c / 3_c == 2_c);
static_assert(square(3_c) == 9_c && -(2_c) == -2_c);
static_assert(0.5_c + 0.25_c == 0.75_c && 1_c / 8_c == 0.125_c);
static_assert(0.1_c + 0.2_c != 0.3_c);
static_assert(0.1_c + 0.2_c != 0.30000000000000004_c);  // a node: the sum rounds
static_assert(0.1_c * 3_c != 0.30000000000000004_c);
static_assert(1_c / 3_c != 0.3333333333333333_c);
static_assert(1_c / 0.1_c != 10_c);
static_assert(0.1_c * 2_c == 0.2_c);
static_assert(sqrt(4_c) != 2_c);
static_assert(0_c == -0_c && 0_c == 0_c - 0_c);
static_assert(1_c == 1.0_c && 1e3_c == 1000_c && 0x10_c == 16_c);
static_assert(tl::constant<0.5> == 0.5_c && tl::constant<-3> == -3_c);
static_assert(sum(ones<tl::vec<3>>) == 3_c);
static_assert(sum(tl::make_constant<0.5, tl::mat<2, 4>>()) == 4_c);
static_assert(sum(tl::make_constant<0.1, tl::vec<3>>()) != 0.3_c);
static_assert(mean(ones<tl::vec<3>>) == 1_c);

// filled constants and broadcasts: beside an operand of the shape they are their scalar
static_assert(tl::broadcast<tl::vec<3>>(2_c) == tl::make_constant<2, tl::vec<3>>());
static_assert(v + tl::make_constant<2, tl::vec<3>>() == v + 2_c);
static_assert(hadamard(v, tl::make_constant<2, tl::vec<3>>()) == 2_c * v);
static_assert(v + tl::broadcast<tl::vec<3>>(x) == v + x);
static_assert(tl::broadcast<tl::vec<3>>(x) - v == x - v);
static_assert(hadamard(tl::broadcast<tl::vec<3>>(x), v) == x * v);
static_assert(v / tl::broadcast<tl::vec<3>>(x) == v / x);
static_assert(tl::broadcast<tl::scalar>(x) == x);
static_assert(tl::broadcast<tl::vec<3>>(x) + tl::broadcast<tl::vec<3>>(y) != x + y);
static_assert(select(gt(v, w), v, tl::broadcast<tl::vec<3>>(x)) == select(gt(v, w), v, x));
static_assert(ones<tl::vec<3>>[1_c] == 1_c);

// the order of operands: by structure
static_assert(x + y == y + x && x * y == y * x);
static_assert(v + w == w + v && hadamard(v, w) == hadamard(w, v) && dot(v, w) == dot(w, v));
static_assert(x - y != y - x && x / y != y / x && gt(x, y) != gt(y, x));
static_assert(A + B == B + A && transpose(A) * B != transpose(B) * A);
static_assert(sin(x) + y == y + sin(x));
static_assert(x * y + z * square(x) == z * square(x) + y * x);
static_assert(2_c * x == x * 2_c && x * v == v * x);
static_assert((x + y) * (z + x) == (x + z) * (y + x));
static_assert(exp(v) + x == x + exp(v));

// … however deep down the operands differ
template <int Depth, class E>
constexpr auto tower(E e) {
  if constexpr (Depth == 0) return e;
  else return tower<Depth - 1>(sin(e) + cos(e));
}
static_assert(tower<12>(x) + tower<12>(y) == tower<12>(y) + tower<12>(x));
static_assert(tower<12>(x) * tower<12>(x + z) == tower<12>(z + x) * tower<12>(x));
static_assert(tower<12>(x - y) + tower<12>(y - x) == tower<12>(y - x) + tower<12>(x - y));
static_assert(tower<12>(2_c * x) + tower<12>(3_c * x) == tower<12>(3_c * x) + tower<12>(2_c * x));
static_assert(tower<12>(v[0_c]) + tower<12>(v[1_c]) == tower<12>(v[1_c]) + tower<12>(v[0_c]));
static_assert(tower<12>(x) - tower<12>(y) != tower<12>(y) - tower<12>(x));

// new names that sort as the old ones did leave the association of a sum alone
consteval tl::id operand_of(auto e, int k) { return tl::node::describe<decltype(e)::self>().operand[k]; }
template <class P, class Q, class R>
constexpr bool names_keep_their_places(P p, Q q, R r) {
  constexpr auto first = sin(p) * q;
  constexpr auto second = sin(q) * r;
  constexpr auto third = sin(p) * r;
  return operand_of(second + first, 0) == first.self && operand_of(first + second, 0) == first.self &&
         operand_of(third + second, 0) == third.self && operand_of(third + first, 0) == first.self &&
         operand_of((third + second) + first, 0) == first.self && operand_of(r * p, 0) == p.self;
}
static_assert(names_keep_their_places(x, y, z));
static_assert(names_keep_their_places(tl::input<"a">, tl::input<"b">, tl::input<"c">));
static_assert(names_keep_their_places(tl::input<"alpha">, tl::input<"beta">, tl::input<"gamma">));
static_assert(names_keep_their_places(tl::input<"w1">, tl::input<"w2">, tl::input<"w3">));
static_assert(names_keep_their_places(tl::parameter<"k">, tl::parameter<"q10">, tl::parameter<"q9">));

// the signs of a sum: one form, however they are written
static_assert(x + -y == x - y && -y + x == x - y && x - -y == x + y && -x + y == y - x);
static_assert(-x - y == -y - x && -x + -y == -x - y && -x - y != -(x + y));
static_assert(x + -2_c == x - 2_c && x - -2_c == x + 2_c && -2_c + x == x - 2_c && -2_c - x == -x - 2_c);
static_assert(v + -x == v - x && -x + v == v - x && v - -x == v + x && -v + x == x - v);
static_assert(v + -tl::broadcast<tl::vec<3>>(x) == v - x);
static_assert(x - y != y - x);

// nothing else is rewritten
static_assert(x * x != square(x) && -x * y != -(x * y));
static_assert(x + x != 2_c * x);
static_assert(x - x != 0_c && x / x != 1_c);
static_assert(-(x - y) != y - x);
static_assert((x + y) + z != x + (y + z));
static_assert(exp(log(x)) != x && sqrt(square(x)) != x);
static_assert(0_c * x + y == y && 1_c * (x + 0_c) == x);  // rules follow one another

}  // namespace
