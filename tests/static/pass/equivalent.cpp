// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/equivalent.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::equivalent;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;

// the axioms of a commutative ring
static_assert(equivalent(x, x));
static_assert(equivalent(x + (y + z), (x + y) + z));
static_assert(equivalent(x * (y * z), (x * y) * z));
static_assert(equivalent(z + y, y + z));
static_assert(equivalent(x * (y + z), x * y + x * z));
static_assert(equivalent(x - x, 0_c));
static_assert(equivalent(x + -y, x - y));
static_assert(equivalent(-(x - y), y - x));
static_assert(!equivalent(x, y));
static_assert(!equivalent(x, x + 1_c));
static_assert(!equivalent(x, -x));

// polynomials
static_assert(equivalent((x + y) * (x - y), x * x - y * y));
static_assert(equivalent(square(x + y), square(x) + 2_c * x * y + square(y)));
static_assert(equivalent((x + y) * (y + z) * (z + x), (x + y + z) * (x * y + y * z + z * x) - x * y * z));
static_assert(!equivalent(square(x + y), square(x) + square(y)));
static_assert(equivalent(0.5_c * x + 0.25_c * x, 0.75_c * x));
static_assert(!equivalent(0.1_c + 0.2_c, 0.3_c));  // the constants are the doubles 0.1, 0.2 and 0.3
static_assert(!equivalent(x * x, x * x * x));

// quotients
static_assert(equivalent(x / x, 1_c));
static_assert(equivalent(x / y + z / y, (x + z) / y));
static_assert(equivalent(x / 4_c, 0.25_c * x));
static_assert(equivalent(x / 3_c + x / 3_c + x / 3_c, x));
static_assert(equivalent(1_c / (1_c / x), x));
static_assert(equivalent((x * x - y * y) / (x - y), x + y));
static_assert(!equivalent(x / y, y / x));
static_assert(!equivalent(1_c / (x - x), 2_c / (x - x)));  // nowhere defined: nothing is claimed

// sine and cosine
static_assert(equivalent(square(sin(x)) + square(cos(x)), 1_c));
static_assert(equivalent(cos(x) * cos(x) * cos(x), cos(x) - cos(x) * square(sin(x))));
static_assert(equivalent(square(sin(x * y)) + square(cos(y * x)), 1_c));
static_assert(equivalent(sin(-x), -sin(x)));
static_assert(equivalent(cos(y - x), cos(x - y)));
static_assert(equivalent(square(square(sin(x))) - square(square(cos(x))), 2_c * square(sin(x)) - 1_c));
static_assert(!equivalent(sin(x), cos(x)));
static_assert(!equivalent(square(sin(x)) + square(cos(y)), 1_c));
static_assert(!equivalent(square(sin(x)) - square(cos(x)), 1_c));

// equal arguments make equal functions
static_assert(equivalent(sin(x + (y + z)), sin((z + x) + y)));
static_assert(equivalent(tanh((x + y) * (x - y)), tanh(x * x - y * y)));
static_assert(!equivalent(tanh(x), tanh(y)));
static_assert(!equivalent(tanh(x), sigmoid(x)));

// symmetry
static_assert(equivalent(tanh(-x), -tanh(x)));
static_assert(equivalent(sigmoid(x) + sigmoid(-x), 1_c));
static_assert(!equivalent(exp(-x), -exp(x)));

// exponentials and logarithms
static_assert(equivalent(exp(x) * exp(y), exp(x + y)));
static_assert(equivalent(exp(x) * exp(-x), 1_c));
static_assert(equivalent(square(exp(x)), exp(2_c * x)));
static_assert(equivalent(exp(x / 2_c) * exp(-(x / 2_c)), 1_c));
static_assert(equivalent(log(exp(x)), x));
static_assert(equivalent(exp(log(x)), x));
static_assert(!equivalent(exp(x) + exp(y), exp(x + y)));

// roots, where they are defined
static_assert(equivalent(square(sqrt(x)), x));
static_assert(equivalent(sqrt(x) * sqrt(x) * sqrt(x), x * sqrt(x)));
static_assert(equivalent(1_c / sqrt(x), sqrt(x) / x));
static_assert(!equivalent(sqrt(square(x)), x));

// choice
static_assert(equivalent(select(gt(x, y), x + y, y + x), x + y));
static_assert(equivalent(select(gt(x, y), x * (y + 1_c), 0_c), select(gt(x, y), x * y + x, 0_c)));
static_assert(!equivalent(select(gt(x, y), x, y), select(gt(y, x), x, y)));

// values at 0 and 1
static_assert(equivalent(cos(x - x), 1_c));
static_assert(equivalent(exp(x - x) + sin(x - x), 1_c));
static_assert(equivalent(log(x / x), 0_c));

// tensors, element by element; shapes count
static_assert(equivalent(hadamard(v + w, v - w), hadamard(v, v) - hadamard(w, w)));
static_assert(equivalent(square(v), hadamard(v, v)));
static_assert(equivalent(x * (v + w), x * v + w * x));
static_assert(equivalent(W * (v + w), W * (w + v)));
static_assert(equivalent(dot(v + w - v, v), dot(v, w)));
static_assert(!equivalent(W * v, W * w));
static_assert(!equivalent(sum(v), sum(w)));
static_assert(!equivalent(sum(tl::broadcast<tl::vec<3>>(x)), sum(tl::broadcast<tl::vec<4>>(x))));
static_assert(!equivalent(v, tl::broadcast<tl::vec<3>>(x)));
static_assert(!equivalent(v[0_c], v[1_c]));
static_assert(!equivalent(v[0_c], v));

// derivatives
static_assert(equivalent(derivative(tanh(x), x), 1_c - square(tanh(x))));
static_assert(equivalent(derivative(x * x * x, x), 3_c * square(x)));
static_assert(equivalent(derivative(sin(x) / cos(x), x), 1_c / square(cos(x))));
static_assert(equivalent(derivative(derivative(sin(x), x), x), -sin(x)));
static_assert(equivalent(derivative(log(1_c + exp(x)), x), exp(x) / (1_c + exp(x))));
static_assert(equivalent(derivative(sum(square(v)), v), 2_c * v));

// what is too large is not decided, and is no error
template <int Times, class E>
constexpr auto squared(E a) {
  if constexpr (Times == 0) return a;
  else return squared<Times - 1>(square(a));
}
static_assert(equivalent(squared<3>(x + y + z), squared<3>(z + y + x)));
static_assert(!equivalent(squared<5>(x + y + z + 1_c), x));
static_assert(!equivalent(squared<4>(x + y + z + 1_c), x));

}  // namespace
