// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t">;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto w2 = tl::parameter<"w2", tl::vec<3>>;
constexpr auto b2 = tl::parameter<"b2">;

constexpr auto h = tanh(W1 * x + b1);
constexpr auto y = dot(w2, h) + b2;
constexpr auto E = 0.5_c * square(y - t);

static_assert(tl::derivative(E, w2) == (y - t) * h);

int main() {
  constexpr double inputs[4][2] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  constexpr double targets[4] = {0, 1, 1, 0};

  constexpr auto step = tl::value_and_gradient(E);
  auto theta = tl::zeros<double>(tl::parameters(E));
  theta[W1] = {{1, -1}, {-1, 1}, {1, 1}};
  theta[w2] = {0.1, 0.2, 0.3};

  for (int epoch = 0; epoch < 1000; ++epoch)
    for (int i = 0; i < 4; ++i) {
      const auto [error, gradient] = step(theta, x = inputs[i], t = targets[i]);
      theta -= 0.1 * gradient;
    }

  constexpr auto network = tl::function(y);
  for (const auto& row : inputs) std::printf("%g xor %g = %.3f\n", row[0], row[1], network(theta, x = row));
}
