// SPDX-License-Identifier: BSL-1.0
// W * x, the commonest mistake of all: what follows it compiles.
// EXPECT: tapeless: W * x requires columns(W) == size(x)
// EXPECT: columns_equal_size<W_is<here::mat<3, 2>>, x_is<here::vec<4>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_x = tl::vec<4>;
#else
using shape_of_x = tl::vec<2>;
#endif

constexpr auto x = tl::input<"x", shape_of_x>;
constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
constexpr auto W2 = tl::parameter<"W2", tl::mat<1, 3>>;
constexpr auto E = sum(square(W2 * tanh(W1 * x + b1)));
constexpr auto step = tl::value_and_gradient(E);

float use() {
  auto theta = tl::zeros<float>(tl::parameters(E));
  theta[W1](0, 1) = 0.5f;
  tl::tensor<float, shape_of_x> at{};
  auto [value, gradient] = step(theta, x = at);
  return value + gradient[W1](2, 1) + gradient[W2](0, 0);
}
