// SPDX-License-Identifier: BSL-1.0
#include <tapeless/graph/lower.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/pass/verify.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::operation;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<3>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<3, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<3>>;
constexpr auto h = tanh(W1 * x + b1);
constexpr auto E = 0.5_c * sum(square(W2 * h + b2 - t));
constexpr auto a = tl::input<"a">;
constexpr auto b = tl::input<"b">;

template <class... Roots>
constexpr const auto& lowered(Roots...) {
  return tl::graph::lowered<Roots::self...>;
}
template <class Graph>
constexpr int count(const Graph& g, operation o) {
  int n = 0;
  for (const auto& v : g.at) n += v.op == o;
  return n;
}

// every node once, operands before consumers, the root last
static_assert(tl::pass::verify(lowered(E)) == tl::pass::fault::none);
static_assert(lowered(E).size == 16);
static_assert(lowered(E).output[0] == 15);
static_assert(lowered(E).at[15].self == E.self);
static_assert(lowered(E).at[15].op == operation::multiply);
static_assert(count(lowered(E), operation::parameter) == 4 && count(lowered(E), operation::input) == 2);
static_assert(count(lowered(E), operation::matmul) == 2 && count(lowered(E), operation::constant) == 1);

// leaves
static_assert(lowered(a).size == 1 && lowered(a).output[0] == 0);
static_assert(lowered(2_c).at[0].op == operation::constant);
static_assert(lowered(W1).at[0].shape == tl::extents_of<tl::mat<3, 2>>);

// sharing counts once
static_assert(tl::node_count(a) == 1);
static_assert(tl::node_count(a * a) == 2);
static_assert(tl::node_count(sin(a) * sin(a) + sin(a)) == 4);
static_assert(tl::node_count((a + b) * (b + a)) == 4);
static_assert(tl::node_count(E) == 16);

/// A ladder: every rung uses the one below twice.
template <int Rungs>
constexpr auto ladder = ladder<Rungs - 1> * ladder<Rungs - 1> + sin(ladder<Rungs - 1>);
template <>
constexpr auto ladder<0> = a;
static_assert(tl::node_count(ladder<40>) == 1 + 3 * 40);

// several roots: shared nodes once, outputs in the order asked for, one root twice
static_assert(lowered(sin(a), a, sin(a) * b).size == 4);
static_assert(lowered(b, a).output[0] == 0 && lowered(b, a).output[1] == 1);
static_assert(lowered(a, a).size == 1 && lowered(a, a).output[1] == 0);
static_assert([] {
  const auto& g = lowered(sin(a) * b, sin(a), a);
  return g.at[g.output[0]].self == (sin(a) * b).self && g.at[g.output[1]].self == sin(a).self &&
         g.at[g.output[2]].self == a.self;
}());

// parameters and inputs in the order in which data meets them
static_assert(tl::parameters(E) == tl::hana::make_tuple(W1, b1, W2, b2));
static_assert(tl::inputs(E) == tl::hana::make_tuple(x, t));
static_assert(tl::parameters(b2 + W2 * tanh(b1 + W1 * x)) == tl::hana::make_tuple(W1, b1, W2, b2));
static_assert(tl::parameters(sum(x)) == tl::hana::make_tuple());
static_assert(tl::inputs(2_c) == tl::hana::make_tuple());
static_assert(tl::inputs(a * b * a) == tl::hana::make_tuple(a, b));

// names are ranked as they sort
static_assert([] {
  const auto& g = lowered(tl::input<"c"> - tl::input<"B"> - tl::input<"aa"> - tl::input<"a">);
  int rank[4]{}, k = 0;
  for (const auto& v : g.at)
    if (v.op == operation::input) rank[k++] = v.name_rank;
  bool seen[4]{};
  for (const int r : rank) seen[r] = true;
  return seen[0] && seen[1] && seen[2] && seen[3];
}());

// a chain of a thousand nodes needs no depth of instantiation
template <int N>
constexpr auto chain = sin(chain<N - 1>);
template <>
constexpr auto chain<0> = a;
template <int... K>
constexpr bool warm(std::integer_sequence<int, K...>) {
  return ((chain<50 * (K + 1)>.self != 0) && ...);
}
static_assert(warm(std::make_integer_sequence<int, 20>{}));
static_assert(tl::node_count(chain<1000>) == 1001);

}  // namespace
