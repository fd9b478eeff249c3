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
static_assert(equivalent(sin(x + y), sin(x) * cos(y) + cos(x) * sin(y)));
static_assert(equivalent(cos(x - y), cos(x) * cos(y) + sin(x) * sin(y)));
static_assert(!equivalent(cos(x + y), cos(x) * cos(y) + sin(x) * sin(y)));
static_assert(equivalent(sin(x + y + z), sin(x) * cos(y + z) + cos(x) * sin(y + z)));
static_assert(equivalent(sin(-x - y), -sin(x + y)));
static_assert(equivalent(sin(2_c * x), 2_c * sin(x) * cos(x)));
static_assert(equivalent(cos(3_c * x), 4_c * cos(x) * cos(x) * cos(x) - 3_c * cos(x)));
static_assert(equivalent(sin(x + 0.5_c * y) * cos(0.5_c * y) - cos(x + 0.5_c * y) * sin(0.5_c * y), sin(x)));
static_assert(equivalent(square(sin(x + 1_c)) + cos(1_c + x) * cos(x + 1_c), 1_c));
static_assert(equivalent(tan(x + y), (tan(x) + tan(y)) / (1_c - tan(x) * tan(y))));
static_assert(!equivalent(sin(x + y), sin(x) + sin(y)));
static_assert(!equivalent(sin(2_c * x), 2_c * sin(x)));
static_assert(!equivalent(sin(8_c * x), sin(x)));
static_assert(equivalent(sin(7_c * x), sin(3_c * x) * cos(4_c * x) + cos(3_c * x) * sin(4_c * x)));
static_assert(equivalent(tanh(x) * sin(7_c * x + 7_c * y + 7_c * z), (exp(2_c * x) - 1_c) / (exp(2_c * x) + 1_c) * sin(7_c * x + 7_c * y + 7_c * z)));
static_assert(equivalent(sinh(x + y), sinh(x) * cosh(y) + cosh(x) * sinh(y)));
static_assert(equivalent(tanh(x + y), (tanh(x) + tanh(y)) / (1_c + tanh(x) * tanh(y))));
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

// hyperbolic and logistic functions, logarithms of products, powers, functions that are others in disguise
static_assert(equivalent(square(cosh(x)) - square(sinh(x)), 1_c));
static_assert(equivalent(tanh(x), sinh(x) / cosh(x)));
static_assert(equivalent(tanh(x), 2_c * sigmoid(2_c * x) - 1_c));
static_assert(equivalent(sigmoid(x), 1_c / (1_c + exp(-x))));
static_assert(equivalent(sinh(x), (exp(x) - exp(-x)) / 2_c));
static_assert(equivalent(cosh(x + y), cosh(x) * cosh(y) + sinh(x) * sinh(y)));
static_assert(equivalent(sinh(2_c * x), 2_c * sinh(x) * cosh(x)));
static_assert(equivalent(log(x * y), log(x) + log(y)));
static_assert(equivalent(log(x / y), log(x) - log(y)));
static_assert(equivalent(log(x * x * x), 3_c * log(x)));
static_assert(equivalent(log(2_c * x), log(2_c) + log(x)));
static_assert(equivalent(log(exp(x) * exp(y)), x + y));
static_assert(!equivalent(log(-x), log(x)));
static_assert(!equivalent(exp(0.5_c * log(x * x)), x));
static_assert(equivalent(exp(log(x)), x));
static_assert(equivalent(pow(x, 3_c), x * x * x));
static_assert(equivalent(pow(x, -2_c), 1_c / (x * x)));
static_assert(!equivalent(pow(x * x, y), pow(x, 2_c * y)));
static_assert(!equivalent(sqrt(x * x), x));
static_assert(equivalent(square(abs(x)), x * x));
static_assert(!equivalent(abs(x), x));
static_assert(equivalent(abs(-x), abs(x)));
static_assert(equivalent(expm1(x) + 1_c, exp(x)));
static_assert(equivalent(log1p(x), log(1_c + x)));
static_assert(equivalent(tan(x), sin(x) / cos(x)));
static_assert(equivalent(1_c + square(tan(x)), 1_c / square(cos(x))));
static_assert(equivalent(erfc(x), 1_c - erf(x)));
static_assert(equivalent(erfc(-x) + erfc(x), 2_c));
static_assert(equivalent(exp2(x + y), exp2(x) * exp2(y)));
static_assert(equivalent(log2(x * y), log2(x) + log2(y)));
static_assert(equivalent(hypot(x, y), sqrt(x * x + y * y)));
static_assert(equivalent(tl::derivative(softplus(x), x), sigmoid(x)));
static_assert(equivalent(softplus(x) - softplus(-x), x));
static_assert(equivalent(tl::derivative(log(cosh(x)), x), tanh(x)));

// what looks alike and is not equal
static_assert(!equivalent(log(x * x), 2_c * log(-x)));
static_assert(!equivalent(tanh(x), sinh(x) / cosh(y)));
static_assert(!equivalent(sigmoid(x), 1_c / (1_c + exp(x))));
static_assert(!equivalent(square(cosh(x)) + square(sinh(x)), 1_c));
static_assert(!equivalent(pow(x, 3_c), x * x));
static_assert(!equivalent(pow(x, 0.5_c), pow(x, 0.25_c)));
static_assert(!equivalent(sin(x), sin(x + 1e-9_c)));
static_assert(!equivalent(exp(0.1_c * x) * exp(0.2_c * x), exp(0.3_c * x)));  // 0.1 + 0.2 is not the double 0.3
static_assert(!equivalent(log(x + y), log(x) + log(y)));
static_assert(!equivalent(asin(sin(x)), x));
static_assert(!equivalent(cbrt(x) * cbrt(x), x));
static_assert(!equivalent(max(x, y), max(x, -y)));

