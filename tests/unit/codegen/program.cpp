// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/program.hpp>

// What a program returns, whatever is asked for: leaves, constants, one node twice, nodes on the way; and accumulation.
#include <array>
#include <cmath>
#include <concepts>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>
#include <tuple>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
constexpr auto h = tanh(W * v + b);
constexpr auto E = 0.5_c * sum(square(h - t)) + dot(h, t);

constexpr double vs[] = {0.5, -1.0, 2.0}, ts[] = {0.25, -0.5};

auto parameters() {
  auto theta = tl::zeros<double>(tl::parameters(E));
  theta[W] = {{0.1, -0.2, 0.3}, {0.4, 0.5, -0.6}};
  theta[b] = {0.05, -0.1};
  return theta;
}

template <class T, class U>
bool same(const T& a, const U& b_) {
  if (a.size() != b_.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b_[i]) return false;
  return true;
}

}  // namespace

TEST_CASE("one output is a T or a tensor, several are a tuple in their order", "[codegen]") {
  const auto scalar = tl::function(x * y)(x = 2.0, y = 3.0);
  CHECK(std::same_as<decltype(scalar), const double>);
  const auto vector = tl::function(W * v)(parameters(), v = vs);
  CHECK(std::same_as<decltype(vector), const tl::tensor<double, tl::vec<2>>>);
  const auto several = tl::function(sum(v), 2_c * v, x, outer(v, v))(v = vs, x = 7.0);
  CHECK(std::same_as<decltype(several), const std::tuple<double, tl::tensor<double, tl::vec<3>>, double,
                                                         tl::tensor<double, tl::mat<3, 3>>>>);
  CHECK(std::get<0>(several) == 1.5);
  CHECK(std::get<1>(several)[2] == 4.0);
  CHECK(std::get<2>(several) == 7.0);
  CHECK(std::get<3>(several)(1, 2) == -2.0);
}

TEST_CASE("an output that is a leaf or a constant", "[codegen]") {
  CHECK(tl::function(x)(x = 4.0) == 4.0);
  CHECK(tl::function(2.5_c)(x = 1.0f) == 2.5f);
  CHECK(same(tl::function(v)(v = vs), std::to_array(vs)));
  const auto filled = tl::function(tl::make_constant<2, tl::vec<3>>())(x = 1.0);
  CHECK(filled[0] + filled[1] + filled[2] == 6.0);
  const auto [leaf, sum_of_it, constant] = tl::function(v, sum(v), 1_c)(v = vs);
  CHECK(same(leaf, std::to_array(vs)));
  CHECK(sum_of_it == 1.5);
  CHECK(constant == 1.0);
}

TEST_CASE("one node asked for twice, and one that others need too", "[codegen]") {
  const auto [a, a_again] = tl::function(sin(x), sin(x))(x = 1.25);
  CHECK(a == a_again);
  const auto [s, s_again, leaf, leaf_again] = tl::function(square(v), square(v), v, v)(v = vs);
  CHECK(same(s, s_again));
  CHECK(same(leaf, leaf_again));
  const auto [squares, total, root, squares_again] =
      tl::function(square(v), sum(square(v)), sqrt(sum(square(v))), square(v))(v = vs);
  CHECK(same(squares, squares_again));
  CHECK(total == 5.25);
  CHECK(root == std::sqrt(5.25));
  CHECK(squares[2] == 4.0);
}

TEST_CASE("a gradient by a subset of the variables is the whole gradient's part", "[codegen]") {
  const auto theta = parameters();
  const auto all = tl::value_and_gradient(E)(theta, v = vs, t = ts);
  const auto some = tl::value_and_gradient(E, tl::wrt(b))(theta, v = vs, t = ts);
  const auto other = tl::value_and_gradient(E, tl::wrt(t, W, v))(theta, v = vs, t = ts);
  CHECK(some.value == all.value);
  CHECK(same(some.gradient[b], all.gradient[b]));
  CHECK(same(other.gradient[W], all.gradient[W]));
  CHECK(some.gradient.size() == 2);
  CHECK(other.gradient.size() == 2 + 6 + 3);
  const auto by_t = tl::function(tl::derivative(E, t))(theta, v = vs, t = ts);
  CHECK(same(other.gradient[t], by_t));
}

