// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/exact_fma.hpp>

using tapeless::math::exact_fma;
using tapeless::math::is_nan;
using tapeless::math::to_bits;

constexpr double infinity = tapeless::math::infinity<double>;
constexpr double not_a_number = tapeless::math::not_a_number<double>;
constexpr double largest = 0x1.fffffffffffffp1023;

// the rounding error of a product
static_assert(exact_fma(1 + 0x1p-30, 1 + 0x1p-30, -(1 + 0x1p-29)) == 0x1p-60);
static_assert(exact_fma(0.1, 10.0, -1.0) == 0x1p-54);

// A tie that the smallest addend decides: rounding the exact sum twice would miss it.
static_assert(exact_fma(1 + 0x1p-52, 1 + 0x1p-1, 0x1p-1074) == 1.5 + 0x1p-51);
static_assert(exact_fma(1 + 0x1p-52, 1 + 0x1p-1, -0x1p-1074) == 1.5 + 0x1p-52);

// no overflow on the way, overflow at the end
static_assert(exact_fma(0x1p1000, 0x1p100, -infinity) == -infinity);
static_assert(exact_fma(0x1p1000, 0x1p24, -largest) == 0x1p971);
static_assert(exact_fma(largest, 1.0, 0x1p969) == largest && exact_fma(largest, 1.0, 0x1p970) == infinity);
static_assert(exact_fma(-largest, 2.0, 1.0) == -infinity);

// subnormal products and sums
static_assert(exact_fma(0x1p-1000, 0x1.8p-74, 0.0) == 0x1p-1073);
static_assert(exact_fma(0x1p-1000, 0x1.8p-74, -5e-324) == 0.0 && exact_fma(0x1p-1000, 0x1.cp-74, -5e-324) == 5e-324);
static_assert(to_bits(exact_fma(-0x1p-1000, 0x1p-100, 0.0)) == to_bits(-0.0));
static_assert(exact_fma(-0x1p-1000, 0x1p-100, 5e-324) == 5e-324);

// signs of zero
static_assert(to_bits(exact_fma(1.0, 1.0, -1.0)) == 0);
static_assert(to_bits(exact_fma(-0.0, 1.0, -0.0)) == to_bits(-0.0) && to_bits(exact_fma(0.0, 1.0, -0.0)) == 0);

static_assert(is_nan(exact_fma(infinity, 0.0, 1.0)) && is_nan(exact_fma(infinity, 1.0, -infinity)));
static_assert(is_nan(exact_fma(not_a_number, 0.0, 1.0)) && is_nan(exact_fma(0.0, 1.0, not_a_number)));
static_assert(exact_fma(infinity, -2.0, largest) == -infinity && exact_fma(1.0, 1.0, infinity) == infinity);

// float: the sum of 48 and 24 bits is not rounded twice
static_assert(exact_fma(1 + 0x1p-23f, 1 + 0x1p-1f, 0x1p-149f) == 1.5f + 0x1p-22f);
static_assert(exact_fma(1 + 0x1p-23f, 1 + 0x1p-1f, -0x1p-149f) == 1.5f + 0x1p-23f);
static_assert(exact_fma(0x1p100f, 0x1p100f, 1.0f) == tapeless::math::infinity<float>);
static_assert(exact_fma(0x1p-100f, 0x1.8p-49f, 0.0f) == 0x1p-148f);
static_assert(is_nan(exact_fma(tapeless::math::infinity<float>, 0.0f, 1.0f)));
