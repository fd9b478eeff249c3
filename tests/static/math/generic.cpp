// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/generic.hpp>

#include <cmath>
#include <ratio>
#include <tapeless/tapeless.hpp>

namespace generic = tapeless::math::generic;

namespace elsewhere {

/// A number whose functions can be told from any others.
struct number {
  double value;
  constexpr explicit number(double v) : value(v) {}
  friend constexpr number operator+(number a, number b) { return number(a.value + b.value); }
  friend constexpr number operator*(number a, number b) { return number(a.value * b.value); }
  friend constexpr number operator/(number a, number b) { return number(a.value / b.value); }
  friend constexpr number operator-(number a) { return number(-a.value); }
  friend constexpr number abs(number a) { return number(a.value < 0 ? -a.value : a.value); }
  friend constexpr number exp(number a) { return number(a.value + 100); }
  friend constexpr number log(number a) { return number(a.value + 200); }
  friend constexpr number log1p(number a) { return number(a.value + 300); }
  friend constexpr number sqrt(number a) { return number(a.value + 400); }
  friend constexpr number sin(number a) { return number(a.value + 500); }
  friend constexpr number cos(number a) { return number(a.value + 600); }
  friend constexpr number tanh(number a) { return number(a.value + 700); }
};

/// A number that has its own sigmoid and softplus.
struct complete_number {
  double value;
  constexpr explicit complete_number(double v) : value(v) {}
  friend constexpr complete_number sigmoid(complete_number a) { return complete_number(a.value + 1); }
  friend constexpr complete_number softplus(complete_number a) { return complete_number(a.value + 2); }
};

} // namespace elsewhere

using elsewhere::complete_number;
using elsewhere::number;

static_assert(generic::exp(number(1)).value == 101 && generic::log(number(1)).value == 201);
static_assert(generic::log1p(number(1)).value == 301 && generic::sqrt(number(1)).value == 401);
static_assert(generic::sin(number(1)).value == 501 && generic::cos(number(1)).value == 601);
static_assert(generic::tanh(number(1)).value == 701);

// composed of the type's own functions: 1/(1 + exp(-x)) and (x + |x|)/2 + log1p(exp(-|x|))
static_assert(generic::sigmoid(number(97)).value == 1.0 / (1.0 + 3.0));
static_assert(generic::softplus(number(5)).value == 5.0 + (-5.0 + 100 + 300));
static_assert(generic::softplus(number(-5)).value == 0.0 + (-5.0 + 100 + 300));

static_assert(generic::sigmoid(complete_number(1)).value == 2 && generic::softplus(complete_number(1)).value == 3);

// Number types without functions of their own that convert to a built-in one take its functions, wherever they are declared: with <cmath>,
// look-up finds the C library's for a type of the global namespace, abs(int) among them, and for one with a part from std.
struct global_number {
  double number = 0;
  global_number() = default;
  constexpr global_number(double a) : number(a) {}
  constexpr operator double() const { return number; }
};

namespace {

template <class Unit>
struct measured {
  float number = 0;
  measured() = default;
  constexpr measured(float a) : number(a) {}
  constexpr operator float() const { return number; }
};

/// It converts, and has a function of its own, which is taken.
struct with_function {
  double number = 0;
  constexpr operator double() const { return number; }
  friend constexpr with_function exp(with_function) { return {42}; }
};

constexpr auto x = tapeless::input<"x">;

template <class T, class Number>
constexpr bool computes(T at, Number same) {
  return generic::exp(at) == tapeless::math::exp(same) && generic::pow(T(2), at) == tapeless::math::pow(Number(2), same) &&
         generic::abs(at) == tapeless::math::abs(same) && tapeless::function(exp(x))(x = at) == tapeless::math::exp(same);
}

/// Packs of a type that has + and no +=.
template <class T>
constexpr bool adds(T at) {
  constexpr auto variables = tapeless::wrt(x);
  auto sums = tapeless::zeros<T>(variables);
  const T value = tapeless::value_and_gradient(exp(x), variables).accumulate(sums, x = at);
  const auto once = sums;
  sums += once;
  sums *= T(4);
  sums /= T(2);
  sums -= once;
  return once[x] == value && sums[x] == 3 * value;
}

static_assert(adds(global_number(0.5)) && adds(measured<std::milli>(0.5f)));
static_assert(computes(global_number(-0.5), -0.5));
static_assert(computes(measured<std::ratio<1>>(-0.5f), -0.5f));
static_assert(generic::exp(with_function{1}) == 42.0 && generic::log(with_function{1}) == 0.0);

} // namespace
