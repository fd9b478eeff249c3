// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/exp.hpp>

#include <tapeless/math/functions.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::exp(0.0) == 1.0 && math::exp(-0.0) == 1.0);
static_assert(math::exp(1.0) == 0x1.5bf0a8b145769p+1 || math::exp(1.0) == 0x1.5bf0a8b14576ap+1);
static_assert(math::exp(1000.0) == infinity && math::exp(infinity) == infinity);
static_assert(math::exp(-1000.0) == 0.0 && math::exp(-infinity) == 0.0);
static_assert(math::exp(709.782712893384) < infinity && math::exp(709.7827128933841) == infinity);
static_assert(math::exp(-745.0) == 5e-324 && math::exp(-745.14) == 0.0);
static_assert(math::is_nan(math::exp(math::not_a_number<double>)));

static_assert(math::exp(1.0f) == 0x1.5bf0a8p+1f && math::exp(100.0f) == math::infinity<float>);
static_assert(math::exp(-200.0f) == 0.0f && math::exp(-100.0f) > 0.0f);
static_assert(math::exp(0.0L) == 1.0L && math::exp(20000.0L) == math::infinity<long double>);
