// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/basic.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::abs(-1.5) == 1.5 && math::abs(-1.5f) == 1.5f && math::abs(-1.5L) == 1.5L);
static_assert(math::to_bits(math::abs(-0.0)) == 0 && math::to_bits(math::abs(-0.0f)) == 0);
static_assert(math::abs(-infinity) == infinity);

static_assert(math::is_nan(math::not_a_number<double>) && !math::is_nan(infinity) && !math::is_nan(0.0f));
static_assert(math::is_inf(-infinity) && !math::is_inf(1e308) && !math::is_inf(math::not_a_number<float>));
static_assert(math::is_finite(5e-324) && !math::is_finite(infinity) && !math::is_finite(math::not_a_number<double>));

static_assert(math::copy_sign(2.0, -0.0) == -2.0 && math::copy_sign(-2.0f, 1.0f) == 2.0f);
static_assert(math::copy_sign(2.0L, -1.0L) == -2.0L);
static_assert(math::is_nan(math::copy_sign(math::not_a_number<double>, -1.0)));

static_assert(math::power_of_two(0) == 1.0 && math::power_of_two(-1022) == 0x1p-1022 &&
              math::power_of_two(1023) == 0x1p1023);

static_assert(math::select(true, 1.0, 2.0) == 1.0 && math::select(false, 1.0, 2.0) == 2.0);

// What is half an ulp or more above the largest float rounds to infinity.
static_assert(math::to_float(0x1.fffffefffffffp127) == math::infinity<float> ||
              math::to_float(0x1.fffffefffffffp127) == std::numeric_limits<float>::max());
static_assert(math::to_float(1e300) == math::infinity<float> && math::to_float(-1e300) == -math::infinity<float>);
static_assert(math::to_float(0.1) == 0.1f && math::is_nan(math::to_float(math::not_a_number<double>)));
