// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/root.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::sqrt(4.0) == 2.0 && math::sqrt(2.0) == 1.4142135623730951 && math::sqrt(1e300) == 1e150);
static_assert(math::to_bits(math::sqrt(0.0)) == 0 && math::to_bits(math::sqrt(-0.0)) == math::sign_bit);
static_assert(math::sqrt(infinity) == infinity && math::is_nan(math::sqrt(-infinity)));
static_assert(math::is_nan(math::sqrt(-1.0)) && math::is_nan(math::sqrt(math::not_a_number<double>)));
static_assert(math::sqrt(0x1p-1074) == 0x1p-537 && math::sqrt(1.7976931348623157e308) == 1.3407807929942596e154);

// next to 1, where the root lies nearly in the middle between two doubles
static_assert(math::sqrt(1 + 0x1p-52) == 1.0 && math::sqrt(1 - 0x1p-53) == 1 - 0x1p-53);

static_assert(math::sqrt(2.0f) == 1.41421356f && math::is_nan(math::sqrt(-1.0f)) && math::sqrt(0x1p-148f) == 0x1p-74f);
static_assert(math::sqrt(4.0L) == 2.0L && math::sqrt(0x1p-1000L) == 0x1p-500L);
