// SPDX-License-Identifier: BSL-1.0
// The code of docs/how-to/prove-an-identity.md: most of it is proved when it is compiled.
#include <cstdio>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto t = tl::input<"t">;
constexpr auto c = tl::input<"c">;
constexpr auto z = tl::input<"z", tl::vec<4>>;
constexpr auto p = tl::input<"p", tl::vec<4>>;
constexpr auto v = tl::input<"v", tl::vec<2>>;

namespace same_expression {

static_assert(tl::derivative(sigmoid(x), x) == sigmoid(x) * (1_c - sigmoid(x)));
static_assert(tl::derivative(cross_entropy(z, p), z) == softmax(z) * sum(p) - p);
static_assert(tl::derivative(tl::derivative(x * sin(y), x), y) == cos(y));
static_assert(x * x != square(x));  // two ways to write it

}  // namespace same_expression

namespace same_function {

// the heat kernel solves the heat equation
constexpr auto heat = exp(-square(x) / (4_c * t)) / sqrt(t);
static_assert(tl::equivalent(tl::derivative(heat, t), tl::derivative(tl::derivative(heat, x), x)));

// a travelling wave solves the wave equation
constexpr auto wave = sin(x - c * t);
static_assert(tl::equivalent(tl::derivative(tl::derivative(wave, t), t), square(c) * tl::derivative(tl::derivative(wave, x), x)));

// the logarithm of the distance is harmonic in the plane
constexpr auto potential = log(square(x) + square(y));
static_assert(tl::equivalent(tl::derivative(tl::derivative(potential, x), x) + tl::derivative(tl::derivative(potential, y), y), 0_c));

// variance, and a loss in two forms
static_assert(tl::equivalent(mean(square(z - mean(z))), mean(square(z)) - square(mean(z))));
static_assert(tl::equivalent(softmax(z + c), softmax(z)));
static_assert(tl::equivalent(-log(sigmoid(x)), softplus(-x)));
static_assert(tl::equivalent(tl::derivative(-log(sigmoid(x)), x), sigmoid(x) - 1_c));

// rotations of the plane: a matrix is made of scalars row by row
constexpr auto rotation = [](auto angle) {
  return tl::reshape<tl::mat<2, 2>>(concat(cos(angle), -sin(angle), sin(angle), cos(angle)));
};
static_assert(tl::equivalent(rotation(x) * rotation(y), rotation(x + y)));
static_assert(tl::equivalent(tl::derivative((rotation(x) * v)[0_c], x), -(rotation(x) * v)[1_c]));
static_assert(tl::equivalent(transpose(rotation(x)) * rotation(x) * v, v));

}  // namespace same_function

namespace same_number {

constexpr bool near(double a, double b) { return a - b < 1e-12 && b - a < 1e-12; }

// Newton's method while compiling
constexpr auto f = x * x - 2_c;
constexpr auto newton = tl::function(x - f / tl::derivative(f, x));
constexpr double root = [] {
  double at = 1;
  for (int k = 0; k < 6; ++k) at = newton(x = at);
  return at;
}();
static_assert(near(root * root, 2));

// what inverse functions have to do with each other is not known to equivalent; here it holds at a point
constexpr auto left = asin(x) + acos(x);
constexpr auto right = 2_c * atan(1_c);
static_assert(!tl::equivalent(left, right));
static_assert(near(tl::function(left)(x = 0.7), tl::function(right)()));

}  // namespace same_number

namespace not_proved {

// What was derived by hand, and is wrong
constexpr auto by_hand = sigmoid(x) + x * sigmoid(x);
constexpr auto slope = tl::derivative(x * sigmoid(x), x);
static_assert(!tl::equivalent(slope, by_hand));

constexpr auto difference = tl::function(slope - by_hand);
static_assert(difference(x = 1.0) < -0.1);  // so it is wrong, and not only unproved

// The rest, once it is known where to look
static_assert(tl::equivalent(slope - sigmoid(x), x * sigmoid(x) * (1_c - sigmoid(x))));

void print() {
  std::printf("slope:   %s\n", tl::show::text(slope).c_str());
  std::printf("by hand: %s\n", tl::show::text(by_hand).c_str());
  std::printf("at 1, they differ by %.4f\n", difference(x = 1.0));
}

}  // namespace not_proved

namespace restated {

// roots of different things are strangers
static_assert(!tl::equivalent(sqrt(x) * sqrt(y), sqrt(x * y)));
// their squares are not; and where both sides are defined, neither is negative
static_assert(tl::equivalent(square(sqrt(x) * sqrt(y)), square(sqrt(x * y))));

// the slope of norm is guarded at 0; that of the root is not
static_assert(!tl::equivalent(tl::derivative(norm(z), z), z / norm(z)));
static_assert(tl::equivalent(tl::derivative(sqrt(squared_norm(z)), z), z / sqrt(squared_norm(z))));

// decimals are doubles
static_assert(!tl::equivalent(0.1_c + 0.2_c, 0.3_c));
static_assert(tl::equivalent(1_c / 10_c + 2_c / 10_c, 3_c / 10_c));

}  // namespace restated

}  // namespace

int main() { not_proved::print(); }
