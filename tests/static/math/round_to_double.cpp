// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/round_to_double.hpp>

using tapeless::math::round_to_double;

constexpr std::uint64_t one = std::uint64_t{1} << 63; // 1.0 with exponent -63

static_assert(round_to_double(0, 5, false) == 0.0);
static_assert(round_to_double(1, 0, false) == 1.0 && round_to_double(3, -1, false) == 1.5);
static_assert(round_to_double(one, -63, false) == 1.0 && round_to_double(one, -63, true) == 1.0);

// ties go to the even neighbour, unless something follows
static_assert(round_to_double(one + 0x400, -63, false) == 1.0);
static_assert(round_to_double(one + 0x400, -63, true) == 1.0 + 0x1p-52);
static_assert(round_to_double(one + 0xc00, -63, false) == 1.0 + 0x1p-51);
static_assert(round_to_double(~std::uint64_t{0}, -63, false) == 2.0);

// overflow begins half an ulp above the largest double
static_assert(round_to_double(~std::uint64_t{0} << 11, 960, true) == 0x1.fffffffffffffp1023);
static_assert(round_to_double(0xfffffffffffffc00u, 960, false) == tapeless::math::infinity<double>);
static_assert(round_to_double(one, 961, false) == tapeless::math::infinity<double>);

// subnormals have fewer bits, and half of the least is a tie with zero
static_assert(round_to_double(1, -1074, false) == 5e-324 && round_to_double(3, -1075, false) == 2 * 5e-324);
static_assert(round_to_double(one, -1138, false) == 0.0 && round_to_double(one, -1138, true) == 5e-324);
static_assert(round_to_double(one, -1139, true) == 0.0);
static_assert(round_to_double(~std::uint64_t{0}, -1086, false) == 0x1p-1022);
