// SPDX-License-Identifier: BSL-1.0
// A ladder of 30 dependent sines, every node used three times, a[k+1] = sin(a[k])·a[k-1] + a[k]: its value and its
// derivatives by the first two. The bar is 1.02, without the call of 16 instructions. At most 0.99 with GCC 12 and 16.
// MOST(gcc): CALLED 1.02 INLINED 1.02
// MOST(clang): CALLED 1.03 INLINED 1.02
#include <tapeless/tapeless.hpp>

#include "count.hpp"

namespace {

namespace tl = tapeless;
using math = tl::math::standard_math;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr int rungs = 30;

template <int K, class A, class B>
constexpr auto ladder(A a, B b) {
  if constexpr (K == 0) return b;
  else return ladder<K - 1>(b, sin(b) * a + b);
}
constexpr auto step = tl::value_and_gradient(ladder<rungs>(x, y), tl::wrt(x, y));
using result = decltype(step(x = 0.0, y = 0.0));

[[gnu::noinline]] result called(const double* at) { return step(x = at[0], y = at[1]); }
[[gnu::noinline, gnu::flatten]] result inlined(const double* at) { return step(x = at[0], y = at[1]); }

[[gnu::noinline, gnu::flatten]] void by_hand(const double* at, result* __restrict out) {
  double a[rungs + 2], sine[rungs + 1], cosine[rungs + 1];
  a[0] = at[0];
  a[1] = at[1];
#pragma GCC unroll 64
  for (int k = 1; k <= rungs; ++k) {
    const auto both = math::sincos(a[k]);
    sine[k] = both.sin;
    cosine[k] = both.cos;
    a[k + 1] = sine[k] * a[k - 1] + a[k];
  }
  double upper = 1, lower = 0;
#pragma GCC unroll 64
  for (int k = rungs; k >= 1; --k) {
    const double next = upper * sine[k];
    lower += upper * (cosine[k] * a[k - 1] + 1);
    upper = lower;
    lower = next;
  }
  out->gradient[x] = lower;
  out->gradient[y] = upper;
  out->value = a[rungs + 1];
}

}  // namespace

int main() {
  const double at[] = {0.3, 0.4};
  return instructions::compare(called, inlined, by_hand, instructions::value_then_gradient, at + 0);
}
