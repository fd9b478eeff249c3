// SPDX-License-Identifier: BSL-1.0
#include <tapeless/diff/derivative.hpp>

// The table of derivatives as identities of expressions. == is promised for what construction makes canonical; the rest
// is claimed through `equivalent`.
#include <boost/hana/and.hpp>
#include <boost/hana/at_key.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/pass/equivalent.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::derivative;
using tl::equivalent;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;
constexpr auto u = tl::input<"u">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 4>>;
constexpr auto p = tl::input<"p", tl::vec<2>>;
constexpr auto G = tl::input<"G", tl::mat<2, 4>>;
template <class Shape>
constexpr auto zero = tl::make_constant<0, Shape>();
template <class Shape>
constexpr auto ones = tl::make_constant<1, Shape>();

// the root, and what it does not contain
static_assert(derivative(x, x) == 1_c);
static_assert(derivative(sin(x) * y, sin(x) * y) == 1_c);
static_assert(derivative(x, y) == 0_c);
static_assert(derivative(sin(x), v) == zero<tl::vec<3>>);
static_assert(derivative(sin(x), A) == zero<tl::mat<2, 3>>);
static_assert(derivative(2_c, x) == 0_c);
static_assert(tl::adjoint(x * y, x) == derivative(x * y, x));

// arithmetic
static_assert(derivative(-x, x) == -1_c);
static_assert(derivative(x + y, x) == 1_c);
static_assert(derivative(x + x, x) == 2_c);
static_assert(derivative(x - y, x) == 1_c && derivative(x - y, y) == -1_c);
static_assert(derivative(x - x, x) == 0_c);
static_assert(derivative(x * y, x) == y && derivative(x * y, y) == x);
static_assert(derivative(x * x, x) == x + x);
static_assert(derivative(3_c * x, x) == 3_c);
static_assert(derivative(x / y, x) == 1_c / y);
static_assert(equivalent(derivative(x / y, y), -x / square(y)));
static_assert(derivative(square(x), x) == 2_c * x);

// elementary functions
static_assert(derivative(sqrt(x), x) == 0.5_c / sqrt(x));
static_assert(derivative(exp(x), x) == exp(x));
static_assert(derivative(log(x), x) == 1_c / x);
static_assert(derivative(sin(x), x) == cos(x));
static_assert(derivative(cos(x), x) == -sin(x));
static_assert(derivative(tanh(x), x) == 1_c - square(tanh(x)));
static_assert(derivative(sigmoid(x), x) == sigmoid(x) * (1_c - sigmoid(x)));
static_assert(derivative(relu(x), x) == select(gt(x, 0_c), 1_c, 0_c));
static_assert(derivative(softplus(x), x) == sigmoid(x));

// choice
static_assert(derivative(gt(x, y), x) == 0_c && derivative(gt(x, y), y) == 0_c);
static_assert(derivative(select(z, x, y), x) == select(z, 1_c, 0_c));
static_assert(derivative(select(z, x, y), y) == select(z, 0_c, 1_c));
static_assert(derivative(select(z, x, y), z) == 0_c);

// linear algebra
static_assert(derivative(dot(v, w), v) == w && derivative(dot(v, w), w) == v);
static_assert(derivative(dot(v, v), v) == v + v);
static_assert(derivative(sum(v), v) == ones<tl::vec<3>>);
static_assert(derivative(sum(A), A) == ones<tl::mat<2, 3>>);
static_assert(derivative(mean(v), v) == tl::broadcast<tl::vec<3>>(1_c / 3_c));
static_assert(derivative(dot(p, A * v), A) == outer(p, v));
static_assert(derivative(dot(p, A * v), v) == transpose(A) * p);
static_assert(derivative(sum(hadamard(G, A * B)), A) == G * transpose(B));
static_assert(derivative(sum(hadamard(G, A * B)), B) == transpose(A) * G);
static_assert(derivative(sum(hadamard(A, outer(p, v))), p) == A * v);
static_assert(derivative(sum(hadamard(A, outer(p, v))), v) == transpose(A) * p);
static_assert(derivative(sum(hadamard(B, transpose(transpose(B)))), B) == B + B);
static_assert(derivative(sum(hadamard(tl::input<"T", tl::mat<3, 2>>, transpose(A))), A) ==
              transpose(tl::input<"T", tl::mat<3, 2>>));

// structure
static_assert(derivative(dot(w, tl::broadcast<tl::vec<3>>(x)), x) == sum(w));
static_assert(derivative(sum(tl::broadcast<tl::vec<3>>(x)), x) == 3_c);
static_assert(derivative(v[1_c], v)[1_c] == derivative(v[1_c], v)[1_c]);
static_assert(derivative(square(v[1_c]), v[1_c]) == 2_c * v[1_c]);