TEST_CASE("a gradient by a node on the way", "[codegen]") {
  const auto theta = parameters();
  const auto r = tl::value_and_gradient(E, tl::wrt(h, b, W * v))(theta, v = vs, t = ts);
  const auto hidden = tl::function(h)(theta, v = vs);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(r.gradient[h][i] == Approx((hidden[i] - ts[i]) + ts[i]));
    CHECK(r.gradient[b][i] == Approx(r.gradient[h][i] * (1 - hidden[i] * hidden[i])));
    CHECK(r.gradient[W * v][i] == r.gradient[b][i]);
  }
}

TEST_CASE("gradients that are leaves, constants, or one node twice", "[codegen]") {
  const auto r = tl::value_and_gradient(x * y + sum(v), tl::wrt(x, y, v))(x = 2.0, y = 5.0, v = vs);
  CHECK(r.gradient[x] == 5.0);
  CHECK(r.gradient[y] == 2.0);
  for (const double g : r.gradient[v]) CHECK(g == 1.0);
  constexpr auto w = tl::input<"w", tl::vec<3>>;
  const auto d = tl::value_and_gradient(dot(v, w), tl::wrt(v, w))(v = vs, w = {7., 8., 9.});
  CHECK(d.gradient[v][1] == 8.0);
  CHECK(d.gradient[w][1] == -1.0);
  const auto both = tl::value_and_gradient(sum(exp(v + w)), tl::wrt(v, w))(v = vs, w = {0., 1., -2.});
  CHECK(same(both.gradient[v], both.gradient[w]));
  const auto itself = tl::value_and_gradient(x, tl::wrt(x))(x = 3.0);
  CHECK(itself.value == 3.0);
  CHECK(itself.gradient[x] == 1.0);
}

TEST_CASE("structured bindings and names see the same result", "[codegen]") {
  const auto theta = parameters();
  constexpr auto step = tl::value_and_gradient(E);
  const auto [value, gradient] = step(theta, v = vs, t = ts);
  const auto r = step(theta, v = vs, t = ts);
  CHECK(r.value == value);
  CHECK(r.gradient == gradient);
  CHECK(tl::function(E)(theta, v = vs, t = ts) == value);
}

TEST_CASE("accumulate adds: twice gives double, in the same bits", "[codegen]") {
  const auto theta = parameters();
  constexpr auto step = tl::value_and_gradient(E);
  const auto once = step(theta, v = vs, t = ts);
  auto total = tl::zeros<double>(tl::parameters(E));
  CHECK(step.accumulate(total, theta, v = vs, t = ts) == once.value);
  CHECK(total == once.gradient);
  CHECK(step.accumulate(total, theta, v = vs, t = ts) == once.value);
  for (std::size_t i = 0; i < total.size(); ++i) CHECK(total.data()[i] == 2 * once.gradient.data()[i]);
}

TEST_CASE("accumulate adds to what derives from a pack", "[codegen]") {
  struct summed : decltype(tl::zeros<double>(tl::parameters(E))) {
    int count = 0;
  };
  const auto theta = parameters();
  constexpr auto step = tl::value_and_gradient(E);
  summed total{};
  CHECK(step.accumulate(total, theta, v = vs, t = ts) > 0);
  const auto gradient = step(theta, v = vs, t = ts).gradient;
  CHECK(total == gradient);
  CHECK(gradient == total);
  total += total;
  CHECK(total == 2.0 * gradient);
  CHECK(total / 2.0 == gradient);
  CHECK(-total - gradient == -3.0 * gradient);
}

