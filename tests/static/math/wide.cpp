// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/wide.hpp>

using tapeless::math::uint128;

constexpr bool same(uint128 a, uint128 b) { return a.high == b.high && a.low == b.low; }
constexpr std::uint64_t ones = ~std::uint64_t{0};

// carries and borrows cross the words
static_assert(same(uint128{0, ones} + uint128{0, 1}, uint128{1, 0}));
static_assert(same(uint128{1, 0} - uint128{0, 1}, uint128{0, ones}));
static_assert(uint128{0, ones} < uint128{1, 0} && !(uint128{1, 0} < uint128{1, 0}));

static_assert(same(uint128{0, 1} << 0, uint128{0, 1}) && same(uint128{0, 3} << 63, uint128{1, std::uint64_t{1} << 63}));
static_assert(same(uint128{0, 1} << 64, uint128{1, 0}) && same(uint128{5, 1} << 128, uint128{}));

// a bit that is shifted out stays as the lowest
using tapeless::math::shift_right_sticky;
static_assert(same(shift_right_sticky(uint128{0, 8}, 3), uint128{0, 1}));
static_assert(same(shift_right_sticky(uint128{0, 9}, 2), uint128{0, 3}));
static_assert(same(shift_right_sticky(uint128{2, 0}, 64), uint128{0, 2}));
static_assert(same(shift_right_sticky(uint128{2, 1}, 64), uint128{0, 3}));
static_assert(same(shift_right_sticky(uint128{4, 0}, 66), uint128{0, 1}));
static_assert(same(shift_right_sticky(uint128{5, 0}, 66), uint128{0, 1}));
static_assert(same(shift_right_sticky(uint128{0, 1}, 500), uint128{0, 1}));
static_assert(same(shift_right_sticky(uint128{0, 0}, 500), uint128{}));

using tapeless::math::leading_zeros;
static_assert(leading_zeros({0, 1}) == 127 && leading_zeros({1, 0}) == 63 && leading_zeros({}) == 128);

// (2^64 - 1)^2 = 2^128 - 2^65 + 1
static_assert(same(tapeless::math::multiply_wide(ones, ones), uint128{ones - 1, 1}));
static_assert(same(tapeless::math::multiply_wide(0x100000001u, 0x100000001u), uint128{1, 0x200000001u}));
static_assert(same(tapeless::math::multiply_high({std::uint64_t{1} << 63, 0}, {6, 0}), uint128{3, 0}));
// exactly 2^128 - 2, less at most 2
static_assert(uint128{ones, ones - 4} < tapeless::math::multiply_high({ones, ones}, {ones, ones}));
