// SPDX-License-Identifier: BSL-1.0
// The code of docs/how-to/slow-compilation.md: a recurrence as a program of one step and a loop, against the same unrolled.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

namespace {

constexpr std::size_t steps = 4;
constexpr auto h = tl::input<"h", tl::vec<3>>;
constexpr auto adjoint = tl::input<"adjoint", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 3>>;
constexpr auto next = tanh(W * h);

constexpr auto forward = tl::function(next);
constexpr auto backward = tl::value_and_gradient(dot(adjoint, next), tl::wrt(W, h));

using state = tl::tensor<double, tl::vec<3>>;
using weights = decltype(tl::zeros<double>(tl::wrt(W)));

/// The derivative by W of the sum of the last state.
weights by_loop(const weights& theta, const state& begin) {
  std::array<state, steps + 1> states{};
  states[0] = begin;
  for (std::size_t k = 0; k < steps; ++k) states[k + 1] = forward(theta, h = states[k]);

  weights total{};
  state above = {1, 1, 1};  // the derivative by the state after step k; of a sum it is 1
  for (std::size_t k = steps; k-- > 0;) {
    const auto [value, gradient] = backward(theta, h = states[k], adjoint = above);
    for (std::size_t i = 0; i < total.size(); ++i) total.data()[i] += gradient[W][i];
    for (std::size_t i = 0; i < above.size(); ++i) above[i] = gradient[h][i];
  }
  return total;
}

constexpr auto unrolled = tl::value_and_gradient(sum(tl::unroll<steps>(h, [](auto before, auto) { return tanh(W * before); })));

}  // namespace

int main() {
  weights theta{};
  theta[W] = {{0.1, 0.2, 0.3}, {-0.4, 0.5, 0.6}, {0.7, -0.8, 0.9}};
  const state begin = {1, 2, 3};
  const weights by_steps = by_loop(theta, begin);
  const weights at_once = unrolled(theta, h = begin).gradient;
  for (std::size_t i = 0; i < theta.size(); ++i)
    if (!(std::abs(by_steps.data()[i] - at_once.data()[i]) < 1e-14)) {
      std::printf("number %zu is %g, unrolled %g\n", i, by_steps.data()[i], at_once.data()[i]);
      return 1;
    }
}