TEST_CASE("accumulate of leaves, constants and shared nodes adds too, and leaves other variables alone", "[codegen]") {
  constexpr auto w = tl::input<"w", tl::vec<3>>;
  constexpr auto step = tl::value_and_gradient(dot(v, w) + x * y + sum(square(v) - w), tl::wrt(v, w, x, y));
  auto total = tl::zeros<double>(tl::wrt(b, y, w, x, v));
  for (double& element : total) element = 100;
  for (int n = 0; n < 2; ++n) step.accumulate(total, v = vs, w = {7., 8., 9.}, x = 2.0, y = 5.0);
  CHECK(total[x] == 110.0);
  CHECK(total[y] == 104.0);
  CHECK(total[v][0] == 100 + 2 * (7 + 1.0));
  CHECK(total[w][2] == 100 + 2 * (2 - 1.0));
  CHECK(total[b][0] == 100.0);
  CHECK(total[b][1] == 100.0);
  constexpr auto same_node = tl::value_and_gradient(sum(exp(v + w)), tl::wrt(v, w));
  auto twice = tl::zeros<double>(tl::wrt(v, w));
  for (int n = 0; n < 2; ++n) same_node.accumulate(twice, v = {0., 0., 0.}, w = {0., 0., 0.});
  for (const double element : twice) CHECK(element == 2.0);
}

TEST_CASE("a program is the same in constant expressions and at run time, bit by bit", "[codegen]") {
  constexpr auto gradient = tl::value_and_gradient(
      cross_entropy(h, t) + logsumexp(h) * sum(sigmoid(b)) + dot(softmax(b), sin(t) / cos(t)) + sum(softplus(W)),
      tl::wrt(W, b));
  static constexpr auto compiled = gradient(W = {{0.1, -0.2, 0.3}, {0.4, 0.5, -0.6}}, b = {0.05, -0.1},
                                            v = {0.5, -1.0, 2.0}, t = {0.25, -0.5});
  const volatile double opaque[] = {0.1, -0.2, 0.3, 0.4, 0.5, -0.6, 0.05, -0.1};
  auto theta = tl::zeros<double>(tl::wrt(W, b));
  for (std::size_t i = 0; i < theta.size(); ++i) theta.data()[i] = opaque[i];
  const auto run = gradient(theta, v = vs, t = ts);
  CHECK(run.value == compiled.value);
  CHECK(run.gradient == compiled.gradient);
}

TEST_CASE("a network of several layers against central differences, every parameter", "[codegen]") {
  constexpr auto W2 = tl::parameter<"W2", tl::mat<2, 2>>;
  constexpr auto loss = cross_entropy(W2 * h + softmax(b), t) + 0.125_c * sum(square(W)) * mean(W2) +
                        relu(W(0_c, 1_c)) - dot(h, sigmoid(h)) / sum(exp(b));
  constexpr auto program = tl::value_and_gradient(loss);
  auto theta = tl::zeros<double>(tl::parameters(loss));
  for (std::size_t i = 0; i < theta.size(); ++i) theta.data()[i] = 0.37 * double((i * 7 + 3) % 11) / 5 - 0.4;
  const auto at = program(theta, v = vs, t = ts);
  for (std::size_t i = 0; i < theta.size(); ++i) {
    constexpr double step = 0x1p-17;
    auto above = theta, below = theta;
    above.data()[i] += step;
    below.data()[i] -= step;
    const double difference = program(above, v = vs, t = ts).value - program(below, v = vs, t = ts).value;
    INFO("parameter " << i);
    CHECK(at.gradient.data()[i] == Approx(difference / (2 * step)).epsilon(1e-7).margin(1e-9));
  }
}

TEST_CASE("accumulate into the pack that the call reads adds the gradient at the values it had before") {
  constexpr auto energy = sum(square(W * v));
  constexpr auto step = tl::value_and_gradient(energy);
  auto theta = tl::zeros<double>(tl::parameters(energy));
  theta[W] = {{1, 2, 3}, {4, 5, 6}};
  const auto before = theta;
  const auto [value, gradient] = step(theta, v = {1., -2., 3.});
  CHECK(step.accumulate(theta, theta, v = {1., -2., 3.}) == value);
  for (std::size_t i = 0; i < theta.size(); ++i) CHECK(theta.data()[i] == before.data()[i] + gradient.data()[i]);
}

