// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/log.hpp>

#include <tapeless/math/functions.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::log(1.0) == 0.0 && math::log(2.0) == 0x1.62e42fefa39efp-1);
static_assert(math::log(0.0) == -infinity && math::log(-0.0) == -infinity && math::log(infinity) == infinity);
static_assert(math::is_nan(math::log(-1.0)) && math::is_nan(math::log(-infinity)));
static_assert(math::is_nan(math::log(math::not_a_number<double>)));
static_assert(math::log(5e-324) < -744.44 && math::log(1.7976931348623157e308) > 709.78);

static_assert(math::to_bits(math::log1p(0.0)) == 0 && math::to_bits(math::log1p(-0.0)) == math::sign_bit);
static_assert(math::log1p(1e-300) == 1e-300 && math::log1p(-5e-324) == -5e-324 && math::log1p(1.0) == math::log(2.0));
static_assert(math::log1p(-1.0) == -infinity && math::log1p(infinity) == infinity);
static_assert(math::is_nan(math::log1p(-2.0)) && math::is_nan(math::log1p(math::not_a_number<double>)));

static_assert(math::log(2.0f) == 0x1.62e43p-1f && math::log1p(1e-30f) == 1e-30f);
static_assert(math::log(1.0L) == 0.0L && math::log1p(-1.0L) == -math::infinity<long double>);
