// SPDX-License-Identifier: BSL-1.0
#pragma once
// Numbers as text, in constant expressions too. in: an integer or a double; out: the shortest decimal that reads back as
// the same double (Steele and White 1990; Burger and Dybvig 1996), 0.5, 1000 or 1e-3.
#include <bit>
#include <cstdint>
#include <tapeless/math/big_integer.hpp>
#include <tapeless/show/string.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfloat-equal"  // numbers are compared exactly, on purpose

namespace tapeless::show {

constexpr void append_integer(string& out, std::uint64_t n) {
  char digits[20]{};
  std::size_t at = 20;
  do digits[--at] = static_cast<char>('0' + n % 10);
  while ((n /= 10) != 0);
  out.append({digits + at, 20 - at});
}

/// 0.d₁d₂… · 10^point
struct decimal_digits {
  char digit[20]{};
  int count = 0;
  int point = 0;
};

/// The shortest digits of a finite v > 0: exact arithmetic on v = r/s and on half the distances to its neighbours.
constexpr decimal_digits shortest_digits(double v) {
  using math::big_integer;
  const auto bits = std::bit_cast<std::uint64_t>(v);
  const int biased = static_cast<int>(bits >> 52);
  const std::uint64_t fraction = bits & 0x000f'ffff'ffff'ffff;
  const std::uint64_t mantissa = biased == 0 ? fraction : fraction | 0x0010'0000'0000'0000;
  const int exponent = (biased == 0 ? 1 : biased) - 1075;  // v = mantissa · 2^exponent
  const bool even = mantissa % 2 == 0;                     // then the bounds themselves read back as v
  const bool narrow_below = fraction == 0 && biased > 1;

  big_integer r(mantissa), s(1), below(1), above(1);
  const int scale = narrow_below ? 2 : 1;
  r.shift_left((exponent > 0 ? exponent : 0) + scale);
  s.shift_left((exponent < 0 ? -exponent : 0) + scale);
  below.shift_left(exponent > 0 ? exponent : 0);
  above.shift_left((exponent > 0 ? exponent : 0) + scale - 1);

  // at the end or beyond it: r + above >= s, or > where the bound is not ours
  const auto reaches = [&] {
    if (!r.is_less_than(s)) return true;
    big_integer gap = s;
    gap.subtract(r);
    return even ? !above.is_less_than(gap) : gap.is_less_than(above);
  };
  const int log2 = 63 - std::countl_zero(mantissa) + exponent;
  decimal_digits result;
  result.point = log2 * 30103 / 100000 - (log2 < 0 ? 1 : 0);  // never above the true one
  s.multiply_by_power_of_ten(result.point);
  r.multiply_by_power_of_ten(-result.point);
  below.multiply_by_power_of_ten(-result.point);
  above.multiply_by_power_of_ten(-result.point);
  for (; reaches(); ++result.point) s.add_product(10, 0);

  for (bool last = false; !last;) {
    for (big_integer* const n : {&r, &below, &above}) n->add_product(10, 0);
    int digit = 0;
    for (; !r.is_less_than(s); ++digit) r.subtract(s);
    const bool low = even ? !below.is_less_than(r) : r.is_less_than(below), high = reaches();
    last = low || high;
    if (high) {
      big_integer gap = s;
      gap.subtract(r);
      if (!low || gap.is_less_than(r) || (digit % 2 == 1 && !r.is_less_than(gap))) ++digit;
    }
    result.digit[result.count++] = static_cast<char>('0' + digit);
  }
  return result;
}

/// Fixed where that is no longer than with an exponent, or where the number is an integer below 10⁷.
constexpr void append_number(string& out, double v) {
  if (v != v) return void(out += "nan");
  if (std::bit_cast<std::uint64_t>(v) >> 63 != 0) {
    out += '-';
    v = -v;
  }
  if (v == 0) return void(out += '0');
  if (v > 0x1.fffffffffffffp1023) return void(out += "inf");
  const decimal_digits d = shortest_digits(v);
  const std::string_view digits(d.digit, static_cast<std::size_t>(d.count));
  const auto count = [](int n) { return static_cast<std::size_t>(n < 0 ? 0 : n); };

  const int e = d.point - 1, size_of_e = 2 + (e < 0 ? 1 : 0) + (e > 9 || e < -9 ? 1 : 0) + (e > 99 || e < -99 ? 1 : 0);
  const int with_exponent = d.count + (d.count > 1 ? 1 : 0) + size_of_e;
  const int fixed = d.point <= 0 ? d.count - d.point + 2 : d.point >= d.count ? d.point : d.count + 1;
  if (fixed > with_exponent && !(d.point >= d.count && d.point <= 7)) {
    out.append(digits.substr(0, 1));
    if (d.count > 1) out.append(".").append(digits.substr(1));
    out.append(e < 0 ? "e-" : "e");
    append_integer(out, static_cast<std::uint64_t>(e < 0 ? -e : e));
  } else if (d.point <= 0) {
    out.append("0.").append(count(-d.point), '0').append(digits);
  } else if (d.point >= d.count) {
    out.append(digits).append(count(d.point - d.count), '0');
  } else {
    out.append(digits.substr(0, count(d.point))).append(".").append(digits.substr(count(d.point)));
  }
}

}  // namespace tapeless::show

#pragma GCC diagnostic pop
