// SPDX-License-Identifier: BSL-1.0
// Trains what network.cpp compiled on exclusive or, and checks one entry of the gradient by a difference.
#include "network.hpp"

#include <cmath>
#include <cstdio>

int main() {
  const network::sample inputs[4] = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  const float targets[4] = {0, 1, 1, 0};
  network::parameters theta{};
  theta[network::W1] = {{1, -1}, {-1, 1}, {1, 1}};
  theta[network::w2] = {0.1f, 0.2f, 0.3f};

  const float h = 1.0f / 64;
  network::parameters above = theta, below = theta, gradient{}, ignored{};
  above[network::W1](2, 1) += h;
  below[network::W1](2, 1) -= h;
  network::add_gradient(gradient, theta, inputs[1], targets[1]);
  const float slope = (network::add_gradient(ignored, above, inputs[1], targets[1]) -
                       network::add_gradient(ignored, below, inputs[1], targets[1])) / (2 * h);
  if (std::abs(gradient[network::W1](2, 1) - slope) > 1e-4f) return 1;

  for (int epoch = 0; epoch < 500; ++epoch) {
    network::parameters step{};
    for (int i = 0; i < 4; ++i) network::add_gradient(step, theta, inputs[i], targets[i]);
    step *= 0.2f;
    theta -= step;
  }
  float worst = 0;
  for (int i = 0; i < 4; ++i) worst = std::fmax(worst, std::abs(network::output(theta, inputs[i]) - targets[i]));
  std::printf("largest error: %.2f\n", static_cast<double>(worst));
  return worst < 0.2f ? 0 : 1;
}
