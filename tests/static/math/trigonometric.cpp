// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/trigonometric.hpp>

#include <tapeless/math/functions.hpp>

namespace math = tapeless::math;

constexpr double infinity = math::infinity<double>;

static_assert(math::to_bits(math::sin(0.0)) == 0 && math::to_bits(math::sin(-0.0)) == math::sign_bit);
static_assert(math::cos(0.0) == 1.0 && math::sin(5e-324) == 5e-324);
static_assert(math::is_nan(math::sin(infinity)) && math::is_nan(math::cos(-infinity)));
static_assert(math::is_nan(math::sin(math::not_a_number<double>)));

// pi rounded to a double differs from pi by 1.2246e-16, whose digits the sine shows
static_assert(math::sin(3.141592653589793) == 0x1.1a62633145c07p-53);
static_assert(math::cos(1.5707963267948966) == 0x1.1a62633145c07p-54);
static_assert(math::sin(1.5707963267948966) == 1.0 && math::cos(3.141592653589793) == -1.0);

// huge angles: 10^22, and the double that is nearest to a multiple of pi/2
static_assert(math::sin(1e22) == -0x1.b453ab6d5f0dfp-1 || math::abs(math::sin(1e22) + 0.8522008497671888) < 0x1p-51);
static_assert(math::abs(math::cos(0x1.6ac5b262ca1ffp+849)) < 4.7e-19 && math::sin(0x1.6ac5b262ca1ffp+849) == 1.0);

static_assert(math::detail::sincos_double(0.5).sin == math::sin(0.5) && math::detail::sincos_double(0.5).cos == math::cos(0.5));
static_assert(math::sin(0.5f) == 0x1.eaee88p-2f && math::is_nan(math::cos(math::infinity<float>)));
static_assert(math::sin(0.0L) == 0.0L && math::cos(0.0L) == 1.0L);
