// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/verify.hpp>

// What every graph obeys between passes, for networks of several kinds; and that the verifier sees each fault.
#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/pass/rewrite.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::pass::fault;
using tl::pass::verify;

template <tl::id E, tl::id... Wrt>
constexpr bool verified_by = verify(tl::diff::gradient_graph<E, Wrt...>) == fault::none &&
                             verify(tl::pass::rewritten<tl::diff::gradient_graph<E, Wrt...>>) == fault::none;

/// Lowered, differentiated and rewritten; once more for the derivative of a derivative, where E is a scalar.
template <class E, class... X>
constexpr bool verified(E, X...) {
  static_assert(verify(tl::graph::lowered<E::self>) == fault::none);
  static_assert(verify(tl::pass::rewritten<tl::graph::lowered<E::self>>) == fault::none);
  static_assert(verified_by<E::self, X::self...>);
  static_assert((verified_by<E::self, X::self> && ...));
  static_assert(verify(tl::graph::lowered<E::self, decltype(tl::derivative(E{}, X{}))::self...>) == fault::none);
  return true;
}

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto t = tl::input<"t", tl::vec<4>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<5, 3>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<5>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<4, 5>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<4>>;

// scalars
static_assert(verified(x, x));
static_assert(verified(x * x + x, x));
static_assert(verified(sin(x) * y / exp(x) - sqrt(square(y) + 1_c), x, y));
static_assert(verified(select(gt(x, y), log(x), softplus(-y)) + relu(x - y) * sigmoid(x), x, y));
static_assert(verified(tl::derivative(tanh(x * y) * cos(y), x), x, y));
static_assert(verified(-(-x - -y) + (-x + -y) - (x + -y), x, y));

// networks
constexpr auto h = tanh(W1 * v + b1);
constexpr auto z = W2 * h + b2;
static_assert(verified(0.5_c * sum(square(z - t)), W1, b1, W2, b2, v));
static_assert(verified(cross_entropy(z, t), W1, b1, W2, b2));
static_assert(verified(mean(square(softmax(z) - t)) + 0.01_c * (sum(square(W1)) + sum(square(W2))), W1, b1, W2, b2));
static_assert(verified(logsumexp(hadamard(z, t) / (1_c + x)), W1, x));
static_assert(verified(cross_entropy(z, t), h, z));  // by nodes on the way

// shapes of every kind
static_assert(verified(sum(transpose(W1) * transpose(W2) * outer(t, v)), W1, W2, v, t));
static_assert(verified(v[0_c] * W1(4_c, 2_c) + dot(v, transpose(W1) * b1), v, W1, b1));
static_assert(verified(sum(select(gt(v, 0_c), v, x)) + sum(tl::broadcast<tl::mat<2, 2>>(y) * x), v, x, y));
static_assert(verified(sum(transpose(v) * transpose(W1)), v, W1));

// a graph with each fault in turn
template <class Break>
consteval fault after(Break break_it) {
  auto g = tl::graph::lowered<(sin(x) * y + v[0_c]).self>;
  break_it(g);
  return verify(g);
}
static_assert(after([](auto&) {}) == fault::none);
static_assert(after([](auto& g) { g.output[0] = -1; }) == fault::output);
static_assert(after([](auto& g) { g.output[0] = static_cast<int>(g.size); }) == fault::output);
static_assert(after([](auto& g) { g.output[0] = 0; }) == fault::dead);
static_assert(after([](auto& g) { g.at[g.size - 1].operand[1] = -1; }) == fault::arity);
static_assert(after([](auto& g) { g.at[g.size - 1].operand[1] = static_cast<int>(g.size) - 1; }) == fault::order);
static_assert(after([](auto& g) { g.at[g.size - 1].shape = tl::extents_of<tl::vec<3>>; }) == fault::shape);
static_assert(after([](auto& g) { ++g.at[g.size - 1].height; }) == fault::height);
static_assert(after([](auto& g) { g.at[g.size - 1].self = g.at[0].self; }) == fault::duplicate);

}  // namespace
