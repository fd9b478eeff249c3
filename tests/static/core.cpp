// SPDX-License-Identifier: BSL-1.0
// Expressions, derivatives, gradient identities and programs need <tapeless/core.hpp> alone.
#include <tapeless/core.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto h = tanh(W * x + b);
constexpr auto E = 0.5_c * sum(square(h));
static_assert(tl::equivalent(tl::derivative(E, b), hadamard(h, 1_c - square(h))));

constexpr double weights[3][2] = {{1, 2}, {3, 4}, {5, 6}};
constexpr double shifts[3] = {-5, -11, -17};
constexpr double at[2] = {1, 2};
constexpr auto result = tl::value_and_gradient(E)(W = weights, b = shifts, x = at);
static_assert(result.value == 0 && result.gradient[b][1] == 0 && result.gradient[W](2, 1) == 0);
static_assert(tl::check_gradient(E, W = weights, b = shifts, x = at));

}  // namespace
