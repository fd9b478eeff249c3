// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/literal_scan.hpp>

#include <cstddef>

using tapeless::math::detail::literal_scan;

template <std::size_t N>
constexpr literal_scan scan(const char (&text)[N]) {
  literal_scan result = tapeless::math::detail::scan_literal(text, text + N - 1);
  result.first_significant = nullptr;
  return result;
}

constexpr literal_scan pi = scan("003.14'15e-2");
static_assert(pi.ok && pi.base == 10 && pi.leading == 31415 && pi.significant == 5 && pi.leading_digits == 5);
static_assert(pi.fraction_digits == 4 && pi.exponent == -2 && !pi.truncated);

constexpr literal_scan many = scan("123456789012345678901234.000");
static_assert(many.ok && many.leading == 1234567890123456789u && many.leading_digits == 19 && many.significant == 27);
static_assert(many.truncated && many.inexact && many.fraction_digits == 3);

static_assert(scan("0x1'f.8P+3").base == 16 && scan("0x1'f.8P+3").leading == 0x1f8 && scan("0x1'f.8P+3").exponent == 3);
static_assert(scan("0B1'01").base == 2 && scan("0B1'01").leading == 5 && scan("0'17").base == 8 && scan("0").ok);
static_assert(scan("1e999999999999999999999").ok && scan("1e999999999999999999999").exponent == 100'000'000);
