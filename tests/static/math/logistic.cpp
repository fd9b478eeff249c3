// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/logistic.hpp>

#include <tapeless/math/functions.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::sigmoid(0.0) == 0.5 && math::sigmoid(infinity) == 1.0 && math::sigmoid(-infinity) == 0.0);
static_assert(math::sigmoid(40.0) == 1.0 && math::sigmoid(-740.0) == math::exp(-740.0) && math::sigmoid(-740.0) > 0);
static_assert(math::is_nan(math::sigmoid(math::not_a_number<double>)));

static_assert(math::softplus(0.0) == math::log(2.0) && math::softplus(1e300) == 1e300);
static_assert(math::softplus(infinity) == infinity && math::softplus(-infinity) == 0.0);
static_assert(math::softplus(-740.0) == math::exp(-740.0));
static_assert(math::is_nan(math::softplus(math::not_a_number<double>)));

static_assert(math::sigmoid(0.0f) == 0.5f && math::sigmoid(-100.0f) > 0.0f && math::softplus(200.0f) == 200.0f);
static_assert(math::sigmoid(0.0L) == 0.5L && math::softplus(-20000.0L) == 0.0L);
