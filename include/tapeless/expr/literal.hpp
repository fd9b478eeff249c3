// SPDX-License-Identifier: BSL-1.0
#pragma once
// 0.5_c, 2_c, 1e-3_c, 0x1.8p3_c: constants that live in the type, correctly rounded to double.
#include <tapeless/expr/leaf.hpp>
#include <tapeless/math/decimal.hpp>

/// Constants as literals: `using namespace tapeless::literals`.
namespace tapeless::literals {

/// The constant, a scalar, that these digits are: 0.5_c, 2_c, 1e-3_c, 0x1.8p3_c. Correctly rounded to double; a number
/// that a double cannot hold is an error.
template <char... Digits>
consteval auto operator""_c() {
  constexpr char text[] = {Digits...};
  constexpr math::parsed_real number = math::parse_real(text, text + sizeof...(Digits));
  static_assert(number.status == math::parse_status::ok,
                "tapeless: a literal requires a number that a double can hold; this one overflows, underflows or is "
                "malformed");
  return make_constant<number.value>();
}

}  // namespace tapeless::literals