// the table of standard derivatives
constexpr auto d = [](auto f) { return tl::derivative(f, x); };
static_assert(equivalent(d(pow(x, 5_c)), 5_c * pow(x, 4_c)));
static_assert(equivalent(d(1_c / x), -1_c / square(x)));
static_assert(equivalent(d(sqrt(x)), 1_c / (2_c * sqrt(x))));
static_assert(equivalent(d(cbrt(x)), 1_c / (3_c * square(cbrt(x)))));
static_assert(equivalent(d(exp(x)), exp(x)));
static_assert(equivalent(d(exp2(x)), log(2_c) * exp2(x)));
static_assert(equivalent(d(expm1(x)), exp(x)));
static_assert(equivalent(d(log(x)), 1_c / x));
static_assert(equivalent(d(log2(x)), 1_c / (x * log(2_c))));
static_assert(equivalent(d(log10(x)), 1_c / (x * log(10_c))));
static_assert(equivalent(d(log1p(x)), 1_c / (1_c + x)));
static_assert(equivalent(d(sin(x)), cos(x)));
static_assert(equivalent(d(cos(x)), -sin(x)));
static_assert(equivalent(d(tan(x)), 1_c / square(cos(x))));
static_assert(equivalent(d(asin(x)), 1_c / sqrt(1_c - x * x)));
static_assert(equivalent(d(acos(x)), -1_c / sqrt(1_c - x * x)));
static_assert(equivalent(d(atan(x)), 1_c / (1_c + x * x)));
static_assert(equivalent(d(sinh(x)), cosh(x)));
static_assert(equivalent(d(cosh(x)), sinh(x)));
static_assert(equivalent(d(tanh(x)), 1_c / square(cosh(x))));
static_assert(equivalent(d(asinh(x)), 1_c / sqrt(1_c + x * x)));
static_assert(equivalent(square(d(acosh(x))), 1_c / (x * x - 1_c)));
static_assert(equivalent(d(atanh(x)), 1_c / (1_c - x * x)));
static_assert(equivalent(d(erf(x)), 2_c / sqrt(acos(-1_c)) * exp(-x * x)));
static_assert(equivalent(d(erfc(x)), -d(erf(x))));
static_assert(equivalent(d(sigmoid(x)), sigmoid(x) * sigmoid(-x)));
static_assert(equivalent(d(softplus(x)), sigmoid(x)));
static_assert(equivalent(d(tl::silu(x)), sigmoid(x) + x * sigmoid(x) * sigmoid(-x)));
static_assert(equivalent(d(abs(x)), sign(x)));
static_assert(equivalent(d(hypot(x, y)) * hypot(x, y), d(hypot(x, y)) * sqrt(x * x + y * y)));

// rules: linearity, product, quotient, chain; symmetry of second derivatives; Euler's theorem
constexpr auto f = sin(x * y) + exp(x);
constexpr auto g = log(x) * y;
static_assert(equivalent(d(2_c * f - y * g), 2_c * d(f) - y * d(g)));
static_assert(equivalent(d(f * g), d(f) * g + f * d(g)));
static_assert(equivalent(d(f / g), (d(f) * g - f * d(g)) / square(g)));
static_assert(equivalent(d(sin(exp(g))), cos(exp(g)) * exp(g) * d(g)));
static_assert(equivalent(tl::derivative(d(f), y), d(tl::derivative(f, y))));
constexpr auto homogeneous = x * x * y / (x + y);  // of degree 2
static_assert(equivalent(x * d(homogeneous) + y * tl::derivative(homogeneous, y), 2_c * homogeneous));

// where a factor vanishes only in parts, nothing is divided by it: (|x| - x)(|x| + x) = 0
constexpr auto below = abs(x) - x;
constexpr auto above = abs(x) + x;
constexpr auto rooted = sqrt(x * x) - x;
constexpr auto sometimes = select(lt(y, 0_c), sin(below / below), z);
static_assert(!equivalent(select(lt(y, 0_c), below / below, 1_c), 1_c + above));
static_assert(!equivalent(select(lt(y, 0_c), (above / below) * (below / above), x), x + 1_c));
static_assert(!equivalent(select(lt(y, 0_c), (above / below) * (below / above), x), z));
static_assert(!equivalent(sometimes + sin(1_c), sometimes + sin(1_c + above)));
static_assert(!equivalent(select(lt(y, 0_c), rooted / rooted, 1_c), 1_c + sqrt(x * x) + x));
static_assert(equivalent(x / (y * sqrt(x)), sqrt(x) / y));

constexpr auto root = sqrt(x + y);
static_assert(equivalent(1_c / root / root, 1_c / (x + y)) && equivalent(1_c / root / root * (x + y), 1_c));
static_assert(equivalent(d(atan2(x, y)), y / (x * x + y * y)));

}  // namespace
