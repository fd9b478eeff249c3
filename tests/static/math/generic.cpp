// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/generic.hpp>

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
