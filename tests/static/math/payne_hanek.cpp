// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/payne_hanek.hpp>

using tapeless::math::reduce_large_angle;
using tapeless::math::reduced_angle;

// pi/2 rounded down: one quadrant, and what the rounding took away, negative
constexpr reduced_angle quarter = reduce_large_angle(0x1.921fb54442d18p+0);
static_assert((quarter.quadrant & 3) == 1 && quarter.remainder < 0 &&
              quarter.remainder + quarter.tail == -0x1.1a62633145c07p-54);

constexpr reduced_angle backward = reduce_large_angle(-0x1.921fb54442d18p+0);
static_assert((backward.quadrant & 3) == 3 && backward.remainder == -quarter.remainder &&
              backward.tail == -quarter.tail);

// 6381956970095103 * 2^797 is nearest of all doubles to a multiple of pi/2
constexpr reduced_angle hardest = reduce_large_angle(0x1.6ac5b262ca1ffp+849);
static_assert(hardest.remainder < 0x1p-60 && hardest.remainder > -0x1p-60 && hardest.remainder != 0);

static_assert(tapeless::math::is_nan(reduce_large_angle(tapeless::math::infinity<double>).remainder));
