// SPDX-License-Identifier: BSL-1.0
#pragma once
// A peer that differentiates functions of numbers is a template over the function; its call fills in the values and the Jacobian.
#include "../functions.hpp"

#include <span>

namespace bench {

template <template <class> class Peer, class F>
void add_peer_to(const std::string& name) {
  add(std::string(F::workload) + "/" + name, [](run& runner) {
    Peer<F> peer;
    auto at = F::at();
    std::array<double, F::outputs> values{};
    std::array<double, F::outputs * F::inputs> jacobian{};
    runner.measure([&] {
      peer(at.data(), values.data(), jacobian.data());
      return std::tuple(std::span(values), std::span(jacobian));
    }, at, peer);
  });
}

template <template <class> class Peer>
bool add_peer(const std::string& name) {
  add_peer_to<Peer, bishop>(name);
  add_peer_to<Peer, ladder>(name);
  add_peer_to<Peer, bundle>(name);
  return add("black-scholes, 4096 options/" + name, [](run& runner) {
    Peer<call_option> peer;
    market m;
    runner.measure([&] {
      for (std::size_t i = 0; i < market::options; ++i) {
        const double at[] = {m.S[i], m.K[i], m.t[i], m.v[i]};
        double gradient[4];
        peer(at, &m.value[i], gradient);
        m.by_S[i] = gradient[0], m.by_K[i] = gradient[1], m.by_t[i] = gradient[2], m.by_v[i] = gradient[3];
      }
      return m.results();
    }, m, peer);
  });
}

}  // namespace bench
