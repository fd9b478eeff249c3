// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/extended.hpp>

namespace extended = tapeless::math::extended;

constexpr bool near(long double a, long double b) {
  return tapeless::math::abs(a - b) <= 4 * std::numeric_limits<long double>::epsilon() * tapeless::math::abs(b);
}

static_assert(near(extended::exp(1.0L), 2.718281828459045235360287471352662498L));
static_assert(near(extended::log(10.0L), 2.302585092994045684017991454684364208L));
static_assert(near(extended::log1p(0.5L), 0.405465108108164381978013115464349137L));
static_assert(near(extended::sin(1.0L), 0.841470984807896506652502321630298999L));
static_assert(near(extended::cos(1.0L), 0.540302305868139717400936607442976604L));
static_assert(near(extended::tanh(1.0L), 0.761594155955764888119458282604793591L));
static_assert(near(extended::sqrt(2.0L), 1.414213562373095048801688724209698079L));

constexpr long double infinity = tapeless::math::infinity<long double>;
static_assert(extended::exp(infinity) == infinity && extended::exp(-infinity) == 0);
static_assert(extended::log(0.0L) == -infinity && extended::log(infinity) == infinity);
static_assert(tapeless::math::is_nan(extended::log(-1.0L)) && tapeless::math::is_nan(extended::sqrt(-1.0L)));
static_assert(tapeless::math::is_nan(extended::sin(infinity)) && extended::tanh(-infinity) == -1);
