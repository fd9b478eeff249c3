// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/big_integer.hpp>

using tapeless::math::big_integer;

constexpr big_integer power_of_ten(int exponent) {
  big_integer result(1);
  result.multiply_by_power_of_ten(exponent);
  return result;
}

constexpr big_integer shifted(big_integer value, int count) {
  value.shift_left(count);
  return value;
}

constexpr bool equal(const big_integer& a, const big_integer& b) { return !a.is_less_than(b) && !b.is_less_than(a); }

static_assert(big_integer(0).is_zero() && big_integer(0).bit_length() == 0);
static_assert(big_integer(1).bit_length() == 1 && big_integer(~std::uint64_t{0}).bit_length() == 64);
static_assert(equal(power_of_ten(19), big_integer(10'000'000'000'000'000'000u)));
static_assert(power_of_ten(1125).bit_length() == 3738);

// 10^n = 5^n 2^n
constexpr big_integer power_of_five(int exponent) {
  big_integer result(1);
  for (int i = 0; i < exponent; ++i)
    result.add_product(5, 0);
  return result;
}
static_assert(equal(shifted(power_of_five(100), 100), power_of_ten(100)));
static_assert(equal(shifted(shifted(power_of_five(50), 31), 33), shifted(power_of_five(50), 64)));

constexpr bool subtraction_borrows() {
  big_integer a = shifted(big_integer(1), 200);
  a.subtract(big_integer(1));
  const bool all_ones = a.bit_length() == 200;
  a.add_product(1, 1);
  return all_ones && equal(a, shifted(big_integer(1), 200));
}
static_assert(subtraction_borrows());

// A carry of the addend beyond one limb.
constexpr bool addend_of_64_bits() {
  big_integer a(1);
  a.add_product(0xffffffffu, ~std::uint64_t{0});
  return a.bit_length() == 65;
}
static_assert(addend_of_64_bits());
