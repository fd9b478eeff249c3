// SPDX-License-Identifier: BSL-1.0
#include <tapeless/graph/builder.hpp>

#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/graph/lower.hpp>
#include <tapeless/graph/term.hpp>
#include <utility>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;

using builder = tl::graph::builder<64>;
using term = tl::graph::term<builder>;

/// The identity of what `make` builds, in a graph, on the leaves x, y, v and A.
template <class Make>
consteval tl::id built(Make make) {
  const auto& leaves = tl::graph::lowered<x.self, y.self, v.self, A.self>;
  builder b;
  for (const auto& leaf : leaves.at) b.append(leaf);
  return b[make(term{&b, leaves.output[0]}, term{&b, leaves.output[1]}, term{&b, leaves.output[2]},
                term{&b, leaves.output[3]})
               .at]
      .self;
}

// the front end and the builder make the same nodes of the same formulas
#define TAPELESS_BOTH(formula) built([](auto X, auto Y, auto V, auto M) { \
    static_cast<void>(X), static_cast<void>(Y), static_cast<void>(V), static_cast<void>(M); \
    return formula; })
static_assert(TAPELESS_BOTH(X + Y) == (x + y).self);
static_assert(TAPELESS_BOTH(Y + X) == (x + y).self);
static_assert(TAPELESS_BOTH(Y * X - X / Y) == (x * y - x / y).self);
static_assert(TAPELESS_BOTH(-(-X)) == x.self);
static_assert(TAPELESS_BOTH(X + X.number(0.0)) == x.self);
static_assert(TAPELESS_BOTH(X * X.number(0.0)) == (0_c).self);
static_assert(TAPELESS_BOTH(1.0 * V) == v.self);
static_assert(TAPELESS_BOTH(V.filled(0.0) + V) == v.self);
static_assert(TAPELESS_BOTH(V.filled(2.0) * V) == (2_c * v).self);
static_assert(TAPELESS_BOTH(broadcast(X, V.shape()) * V) == (x * v).self);
static_assert(TAPELESS_BOTH(sum(V.filled(1.0))) == (3_c).self);
static_assert(TAPELESS_BOTH(X.number(2.0) * X.number(3.0)) == (6_c).self);
static_assert(TAPELESS_BOTH(X.number(0.1) + X.number(0.2)) == (0.1_c + 0.2_c).self);
static_assert(TAPELESS_BOTH(transpose(transpose(M))) == A.self);
static_assert(TAPELESS_BOTH(matmul(M, V)) == (A * v).self);
static_assert(TAPELESS_BOTH(matmul(M, transpose(M))) == (A * transpose(A)).self);
static_assert(TAPELESS_BOTH(outer(V, V)) == outer(v, v).self);
static_assert(TAPELESS_BOTH(select(gt(X, 0.0), Y, 0.0)) == select(gt(x, 0_c), y, 0_c).self);
static_assert(TAPELESS_BOTH(softmax(V) * logsumexp(V)) == (softmax(v) * logsumexp(v)).self);
static_assert(TAPELESS_BOTH(element(V, 2)) == v[2_c].self);
static_assert(TAPELESS_BOTH(square(sin(X)) + cos(Y) * sigmoid(X)) == (square(sin(x)) + cos(y) * sigmoid(x)).self);
static_assert(TAPELESS_BOTH((sin(X) + cos(X)) * (sin(Y) + cos(Y))) == ((sin(y) + cos(y)) * (sin(x) + cos(x))).self);
#undef TAPELESS_BOTH

/// Equal nodes are one node; what is not there is not found.
consteval bool shares() {
  builder b;
  const int leaf = b.append(tl::graph::lowered<x.self>.at[0]);
  const int one = b.insert(tl::operation::sin, {}, 0, leaf, -1, -1);
  const int two = b.insert(tl::operation::sin, {}, 0, leaf, -1, -1);
  const int other = b.insert(tl::operation::cos, {}, 0, leaf, -1, -1);
  return one == two && one != other && b.size == 3 && b.find(sin(x).self) == one && b.find(exp(x).self) < 0 &&
         b[one].height == 1 && b[other].self == cos(x).self;
}
static_assert(shares());

/// A full builder is found full, never overrun: its last free place works.
consteval bool fills() {
  tl::graph::builder<3> b;
  int last = b.append(tl::graph::lowered<x.self>.at[0]);
  for (int k = 0; k < 2; ++k) last = b.insert(tl::operation::exp, {}, 0, last, -1, -1);
  return b.size == 3 && b[last].height == 2 && b.find(exp(exp(x)).self) == last;
}
static_assert(fills());

}  // namespace
