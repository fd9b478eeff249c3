// SPDX-License-Identifier: BSL-1.0
// Back-propagation through time: a long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of
// Gers, Schmidhuber and Cummins, 2000) unrolled over eight steps, against a hand-written forward pass and differences.
#include <array>
#include <cmath>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

constexpr std::size_t steps = 8, inputs = 2, hidden = 3;

constexpr auto x = tl::input<"x", tl::mat<steps, inputs>>;
constexpr auto Wi = tl::parameter<"Wi", tl::mat<hidden, inputs + hidden>>;
constexpr auto Wf = tl::parameter<"Wf", tl::mat<hidden, inputs + hidden>>;
constexpr auto Wo = tl::parameter<"Wo", tl::mat<hidden, inputs + hidden>>;
constexpr auto Wc = tl::parameter<"Wc", tl::mat<hidden, inputs + hidden>>;
constexpr auto bi = tl::parameter<"bi", tl::vec<hidden>>;
constexpr auto bf = tl::parameter<"bf", tl::vec<hidden>>;
constexpr auto bo = tl::parameter<"bo", tl::vec<hidden>>;
constexpr auto bc = tl::parameter<"bc", tl::vec<hidden>>;
constexpr auto zero = tl::broadcast<tl::vec<hidden>>(0_c);

// the state is a tuple: what the cell shows, and what it remembers
constexpr auto last = tl::unroll<steps>(hana::make_tuple(zero, zero), [](auto state, auto k) {
  constexpr auto z = concat(tl::row<decltype(k)::value>(x), state[hana::size_c<0>]);
  constexpr auto i = sigmoid(Wi * z + bi);
  constexpr auto f = sigmoid(Wf * z + bf);
  constexpr auto o = sigmoid(Wo * z + bo);
  constexpr auto c = hadamard(f, state[hana::size_c<1>]) + hadamard(i, tanh(Wc * z + bc));
  return hana::make_tuple(hadamard(o, tanh(c)), c);
});
constexpr auto E = sum(square(last[hana::size_c<0>]));

}  // namespace

TEST_CASE("a recurrent cell over eight steps has the value of its loop and the gradient of its differences") {
  auto theta = tl::zeros<double>(tl::parameters(E));
  double seed = 0.37;
  const auto next = [&] { return seed = std::fmod(seed * 97.13 + 0.219, 1.0); };
  for (double& p : theta) p = 2 * next() - 1;
  std::array<double, steps * inputs> series;
  for (double& s : series) s = 2 * next() - 1;

  std::array<double, hidden> h{}, c{};
  for (std::size_t t = 0; t < steps; ++t) {
    std::array<double, inputs + hidden> z{};
    for (std::size_t j = 0; j < inputs; ++j) z[j] = series[t * inputs + j];
    for (std::size_t j = 0; j < hidden; ++j) z[inputs + j] = h[j];
    const auto gate = [&](const auto& W, const auto& b, std::size_t r) {
      double s = b[r];
      for (std::size_t j = 0; j < inputs + hidden; ++j) s += W(r, j) * z[j];
      return s;
    };
    const auto logistic = [](double a) { return 1 / (1 + std::exp(-a)); };
    for (std::size_t r = 0; r < hidden; ++r) {
      c[r] = logistic(gate(theta[Wf], theta[bf], r)) * c[r] +
             logistic(gate(theta[Wi], theta[bi], r)) * std::tanh(gate(theta[Wc], theta[bc], r));
      h[r] = logistic(gate(theta[Wo], theta[bo], r)) * std::tanh(c[r]);
    }
  }
  double expected = 0;
  for (const double a : h) expected += a * a;

  const auto at = [&](const auto& p) { return tl::value_and_gradient(E)(p, x = series); };  // generated once
  const auto [value, gradient] = at(theta);
  CHECK(std::abs(value - expected) < 1e-14);
  for (std::size_t k = 0; k < theta.size(); ++k) {
    const double step = 1e-5;
    auto above = theta, below = theta;
    above.data()[k] += step;
    below.data()[k] -= step;
    const double slope = (at(above).value - at(below).value) / (2 * step);
    INFO("parameter " << k);
    CHECK(std::abs(gradient.data()[k] - slope) < 1e-9);
  }
}
