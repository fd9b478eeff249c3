// SPDX-License-Identifier: BSL-1.0
#pragma once

// A natural number of up to 4096 bits in a fixed array: just what reading a decimal exactly needs.
// in: small factors and addends.  out: exact products, differences, shifts; no allocation, all in constant expressions.

#include <bit>
#include <cstdint>

namespace tapeless::math {

class big_integer {
public:
  constexpr explicit big_integer(std::uint64_t value = 0) { add_product(1, value); }

  constexpr bool is_zero() const { return size_ == 0; }

  /// The number of bits up to the leading one.
  constexpr int bit_length() const { return size_ == 0 ? 0 : 32 * size_ - std::countl_zero(limbs_[size_ - 1]); }

  /// *this = *this * factor + addend
  constexpr void add_product(std::uint32_t factor, std::uint64_t addend) {
    std::uint64_t carry = addend;
    for (int i = 0; i < size_; ++i) {
      // The low half of the carry goes in now, so that nothing exceeds 64 bits.
      const std::uint64_t product = std::uint64_t{limbs_[i]} * factor + (carry & 0xffffffffu);
      limbs_[i] = static_cast<std::uint32_t>(product);
      carry = (carry >> 32) + (product >> 32);
    }
    for (; carry != 0; carry >>= 32)
      limbs_[size_++] = static_cast<std::uint32_t>(carry);
  }

  constexpr void multiply_by_power_of_ten(int exponent) {
    for (; exponent >= 9; exponent -= 9)
      add_product(1'000'000'000u, 0);
    for (; exponent > 0; --exponent)
      add_product(10, 0);
  }

  constexpr void shift_left(int count) {
    const int words = count / 32, bits = count % 32;
    if (size_ == 0) return;
    limbs_[size_ + words] = 0;
    for (int i = size_ - 1; i >= 0; --i) {
      const std::uint64_t wide = std::uint64_t{limbs_[i]} << bits;
      limbs_[i + words + 1] |= static_cast<std::uint32_t>(wide >> 32);
      limbs_[i + words] = static_cast<std::uint32_t>(wide);
    }
    for (int i = 0; i < words; ++i)
      limbs_[i] = 0;
    size_ += words + 1;
    drop_leading_zeros();
  }

  /// *this -= other, where other <= *this
  constexpr void subtract(const big_integer& other) {
    std::uint64_t borrow = 0;
    for (int i = 0; i < size_; ++i) {
      const std::uint64_t difference = std::uint64_t{limbs_[i]} - other.limbs_[i] - borrow;
      limbs_[i] = static_cast<std::uint32_t>(difference);
      borrow = difference >> 63;
    }
    drop_leading_zeros();
  }

  constexpr bool is_less_than(const big_integer& other) const {
    if (size_ != other.size_) return size_ < other.size_;
    for (int i = size_ - 1; i >= 0; --i) {
      if (limbs_[i] != other.limbs_[i]) return limbs_[i] < other.limbs_[i];
    }
    return false;
  }

private:
  constexpr void drop_leading_zeros() {
    while (size_ > 0 && limbs_[size_ - 1] == 0)
      --size_;
  }

  static constexpr int capacity = 128;
  std::uint32_t limbs_[capacity] = {}; // least significant first; zero from size_ on
  int size_ = 0;
};

} // namespace tapeless::math
