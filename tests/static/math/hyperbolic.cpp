// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/hyperbolic.hpp>

#include <tapeless/math/functions.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::to_bits(math::tanh(0.0)) == 0 && math::to_bits(math::tanh(-0.0)) == math::sign_bit);
static_assert(math::tanh(infinity) == 1.0 && math::tanh(-infinity) == -1.0 && math::tanh(-1e300) == -1.0);
static_assert(math::tanh(1e-300) == 1e-300 && math::tanh(-5e-324) == -5e-324);
static_assert(math::tanh(0.3) == -math::tanh(-0.3) && math::tanh(5.0) == -math::tanh(-5.0));
static_assert(math::abs(math::tanh(1.0) - 0.7615941559557649) < 0x1p-52);
static_assert(math::is_nan(math::tanh(math::not_a_number<double>)));

static_assert(math::tanh(1.0f) == 0x1.85efacp-1f || math::tanh(1.0f) == 0x1.85efaap-1f);
static_assert(math::tanh(100.0L) == 1.0L && math::tanh(1e-30L) == 1e-30L);
