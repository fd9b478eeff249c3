// SPDX-License-Identifier: BSL-1.0
// The example that the library was designed to: embed, prove and study, in one file, with tapeless.hpp alone.
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<3>>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<3, 3>>;
constexpr auto b2 = tl::parameter<"b2", tl::vec<3>>;

constexpr auto h = tanh(W1 * x + b1);
constexpr auto y = W2 * h + b2;
constexpr auto E = 0.5_c * sum(square(y - t));

constexpr auto s = tl::input<"s">;
static_assert(tl::derivative(sin(s) * s, s) == cos(s) * s + sin(s));
static_assert(tl::equivalent(square(sin(s)) + square(cos(s)), 1_c));
static_assert(tl::value_and_gradient(s * s, tl::wrt(s))(s = 3.0).gradient[s] == 6.0);
static_assert(decltype(boost::hana::size(tl::fanout(E, h)))::value == 1);

void require(bool holds, const char* what) {
  if (holds) return;
  std::printf("wrong: %s\n", what);
  std::exit(1);
}

int main() {
  constexpr auto step = tl::value_and_gradient(E);
  auto theta = tl::zeros<float>(tl::parameters(E));
  theta[W1](0, 1) = 0.3f;
  theta[W2] = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  const std::array<float, 2> xs = {1, 2};
  const std::array<float, 3> ts = {1, 0, 0};
  const auto [value, grad] = step(theta, x = xs, t = ts);

  // h = (tanh 0.6, 0, 0), y - t = h - t, E = ½ (tanh 0.6 - 1)², ∂E/∂W2[0, 0] = (tanh 0.6 - 1) tanh 0.6
  const float h0 = std::tanh(0.6f);
  require(std::abs(value - 0.5f * (h0 - 1) * (h0 - 1)) < 1e-6f, "value");
  require(std::abs(grad[W2](0, 0) - (h0 - 1) * h0) < 1e-6f, "gradient");
  theta[W2](0, 0) -= 0.1f * grad[W2](0, 0);
  require(theta[W2](0, 0) > 1, "a step against the gradient");

  const std::string text = tl::show::cpp(step, "xor_step").c_str();
  require(text.find("double xor_step(") != std::string::npos, "show::cpp");
  std::puts(text.c_str());
}
