// SPDX-License-Identifier: BSL-1.0
#include "network.hpp"

#include <tapeless/tapeless.hpp>

namespace network {
namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto in = tl::input<"in", tl::vec<2>>;
constexpr auto wanted = tl::input<"wanted">;
constexpr auto y = dot(w2, tanh(W1 * in + b1));
constexpr auto E = 0.5_c * square(y - wanted);

}  // namespace

float output(const parameters& theta, const sample& x) { return tl::function(y)(theta, in = x); }

float add_gradient(parameters& gradient, const parameters& theta, const sample& x, float target) {
  return tl::value_and_gradient(E).accumulate(gradient, theta, in = x, wanted = target);
}

}  // namespace network
