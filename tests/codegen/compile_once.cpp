// SPDX-License-Identifier: BSL-1.0
// Who includes a header that only declares what another unit generates has calls, and nothing of the library.
// COMPILE: -O2
// COMPILE: -O2 -g
// UNDEFINED: network::add_gradient.*
#include "../docs/compile_once/network.hpp"

extern "C" float use(network::parameters& gradient, const network::parameters& theta, const network::sample& x) {
  const float loss = network::add_gradient(gradient, theta, x, 1.0f);
  return loss + gradient[network::W1](2, 1);
}
