// SPDX-License-Identifier: BSL-1.0
#pragma once
// Constant indices: x[1_c], x[hana::size_c<1>], x[std::integral_constant<int, 1>{}].
#include <cstddef>
#include <type_traits>
#include <tapeless/expr/requirements.hpp>
#include <tapeless/node/real.hpp>
#include <tapeless/node/slot.hpp>

namespace tapeless {

/// An index that never fits, so that a bad index is one error only.
inline constexpr std::size_t no_index = static_cast<std::size_t>(-1);

template <node::id Id>
consteval std::size_t index_of_constant() {
  const node::described d = node::describe<Id>();
  if (d.op != operation::constant || !d.shape.is_scalar()) return no_index;
  const double v = node::real_value(d.payload);
  return v >= 0 && v < 0x1p31 && static_cast<double>(static_cast<std::size_t>(v)) == v ? static_cast<std::size_t>(v)
                                                                                       : no_index;
}

/// A type that has a number: std::integral_constant, or one of Hana's.
template <class T>
concept has_constant_value = requires { std::bool_constant<(T::value >= 0)>{}; };

/// What may have been meant as an index: an expression, a type's constant, or a number, which is then not constant.
template <class T>
concept might_be_index = std::is_arithmetic_v<T> || std::is_enum_v<T> || has_constant_value<T> || requires { T::self; };

template <class Index>
consteval std::size_t constant_index() {
  if constexpr (requires { Index::self; }) {
    constexpr std::size_t i = index_of_constant<Index::self>();
    static_assert(requires_that::is_a_whole_number<i != no_index>,
                  "tapeless: x[i] requires a whole number i that is not negative; write x[2_c]");
    return i == no_index ? 0 : i;
  } else if constexpr (has_constant_value<Index>) {
    static_assert(requires_that::is_a_whole_number<(Index::value >= 0)>,
                  "tapeless: x[i] requires a whole number i that is not negative; write x[2_c]");
    return Index::value < 0 ? 0 : static_cast<std::size_t>(Index::value);
  } else {
    static_assert(requires_that::is_a_constant<Index>,
                  "tapeless: x[i] requires an index known at compile time; write x[2_c] instead of x[2]");
    return 0;
  }
}

}  // namespace tapeless
