// SPDX-License-Identifier: BSL-1.0
// A call of a network, and as the size of an array how much stack it may take: the workspace, the result, and what calls may
// take beyond. stack.py compares it with what the compiler reports by -fstack-usage.
#include "../bare_metal/networks.hpp"
#include "most_beyond.hpp"

namespace tl = tapeless;
using T = NUMBER;
using net = networks::network<SIZES>;
using inputs = tl::tensor<T, decltype(net::x)::shape_type>;
using targets = tl::tensor<T, decltype(net::t)::shape_type>;
constexpr auto step = tl::value_and_gradient(cross_entropy(net::y, net::t));
using weights = decltype(tl::zeros<T>(tl::wrt(net::W1, net::b1, net::W2, net::b2)));

char most[step.workspace_bytes<T>() + sizeof(weights) + most_beyond];

void call(weights& gradient, const weights& theta, const inputs& x, const targets& t) {
#ifdef ACCUMULATE  // into what may be the pack that is read: then the gradient is made apart
  static_cast<void>(step.accumulate(gradient, theta, net::x = x, net::t = t));
#else
  gradient = step(theta, net::x = x, net::t = t).gradient;
#endif
}
