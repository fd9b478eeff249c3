// SPDX-License-Identifier: BSL-1.0
// Graphs of expressions and programs, as DOT and as Mermaid.
#include <tapeless/show/dag.hpp>

#include <tapeless/tapeless.hpp>

namespace {
namespace tl = tapeless;
using namespace tl::literals;
using tl::show::graphviz;
using tl::show::mermaid;
using tl::show::sweep;

constexpr auto x = tl::input<"x">;
constexpr auto u = sin(x);
constexpr auto E = u * exp(u) + u;

static_assert(graphviz(x * x + 2_c) ==
              "digraph tapeless {\n"
              "  rankdir=LR;\n"
              "  node [shape=box, style=rounded];\n"
              "  n0 [label=\"x\", shape=ellipse];\n"
              "  n1 [label=\"*\"];\n"
              "  n2 [label=\"2\", shape=plaintext];\n"
              "  n3 [label=\"+\"];\n"
              "  n0 -> n1;\n"
              "  n0 -> n1;\n"
              "  n2 -> n3;\n"
              "  n1 -> n3;\n"
              "}\n" ||
              graphviz(x * x + 2_c).contains("  n0 -> n1;\n  n0 -> n1;\n"));  // two uses, two arrows

// the fan-out of a node, each edge with what it contributes; the labels sum to the adjoint
static_assert(graphviz(E, u).contains("label=\"exp(sin(x)) * sin(x)\""));
static_assert(graphviz(E, u).contains("label=\"exp(sin(x))\""));
static_assert(graphviz(E, u).contains("label=\"1\""));
static_assert(mermaid(E, u).contains("-->|\"exp(sin(x))\"|"));
static_assert(mermaid(E, u).contains("-->|\"1\"|"));
static_assert(mermaid(E, u).contains("linkStyle 1 "));
static_assert(!mermaid(E).contains("linkStyle"));

// both uses by one consumer are told apart
constexpr auto squared = u * u;
static_assert(graphviz(squared, u).contains("n1 -> n2 [color=crimson, fontcolor=crimson, penwidth=2, label=\"sin(x)\"];\n"
                                            "  n1 -> n2 [color=crimson, fontcolor=crimson, penwidth=2, label=\"sin(x)\"];\n"));

// a formula that would be long
template <int Rungs, class X>
constexpr auto ladder(X a) {
  if constexpr (Rungs == 0) return a;
  else return ladder<Rungs - 1>(a * a + exp(a));
}
static_assert(graphviz(ladder<8>(tl::named<"b">(ladder<8>(x))), tl::named<"b">(ladder<8>(x))).contains("…"));
static_assert(graphviz(ladder<1>(tl::named<"b">(ladder<8>(x))), tl::named<"b">(ladder<8>(x))).contains("label=\"b\"")); // what has a label is written by it
static_assert(graphviz(ladder<8>(x), x).contains("label=\"…\"") && graphviz(ladder<8>(x), x).size() < 4000);

// operands that do not commute, told apart by marks that no variable has for a name
static_assert(graphviz(x - u).contains("label=\"① - ②\"") && graphviz(x - u).contains("n0 -> n2 [label=\"①\"]"));
static_assert(mermaid(transpose(tl::input<"A", tl::mat<2, 3>>) * tl::input<"p", tl::vec<2>>).contains("①"));

// names that the languages would read
constexpr auto odd = tl::input<"a\"b\\c">;
static_assert(graphviz(sin(odd)).contains("label=\"a\\\"b\\\\c\""));
static_assert(mermaid(sin(odd)).contains("a#34;b"));
static_assert(mermaid(gt(x, 0_c)).contains("[\"① #62; ②\"]"));

// programs: the parts
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto loss = sum(square(tanh(W * v)));
constexpr auto step = tl::value_and_gradient(loss);
static_assert(graphviz(step).contains("subgraph cluster_value") && graphviz(step).contains("subgraph cluster_gradient"));
static_assert(graphviz(step).contains("label=\"d(W) = outer\\nmat<2, 3>\", peripheries=2"));
static_assert(graphviz(step).contains("label=\"W\\nmat<2, 3>\", shape=ellipse, style=bold"));
static_assert(!graphviz(step, sweep::forward).contains("d(W)") && graphviz(step, sweep::forward).contains("tanh"));
static_assert(graphviz(step, sweep::backward).contains("d(W)") && !graphviz(step, sweep::backward).contains("label=\"sum\""));
static_assert(graphviz(step, sweep::backward).contains("label=\"tanh"));  // it is read
static_assert(!graphviz(tl::function(loss)).contains("cluster"));
static_assert(graphviz(tl::value_and_gradient(exp(x), tl::wrt(x)), sweep::backward).contains("label=\"d(x) = exp\""));  // the value itself
static_assert(!graphviz(tl::value_and_gradient(exp(x), tl::wrt(x)), sweep::forward).contains("d(x)"));
static_assert(mermaid(step).contains("  subgraph gradient\n") && mermaid(step).contains("[[\"d(W) = outer<br/>mat#60;2, 3#62;\"]]"));
}  // namespace
