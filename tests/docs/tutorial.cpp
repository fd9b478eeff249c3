// SPDX-License-Identifier: BSL-1.0
// The code of docs/tutorial.md, and what it prints.
#include <cmath>
#include <cstdio>

#include "require.hpp"

#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

namespace {

namespace function {

constexpr auto x = tl::input<"x">;
constexpr auto f = x * sin(x);
constexpr auto slope = tl::derivative(f, x);

static_assert(slope == sin(x) + x * cos(x));
static_assert(tl::equivalent(tl::derivative(slope, x), 2_c * cos(x) - f));

void print() {
  constexpr auto value_of_f = tl::function(f);
  constexpr auto value_of_slope = tl::function(slope);
  std::printf("f'(x) = %s\n", tl::show::text(slope).c_str());
  std::printf("f(2) = %.4f, f'(2) = %.4f\n", value_of_f(x = 2.0), value_of_slope(x = 2.0));
  require(std::abs(value_of_slope(x = 2.0) - (std::sin(2.0) + 2 * std::cos(2.0))) < 1e-15, "the slope of x sin x");
}

}  // namespace function

namespace neuron {

constexpr auto in = tl::input<"in", tl::vec<3>>;
constexpr auto wanted = tl::input<"wanted">;
constexpr auto w = tl::parameter<"w", tl::vec<3>>;
constexpr auto b = tl::parameter<"b">;

constexpr auto y = tanh(dot(w, in) + b);
constexpr auto E = 0.5_c * square(y - wanted);

constexpr auto step = tl::value_and_gradient(E);

void print() {
  auto theta = tl::zeros<double>(tl::parameters(E));  // w and b: four numbers
  theta[w] = {0.5, -1, 2};
  theta[b] = 0.1;

  const auto [error, gradient] = step(theta, in = {1, 2, 0.5}, wanted = 1);
  std::printf("error %.4f\n", error);
  std::printf("by w  %.4f %.4f %.4f\n", gradient[w][0], gradient[w][1], gradient[w][2]);
  std::printf("by b  %.4f\n", gradient[b]);

  const auto report = tl::check_gradient(E, theta, in = {1, 2, 0.5}, wanted = 1);
  std::printf("%zu derivatives %s\n", report.entries, report ? "agree" : "differ");
  require(report.passed, "the gradient of a neuron");

  for (int k = 1; k <= 100; ++k) {
    const auto [now, uphill] = step(theta, in = {1, 2, 0.5}, wanted = 1);
    if (k == 1 || k == 10 || k == 100) std::printf("step %3d: error %.4f\n", k, now);
    theta -= 0.05 * uphill;
  }
  require(step(theta, in = {1, 2, 0.5}, wanted = 1).value < 0.005, "a neuron learns one example");
}

void show() {
  std::puts(tl::show::cpp(step, "step").c_str());
  std::puts(tl::show::summary(step).c_str());
}

}  // namespace neuron

namespace network {

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t">;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto w2 = tl::parameter<"w2", tl::vec<3>>;
constexpr auto b2 = tl::parameter<"b2">;

constexpr auto h = tanh(W1 * x + b1);
constexpr auto y = dot(w2, h) + b2;
constexpr auto E = 0.5_c * square(y - t);

void report(int epoch, float error) {
  if (epoch == 1 || epoch == 10 || epoch == 30 || epoch == 100) std::printf("epoch %3d: error %.4f\n", epoch, static_cast<double>(error));
  if (epoch == 1000) require(error < 1e-6f, "the network learns xor");
}

void train() {
  constexpr float inputs[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  constexpr float targets[4] = {0, 1, 1, 0};

  constexpr auto step = tl::value_and_gradient(E);
  auto theta = tl::zeros<float>(tl::parameters(E));
  auto gradient = tl::zeros<float>(tl::parameters(E));
  theta[W1] = {{1, -1}, {-1, 1}, {1, 1}};
  theta[w2] = {0.1f, 0.2f, 0.3f};

  for (int epoch = 1; epoch <= 1000; ++epoch) {
    gradient = {};  // zeros again
    float error = 0;
    for (int i = 0; i < 4; ++i) error += step.accumulate(gradient, theta, x = inputs[i], t = targets[i]);
    gradient *= 0.2f;
    theta -= gradient;
    report(epoch, error);  // prints it, now and then
  }
}

}  // namespace network

namespace classes {

constexpr auto z = tl::input<"z", tl::vec<3>>;
constexpr auto target = tl::input<"target", tl::vec<3>>;
constexpr auto E = cross_entropy(z, target);
constexpr auto by_z = tl::derivative(E, z);

void print() {
  std::printf("by z: %s\n", tl::show::text(by_z).c_str());
  const auto p = tl::function(softmax(z))(z = {2.0, 1.0, 0.0});
  const auto g = tl::function(by_z)(z = {2.0, 1.0, 0.0}, target = {0, 1, 0});
  std::printf("softmax       %7.4f %7.4f %7.4f\n", p[0], p[1], p[2]);
  std::printf("derivative    %7.4f %7.4f %7.4f\n", g[0], g[1], g[2]);
  require(std::abs(g[1] - (p[1] - 1)) < 1e-15, "cross_entropy by its logits");
}

}  // namespace classes

}  // namespace

int main() {
  function::print();
  neuron::print();
  neuron::show();
  network::train();
  classes::print();
  return failures;
}
