// SPDX-License-Identifier: BSL-1.0
#include <tapeless/diff/fanout.hpp>

#include <boost/hana/and.hpp>
#include <boost/hana/at.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/pass/equivalent.hpp>

namespace {

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;

constexpr auto count = [](auto E, auto node) {
  return static_cast<int>(decltype(hana::size(tl::fanout(E, node)))::value);
};
template <std::size_t K, class E, class X>
constexpr auto edge(E root, X node) {
  return hana::at_c<K>(tl::fanout(root, node));
}

// one edge per use: two into x*x and x+x
static_assert(count(x * x, x) == 2);
static_assert(count(x + x, x) == 2);
static_assert(count(x - x, x) == 2 && count(x / x, x) == 2);
static_assert(count(square(x), x) == 1);
static_assert(count(x - y, x) == 1 && count(x - y, y) == 1);
static_assert(count(select(x, x, x), x) == 3);
static_assert(count(sin(x) * cos(x) + x, x) == 3);
static_assert(count(sin(x) + sin(x) * y, x) == 1);  // sin(x) is one node
static_assert(count(sin(x) + sin(x) * y, sin(x)) == 2);

// within E only
static_assert(count(exp(x) * y, x) == 1);

// an edge knows its consumer and its slot
static_assert(edge<0>(x * x, x).consumer == x * x && edge<1>(x * x, x).consumer == x * x);
static_assert(edge<0>(x * x, x).slot == hana::size_c<0> && edge<1>(x * x, x).slot == hana::size_c<1>);
static_assert(edge<0>(x - y, y).slot == hana::size_c<1>);
static_assert(edge<0>(y / x, x).target == x);
static_assert(edge<2>(select(x, x, x), x).slot == hana::size_c<2>);

// by consumer in topological order, then by slot
constexpr auto ladder = sin(x) * x;
constexpr auto chain = exp(ladder) + x;
static_assert(count(chain, x) == 3);
static_assert(edge<0>(chain, x).consumer == sin(x));
static_assert(edge<1>(chain, x).consumer == ladder);
static_assert(edge<2>(chain, x).consumer == chain);
static_assert(edge<1>(chain, x).slot == hana::size_c<0>);  // canonical order puts x before sin(x)

// partial: along one edge, all other operands held
static_assert(tl::partial(edge<0>(x * x, x)) == x && tl::partial(edge<1>(x * x, x)) == x);
static_assert(tl::partial(edge<0>(x + x, x)) == 1_c);
static_assert(tl::partial(edge<0>(x - x, x)) == 1_c && tl::partial(edge<1>(x - x, x)) == -1_c);
static_assert(tl::partial(edge<0>(sin(x), x)) == cos(x));
static_assert(tl::partial(edge<0>(tanh(x), x)) == 1_c - square(tanh(x)));
static_assert(tl::partial(edge<0>(chain, x)) == cos(x));
static_assert(tl::partial(edge<0>(x / y, x)) == 1_c / y);

// contribution: what one edge adds
static_assert(tl::contribution(x * x, edge<0>(x * x, x)) == x);
static_assert(tl::contribution(x + x, edge<1>(x + x, x)) == 1_c);
static_assert(tl::contribution(chain, edge<2>(chain, x)) == 1_c);
static_assert(tl::contribution(chain, edge<0>(chain, ladder)) == exp(ladder));
static_assert(tl::contribution(sum(W * v), edge<0>(sum(W * v), v)) == tl::derivative(sum(W * v), v));

// eq. 5.55: the derivative is the sum of the contributions, in their order; and each is ∂E/∂k · ∂k/∂node
template <class E, class X>
constexpr bool gathered(E, X) {
  constexpr auto contributions =
      hana::transform(tl::fanout(E{}, X{}), [](auto e) { return tl::contribution(E{}, e); });
  return decltype(hana::fold_left(contributions, 0_c, hana::plus) == tl::derivative(E{}, X{}))::value;
}
template <class E, class X>
constexpr bool products(E, X) {
  constexpr auto contributions = hana::transform(
      tl::fanout(E{}, X{}), [](auto e) { return tl::derivative(E{}, e.consumer) * tl::partial(e); });
  return tl::equivalent(hana::fold_left(contributions, 0_c, hana::plus), tl::derivative(E{}, X{}));
}

constexpr auto a1 = x * y + z;
constexpr auto h1 = tanh(a1);
constexpr auto h2 = sigmoid(x - z);
constexpr auto E1 = square(h1 * y + h2 - x) + 0.5_c * square(h2 * z - h1 * h2);
static_assert(gathered(x * x, x) && gathered(x + x, x) && gathered(x / x, x) && gathered(select(x, x, y), x));
static_assert(gathered(chain, x) && gathered(chain, sin(x)) && gathered(chain, ladder));
static_assert(gathered(E1, x) && gathered(E1, y) && gathered(E1, z));
static_assert(gathered(E1, a1) && gathered(E1, h1) && gathered(E1, h2));
static_assert(products(x * x, x) && products(chain, x));
static_assert(products(E1, a1) && products(E1, h1) && products(E1, h2));

// … and for tensors
constexpr auto h = tanh(W * v + b);
constexpr auto E2 = sum(square(h - t)) + dot(h, t) * sum(v) + cross_entropy(h, t);
static_assert(gathered(E2, h) && gathered(E2, W) && gathered(E2, b) && gathered(E2, v) && gathered(E2, t));
static_assert(gathered(sum(hadamard(v, v)) + sum(x * v), v) && gathered(sum(x * v) + x, x));
static_assert(gathered(sum(outer(v, v)), v) && gathered(sum(transpose(W) * W), W));

}  // namespace
