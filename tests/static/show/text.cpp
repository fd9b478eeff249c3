// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/text.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::show::text;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;
constexpr auto v = tl::input<"v", tl::vec<2>>;
constexpr auto w = tl::input<"w", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;

// leaves
static_assert(text(x) == "x");
static_assert(text(0.5_c) == "0.5");
static_assert(text(-2_c) == "-2");

// derivatives
static_assert(text(derivative(sin(x), x)) == "cos(x)");
static_assert(text(derivative(sin(x) * x, x)) == "cos(x) * x + sin(x)");
static_assert(text(derivative(cos(x) * x, x)) == "cos(x) - sin(x) * x");

// sums read from left to right; the right operand of a difference keeps its parentheses
static_assert(text(x + y + z) == "x + y + z");
static_assert(text(x + (y + z)) == "y + z + x");
static_assert(text((x - y) - z) == "x - y - z");
static_assert(text(x - (y - z)) == "x - (y - z)");
static_assert(text(x - (y + z)) == "x - (y + z)");
static_assert(text((x - y) + (y - z)) == "x - y + (y - z)");

// a negated term is subtracted, as construction makes it
static_assert(text(y + -x) == "y - x");
static_assert(text(-x + -y) == "-x - y");
static_assert(text(x + -0.5_c) == "x - 0.5");
static_assert(text(x - -0.5_c) == "x + 0.5");

// numbers stand before what they multiply and after what they are added to
static_assert(text(x * 2_c) == "2 * x");
static_assert(text(1_c + exp(x)) == "exp(x) + 1");
static_assert(text(1_c - x) == "1 - x");
static_assert(text(exp(x) * -0.5_c) == "-0.5 * exp(x)");

// products bind more than sums, signs more than products
static_assert(text((x + y) * z) == "(x + y) * z");
static_assert(text(x * y + z) == "x * y + z");
static_assert(text((x * y) * z) == "x * y * z");
static_assert(text(x / (y * z)) == "x / (y * z)");
static_assert(text(x / y / z) == "x / y / z");
static_assert(text(-(x * y)) == "-(x * y)");
static_assert(text(-x * y) == "-x * y");
static_assert(text(-(x + y)) == "-(x + y)");
static_assert(text(-sin(x)) == "-sin(x)");
static_assert(text(square(x + y)) == "square(x + y)");

// choice
static_assert(text(select(gt(x, y), x, y)) == "select(x > y, x, y)");
static_assert(text(gt(x, y) * z) == "(x > y) * z");
static_assert(text(derivative(relu(x), x)) == "select(x > 0, 1, 0)");

// vectors and matrices
static_assert(text(W * v + b) == "W * v + b");
static_assert(text(2_c * (W * v)) == "2 * (W * v)");
static_assert(text((2_c * W) * v) == "2 * W * v");
static_assert(text(hadamard(v, w)) == "hadamard(v, w)");
static_assert(text(dot(v, w)) == "dot(v, w)");
static_assert(text(transpose(W) * b) == "transpose(W) * b");
static_assert(text(outer(b, v)) == "outer(b, v)");
static_assert(text(v[1_c]) == "v[1]");
static_assert(text(W(2_c, 1_c)) == "W[2, 1]");
static_assert(text((v + w)[0_c]) == "(v + w)[0]");
static_assert(text(tl::broadcast<tl::vec<3>>(x)) == "broadcast<vec<3>>(x)");
static_assert(text(derivative(v[1_c] * x, v)) == "place<vec<2>>(x, 1)");
static_assert(text(derivative(W(2_c, 1_c) * x, W)) == "place<mat<3, 2>>(x, 2, 1)");
static_assert(text(derivative(sum(v), v)) == "1");

// a short text can be a constant
constexpr auto kept = text(tanh(W * v + b));
static_assert(kept == "tanh(W * v + b)");

// what would be very long shares its intermediate values; labels are no variable's name
template <int Rungs, class X>
constexpr auto ladder(X a) {
  if constexpr (Rungs == 0) return a;
  else return ladder<Rungs - 1>(sin(a) * a + cos(a));
}
static_assert(!text(ladder<3>(x)).contains("\n"));
static_assert(text(ladder<9>(x)).starts_with("v1 = sin(x) * x + cos(x)\nv2 = sin(v1) * v1 + cos(v1)\n"));
static_assert(text(ladder<9>(x)).ends_with("\nsin(v8) * v8 + cos(v8)"));
static_assert(text(ladder<9>(tl::input<"v2">)).starts_with("vv1 = sin(v2) * v2 + cos(v2)\nvv2 = "));

// depth is no limit
template <int Depth, class X>
constexpr auto chain(X a) {
  if constexpr (Depth == 0) return a;
  else return chain<Depth - 1>(sin(a));
}
static_assert(text(chain<300>(x)).size() == 300 * 5 + 1);

}  // namespace
