// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/fma.hpp>

namespace math = tapeless::math;

static_assert(math::fma(2.0, 3.0, 4.0) == 10.0 && math::fma(2.0f, 3.0f, 4.0f) == 10.0f &&
              math::fma(2.0L, 3.0L, 4.0L) == 10.0L);

// One rounding or two, as at run time.
static_assert(math::fma(0.1, 10.0, -1.0) == (math::has_fma<double> ? 0x1p-54 : 0.0));
static_assert(math::fma(0.1f, 10.0f, -1.0f) == (math::has_fma<float> ? 0x1p-26f : 0.0f));
static_assert(!math::has_fma<long double>);
