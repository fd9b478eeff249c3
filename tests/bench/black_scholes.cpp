// SPDX-License-Identifier: BSL-1.0
// The price of a call option and its derivatives by spot, strike, time and volatility, for 4,096 options in one call of `map`, against a
// loop over the closed formulas with libm. Times are per call.
#include "functions.hpp"
#include "measure.hpp"

#include <cmath>

namespace {

using namespace bench;
using namespace tl::literals;

constexpr auto S = tl::input<"S">;
constexpr auto K = tl::input<"K">;
constexpr auto t = tl::input<"t">;
constexpr auto v = tl::input<"v">;
constexpr auto rate = 0.01_c;
constexpr auto root = sqrt(t);
constexpr auto d1 = (log(S / K) + (rate + 0.5_c * square(v)) * t) / (v * root);
constexpr auto d2 = d1 - v * root;
constexpr auto normal(auto a) { return 0.5_c * erfc(-0.70710678118654752_c * a); }
constexpr auto price = S * normal(d1) - K * exp(-rate * t) * normal(d2);

void by_hand(market& m) {
  const double r = 0.01, c = 0.70710678118654752;
  for (std::size_t i = 0; i < market::options; ++i) {
    const double root_t = std::sqrt(m.t[i]), spread = m.v[i] * root_t;
    const double a = (std::log(m.S[i] / m.K[i]) + (r + 0.5 * m.v[i] * m.v[i]) * m.t[i]) / spread, b = a - spread;
    const double na = 0.5 * std::erfc(-c * a), nb = 0.5 * std::erfc(-c * b), discount = std::exp(-r * m.t[i]);
    const double density = 0.39894228040143268 * std::exp(-0.5 * a * a);
    m.value[i] = m.S[i] * na - m.K[i] * discount * nb;
    m.by_S[i] = na;
    m.by_K[i] = -discount * nb;
    m.by_t[i] = m.S[i] * density * m.v[i] / (2 * root_t) + r * m.K[i] * discount * nb;
    m.by_v[i] = m.S[i] * density * root_t;
  }
}

[[maybe_unused]] const bool added[] = {
    add("black-scholes, 4096 options/generated, map", [](run& runner) {
      market m;
      runner.measure([&] {
        tl::value_and_gradient(price, tl::wrt(S, K, t, v)).map(m.value, m.by_S, m.by_K, m.by_t, m.by_v, S = m.S, K = m.K, t = m.t, v = m.v);
        return m.results();
      }, m);
    }),
    add("black-scholes, 4096 options/by hand, libm", [](run& runner) {
      market m;
      runner.measure([&] { return by_hand(m), m.results(); }, m);
    }),
};

}  // namespace
