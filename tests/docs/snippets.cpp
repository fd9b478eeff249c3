// SPDX-License-Identifier: BSL-1.0
// The code of README.md and docs/: check_blocks.py finds each block of theirs in here, or in another compiled file.
#include <array>
#include <boost/hana/equal.hpp>
#include <boost/hana/fold_left.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/size.hpp>
#include <boost/hana/transform.hpp>
#include <boost/hana/tuple.hpp>
#include <cstdio>
#include <string>
#include <string_view>
#include <tapeless/tapeless.hpp>
#include <vector>

#include "require.hpp"

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

namespace readme {

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto h = tanh(W * x + b);
constexpr auto E = 0.5_c * sum(square(h));

void embed() {
  constexpr auto step = tl::value_and_gradient(E);           // with respect to every parameter: W and b
  auto theta = tl::zeros<float>(tl::parameters(E));          // one flat array, keyed by variable
  auto gradients = tl::zeros<float>(tl::parameters(E));
  theta[W](0, 1) = 0.3f;

  std::array<float, 2> sample = {1, 2};
  auto [value, gradient] = step(theta, x = sample);          // read where they lie, not copied
  theta[W](0, 0) -= 0.1f * gradient[W](0, 0);
  value += step.accumulate(gradients, theta, x = sample);    // adds to a pack, as a mini-batch wants it

  require(value > 0 && gradients[b][0] != 0, "embed");
}

constexpr auto s = tl::input<"s">;
static_assert(tl::derivative(sin(s) * s, s) == cos(s) * s + sin(s));                     // the same expression
static_assert(tl::equivalent(square(sin(s)) + square(cos(s)), 1_c));                     // the same function
static_assert(tl::value_and_gradient(s * s, tl::wrt(s))(s = 3.0).gradient[s] == 6.0);    // the same number

// eq. 5.55: the derivative by h is the sum of what each edge of its fan-out contributes
static_assert(hana::fold_left(hana::transform(tl::fanout(E, h), [](auto edge) { return tl::contribution(E, edge); }),
                              hana::plus) == tl::derivative(E, h));

void many() {
  constexpr auto slope = tl::value_and_gradient(sin(s) * s, tl::wrt(s));
  std::vector<double> at(1000, 0.5), value(1000), by_s(1000);
  slope.map(value, by_s, s = at);
  require(value[999] == slope(s = 0.5).value, "many");
}

void batch() {
  constexpr auto X = tl::input<"X", tl::mat<16, 8>>;  // 16 examples, one in each row
  constexpr auto labels = tl::input<"labels", tl::mat<16, 4>>;  // 1 at the class of each, else 0
  constexpr auto V = tl::parameter<"V", tl::mat<12, 8>>;
  constexpr auto c = tl::parameter<"c", tl::vec<12>>;
  constexpr auto U = tl::parameter<"U", tl::mat<4, 12>>;
  constexpr auto hidden = tanh(X * transpose(V) + tl::broadcast<tl::mat<16, 12>>(c));
  constexpr auto mean_loss = cross_entropy(hidden * transpose(U), labels) / 16_c;
  constexpr auto loss = tl::value_and_gradient(mean_loss);

  tl::tensor<float, tl::mat<16, 8>> xs{};
  tl::tensor<float, tl::mat<16, 4>> one_hot{};
  for (std::size_t i = 0; i < 16; ++i) one_hot(i, i % 4) = 1;
  const auto theta = tl::zeros<float>(tl::parameters(mean_loss));

  std::vector<float> memory(loss.workspace_bytes<float>() / sizeof(float));
  const auto step = loss(theta, X = xs, labels = one_hot, tl::workspace(memory));
  require(step.value == loss(theta, X = xs, labels = one_hot).value, "batch");
}

void study() {
  constexpr auto slope = tl::derivative(sin(s) * s, s);
  std::puts(tl::show::text(slope).c_str());
  std::puts(tl::show::cpp(tl::function(slope), "slope").c_str());
  std::puts(tl::show::mermaid(tl::value_and_gradient(E)).c_str());
}

void check() {
  auto theta = tl::zeros<double>(tl::parameters(E));
  theta[W] = {{1, -1}, {0.5, 2}, {0, 1}};
  const auto report = tl::check_gradient(E, theta, x = {0.3, 0.7});  // against central differences
  std::puts(report.message().c_str());
  require(static_cast<bool>(report), "check_gradient");
}

}  // namespace readme

namespace layout {

constexpr auto w = tl::parameter<"w">;
constexpr auto x = tl::input<"x">;
constexpr auto b = tl::parameter<"b">;
constexpr auto y = tanh(w * x + b);

static_assert(tl::node_count(y) == 6);                                // w, x, w·x, b, the sum, tanh
static_assert(tl::derivative(y, w) == (1_c - square(y)) * x);
static_assert(tl::derivative(y, b) == 1_c - square(y));
static_assert(hana::size(tl::fanout(y, w * x)) == hana::size_c<1>);   // it feeds the sum, and nothing else

constexpr auto program = tl::value_and_gradient(y);
static_assert(program.operation_count() == 6);
static_assert(tl::value_and_gradient(y, tl::wrt(w, b))(w = 0.0, x = 3.0, b = 0.0).gradient[w] == 3.0);

template <class Graph>
void print(const char* title, const Graph& g) {
  std::puts(title);
  for (std::size_t i = 0; i < g.size; ++i) {
    const tl::graph::vertex& v = g.at[i];
    std::printf("  %zu %s", i, std::string(tl::op::name_of(v.op)).c_str());
    for (int k = 0; k < tl::graph::arity(v); ++k) std::printf(" %d", v.operand[k]);
    std::puts("");
  }
}

void print() {
  print("lowered", tl::graph::lowered<y.self>);
  print("differentiated", tl::diff::gradient_graph<y.self, w.self, b.self>);
  std::puts(tl::show::cpp(program, "program").c_str());
}

}  // namespace layout

namespace design {

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 2>>;
constexpr auto y = W * x;
constexpr auto E = 0.5_c * sum(square(y - t));
static_assert(tl::derivative(E, y) == y - t);  // the ½ has gone, in construction

constexpr auto p = tl::input<"p">;
constexpr auto q = tl::input<"q">;
constexpr auto r = p / q;
static_assert(tl::derivative(r, p) == 1_c / q);
static_assert(tl::derivative(r, q) == -(1_c / q * r));  // the quotient 1/q is one node for both
static_assert(q * p == p * q && sin(q) * p == p * sin(q));

constexpr auto v = tl::input<"v", tl::vec<3>>;
static_assert(hadamard(tl::broadcast<tl::vec<3>>(p), v) == p * v);
static_assert(p + 0_c == p && v * 1_c == v);
static_assert(tl::derivative(E, E) == 1_c);
static_assert(tl::derivative(p * p, q) == 0_c);

namespace two_layers {
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<2>>;
constexpr auto y = W2 * tanh(W1 * x + b1) + b2;
static_assert(tl::parameters(y) == hana::make_tuple(W1, b1, W2, b2));
}  // namespace two_layers

constexpr auto gradient = tl::gradient(p * q, tl::wrt(p, q));
static_assert(gradient[p] == q && gradient[q] == p);
static_assert(hana::size(gradient) == hana::size_c<2>);

static_assert(std::string_view(tl::show::text(tl::derivative(p * sin(p), p)).c_str()).size() > 0);  // in a constant

}  // namespace design

}  // namespace

int main() {
  readme::embed();
  readme::many();
  readme::batch();
  readme::study();
  readme::check();
  layout::print();
  return failures;
}
