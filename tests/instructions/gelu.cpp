// SPDX-License-Identifier: BSL-1.0
// Eight gelu with their derivatives: erfc and the density e^(-x²) of its derivative share an exponential, so that fewer
// instructions run than by hand with an exponential that is called.
// MOST: CALLED 0.85 INLINED 0.85
#include <tapeless/tapeless.hpp>

#include "count.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using lanes = tl::math::lanes<double, 8>;

constexpr auto v = tl::input<"v", tl::vec<8>>;
constexpr auto step = tl::value_and_gradient(sum(gelu(v)), tl::wrt(v));
using vector = tl::tensor<double, tl::vec<8>>;
using result = decltype(step(v = vector{}));

[[gnu::noinline]] result called(const vector* at) { return step(v = *at); }
[[gnu::noinline, gnu::flatten]] result inlined(const vector* at) { return step(v = *at); }

[[gnu::noinline]] void exp_of(lanes& x) { x = tl::math::exp(x); }
[[gnu::noinline]] void by_hand(const vector* at, result* __restrict out) {
  const lanes x = lanes::load(at->data()), u = x * lanes(-0.70710678118654752);
  lanes density = -(u * u);
  exp_of(density);
  const lanes share = lanes(0.5) * tl::math::erfc(u), product = x * share;
  (share + x * density * lanes(0.39894228040143268)).store(out->gradient.data());
  double sum = 0;
  for (int i = 0; i < 8; ++i) sum += product[i];
  out->value = sum;
}

}  // namespace

int main() {
  const vector at = {0.3, -0.7, 1.5, -2.25, 0.01, 3.5, -0.1, 2.75};
  return instructions::compare(called, inlined, by_hand, instructions::value_then_gradient, &at + 0);
}
