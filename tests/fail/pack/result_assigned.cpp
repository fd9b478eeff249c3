// SPDX-License-Identifier: BSL-1.0
// What a gradient program returns is no pack: it is not assigned.
// EXPECT: = delete;  // tapeless: the result of a gradient program is a value and a gradient; for the pack write result.gradient
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto w = tl::parameter<"w", tl::vec<2>>;
constexpr auto step = tl::value_and_gradient(dot(w, w));
void train(tl::pack<float, decltype(w)>& theta) {
#ifdef EXPECT_FAIL
  theta = step(theta);
#else
  theta = step(theta).gradient;
#endif
}