// normalised exponentials
static_assert(derivative(logsumexp(v), v) == softmax(v));
static_assert(derivative(u * logsumexp(v), v) == u * softmax(v));
static_assert(derivative(dot(w, softmax(v)), w) == softmax(v));
static_assert(derivative(dot(w, softmax(v)), v) ==
              hadamard(softmax(v), w - sum(hadamard(w, softmax(v)))));
static_assert(derivative(cross_entropy(v, w), v) == softmax(v) * sum(w) - w);

// a scalar beside a tensor receives the sum
static_assert(derivative(sum(x * v), x) == sum(v));
static_assert(derivative(sum(v + x), x) == 3_c);
static_assert(derivative(sum(v - x), x) == -3_c);
static_assert(derivative(dot(w, v / x), v) == w / x);

// the chain rule, with an incoming adjoint that is no constant
static_assert(derivative(u * sin(x), x) == u * cos(x));
static_assert(derivative(u * exp(x), x) == u * exp(x));
static_assert(derivative(sin(x) * x, x) == cos(x) * x + sin(x));
static_assert(derivative(exp(sin(x)), x) == exp(sin(x)) * cos(x));
static_assert(derivative(exp(sin(x)), sin(x)) == exp(sin(x)));
static_assert(equivalent(derivative(log(square(x) + 1_c), x), 2_c * x / (x * x + 1_c)));
static_assert(equivalent(derivative(sqrt(x * x + y * y), x), x / sqrt(x * x + y * y)));
static_assert(equivalent(derivative(sigmoid(x * y), x), y * sigmoid(x * y) * (1_c - sigmoid(x * y))));

// derivatives compose
constexpr auto twice = [](auto E, auto by) { return derivative(derivative(E, by), by); };
static_assert(twice(sin(x), x) == -sin(x));
static_assert(twice(exp(x), x) == exp(x));
static_assert(twice(x * x, x) == 2_c);
static_assert(twice(square(x), x) == 2_c);
static_assert(twice(x, x) == 0_c);
static_assert(equivalent(twice(twice(sin(x), x), x), sin(x)));
static_assert(derivative(derivative(x * y, x), y) == 1_c);
static_assert(derivative(derivative(x * y, x), x) == 0_c);
static_assert(equivalent(twice(x * x * x * x, x), 12_c * square(x)));
static_assert(equivalent(twice(log(x), x), -1_c / square(x)));
static_assert(equivalent(twice(1_c / x, x), 2_c / (x * x * x)));
static_assert(equivalent(twice(sigmoid(x), x), sigmoid(x) * (1_c - sigmoid(x)) * (1_c - 2_c * sigmoid(x))));
static_assert(equivalent(twice(tanh(x), x), -2_c * tanh(x) * (1_c - square(tanh(x)))));
static_assert(equivalent(derivative(derivative(sin(x * y), x), y), derivative(derivative(sin(x * y), y), x)));
static_assert(derivative(sum(hadamard(w, derivative(dot(v, v), v))), v) == w + w);

// linear in the root
static_assert(equivalent(derivative(3_c * sin(x) + x * y, x), 3_c * derivative(sin(x), x) + derivative(x * y, x)));

// gradients: several derivatives, keyed and in order
constexpr auto E = sum(square(A * v - p));
constexpr auto by = tl::gradient(E, tl::wrt(v, A, p));
static_assert(by[v] == derivative(E, v) && by[A] == derivative(E, A) && by[p] == derivative(E, p));
static_assert(tl::hana::at_c<1>(by) == derivative(E, A));
static_assert(tl::hana::at_key(by, p) == derivative(E, p));
static_assert(tl::hana::size(by) == tl::hana::size_c<3>);
static_assert(tl::hana::unpack(by, tl::hana::make_tuple) == tl::hana::make_tuple(by[v], by[A], by[p]));
static_assert(tl::gradient(E)[A] == derivative(E, A));
static_assert(tl::hana::size(tl::gradient(E)) == tl::hana::size_c<1>);
static_assert(tl::hana::size(tl::gradient(square(x))) == tl::hana::size_c<0>);
static_assert(tl::gradient(E, v, A)[A] == derivative(E, A) && tl::hana::size(tl::gradient(E, v, A)) == tl::hana::size_c<2>);
static_assert(tl::gradient(E, v)[v] == derivative(E, v));

}  // namespace

// chains are differentiated forward, unless that makes too many derivatives
template <std::size_t N>
constexpr auto sines = [] {
  tl::graph::graph<N, 1> g;
  for (std::size_t i = 1; i < N; ++i) g.at[i] = {.op = tl::operation::sin, .operand = {static_cast<int>(i) - 1, -1, -1}};
  return g;
}();
static_assert(!tl::diff::is_chain(sines<8>, 1) && tl::diff::is_chain(sines<9>, 1));
static_assert(tl::diff::is_chain(sines<9>, 4) && !tl::diff::is_chain(sines<9>, 5));
static_assert(tl::diff::is_chain(sines<2000>, 2) && !tl::diff::is_chain(sines<2001>, 2));