TEST_CASE("accumulate into a larger pack that the call reads leaves its other variables alone") {
  constexpr auto energy = sum(square(W * v)) + x;
  constexpr auto step = tl::value_and_gradient(energy, tl::wrt(W));
  auto theta = tl::zeros<double>(tl::wrt(x, W));
  theta[W] = {{1, 2, 3}, {4, 5, 6}};
  theta[x] = -0.0;
  const auto before = theta;
  const auto [value, gradient] = step(theta, v = {1., -2., 3.});
  CHECK(step.accumulate(theta, theta, v = {1., -2., 3.}) == value);
  CHECK((theta[x] == 0 && std::signbit(theta[x])));
  for (std::size_t i = 0; i < gradient.size(); ++i) CHECK(theta[W][i] == before[W][i] + gradient[W][i]);
}

TEST_CASE("a pack of integers adopts the floating type of the call") {
  auto whole = tl::zeros<int>(W);
  whole[W] = {{1, 2, 3}, {4, 5, 6}};
  CHECK(tl::function(sum(W))(whole) == 21.0);
}

TEST_CASE("what is computed together is what was asked for", "[codegen]") {
  constexpr auto p = tl::input<"p">;
  constexpr auto q = tl::input<"q">;
  // two sines of one angle, of which one is hidden in an element; functions of constants
  CHECK(tl::function(sin(p) + sin(concat(p, q)[0_c]))(p = 1.0, q = 2.0) == Approx(2 * std::sin(1.0)));
  CHECK(tl::function(sin(p) * cos(p) + sin(concat(p, q)[0_c]))(p = 1.0, q = 2.0) == Approx(std::sin(1.0) * std::cos(1.0) + std::sin(1.0)));
  CHECK(std::get<1>(tl::function(sin(exp(2_c)), cos(exp(2_c)), p)(p = 1.0)) == Approx(std::cos(std::exp(2.0))));
  CHECK(tl::function(sin(p), cos(p), cos(p) * q)(p = 0.5, q = 3.0) == std::tuple(std::sin(0.5), std::cos(0.5), std::cos(0.5) * 3));
  // an outer product with what the pass over the matrix computes
  constexpr auto A = tl::input<"A", tl::mat<3, 5>>;
  constexpr auto B = tl::parameter<"B", tl::mat<3, 5>>;
  constexpr auto d = tl::input<"d", tl::vec<3>>;
  const double a[3][5] = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}, {11, 12, 13, 14, 15}};
  const auto result = tl::value_and_gradient(dot(d, B * (transpose(A) * d)))(A = a, d = {1.0, 2.0, 3.0}, B = a);
  CHECK(result.gradient[B](2, 4) == 210);
  // a choice does not depend on which output it is
  CHECK(std::get<1>(tl::function(p, select(ge(p / p, 1_c), 1_c, 0_c) + q / p + (q + 1_c) / p)(p = 49.0, q = 0.0)) == Approx(1 + 1.0 / 49));
}

TEST_CASE("variables are accepted without wrt") {
  CHECK(tl::value_and_gradient(x * x, x)(x = 3.0).gradient[x] == 6.0);
}

TEST_CASE("what was asked for beside another value has the sign and the range that was written", "[codegen]") {
  constexpr auto angle = atan2(-x - y, tl::constant<-1>);
  CHECK(tl::function(angle)(x = 1.0, y = -1.0) > 3);
  CHECK(std::get<1>(tl::function(x, angle)(x = 1.0, y = -1.0)) > 3);
  CHECK(std::get<1>(tl::function(x, 1_c / (-x - y))(x = 1.0, y = -1.0)) > 0);
  // where the factor of a gradient is nearly as large as numbers are
  constexpr auto z = tl::input<"z">;
  const auto [value, gradient] = tl::value_and_gradient(exp(z) * (x * x + y * y) + x * y, tl::wrt(x, y, z))(x = 0.0, y = 1e-10, z = 709.5);
  CHECK(gradient[x] == 1e-10);
  CHECK(gradient[y] == Approx(2e-10 * std::exp(709.5)));
}
