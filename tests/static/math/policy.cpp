// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/policy.hpp>

namespace math = tapeless::math;

template <class Policy>
constexpr bool agrees_in_constant_expressions() {
  return Policy::sqrt(2.0) == math::sqrt(2.0) && Policy::exp(2.0) == math::exp(2.0) &&
         Policy::log(2.0) == math::log(2.0) && Policy::log1p(2.0) == math::log1p(2.0) &&
         Policy::sin(2.0) == math::sin(2.0) && Policy::cos(2.0) == math::cos(2.0) &&
         Policy::tanh(2.0) == math::tanh(2.0) && Policy::sigmoid(2.0) == math::sigmoid(2.0) &&
         Policy::softplus(2.0) == math::softplus(2.0) && Policy::exp(2.0f) == math::exp(2.0f) &&
         Policy::exp(2.0L) == math::exp(2.0L);
}

static_assert(agrees_in_constant_expressions<math::standard_math>());
static_assert(agrees_in_constant_expressions<math::libm_math>());
static_assert(std::is_empty_v<math::standard_math> && std::is_empty_v<math::libm_math>);

namespace elsewhere {

struct number {
  double value;
  friend constexpr number exp(number a) { return {a.value + 100}; }
};

} // namespace elsewhere

// a type of its own has its own functions, under either policy
static_assert(math::standard_math::exp(elsewhere::number{1}).value == 101);
static_assert(math::libm_math::exp(elsewhere::number{1}).value == 101);
