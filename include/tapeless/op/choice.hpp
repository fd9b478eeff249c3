// SPDX-License-Identifier: BSL-1.0
#pragma once
// Comparison and choice, element by element. A condition is 1 or 0; its derivative is 0 everywhere.
#include <string_view>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

template <>
struct entry<operation::greater> : elementwise_of<2> {
  static constexpr std::string_view name = "greater";
  template <class, class T>
  static constexpr T value(T a, T b) {
    return a > b ? T(1) : T(0);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta.filled(0.0);
  }
};

// c ? a : b. The contribution is chosen, not multiplied by 0, so an infinite adjoint of the branch not taken does not
// show; diff/mask.hpp keeps the derivatives inside that branch out as well.
template <>
struct entry<operation::select> : elementwise_of<3> {
  static constexpr std::string_view name = "select";
  template <class, class T>
  static constexpr T value(T c, T a, T b) {
    return c != T(0) ? a : b;
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slot == 0   ? delta.filled(0.0)
           : slot == 1 ? select(x[0], delta, 0.0)
                       : select(x[0], 0.0, delta);
  }
};

}  // namespace tapeless::op
