// SPDX-License-Identifier: BSL-1.0
#pragma once
// Reductions that are more than a sum: the Euclidean norm and the largest element.
#include <concepts>
#include <limits>
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>
#include <tapeless/op/sum_of.hpp>

namespace tapeless::op {

/// 1, or a power of two that brings squares of numbers of this size back into the range of T.
template <class Math, class T>
constexpr T scale_for_squares(const T& size) {
  if constexpr (std::floating_point<T>) {
    constexpr auto power = [](int exponent) {
      T p = 1;
      for (int i = 0; i < exponent; ++i) p *= 2;
      return p;
    };
    constexpr T large = power(std::numeric_limits<T>::max_exponent / 2 - 16), scale = power(std::numeric_limits<T>::max_exponent / 2 + 40);
    return Math::select(size > large, T(1 / scale), Math::select(size * large < 1, scale, T(1)));
  } else {
    return T(1);
  }
}

// √Σaᵢ² over the whole range; d = Σaᵢ·daᵢ/y, 0 at the origin
template <>
struct entry<operation::norm> : structured<1> {
  static constexpr std::string_view name = "norm";
  static constexpr bool compares = true;
  static constexpr unsigned reads_lanes = 0b1;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return 2 * x[0].size(); }
  template <class Math, class T, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    constexpr std::size_t n = Site::template in<0>.size();
    const T largest = max_of<Math, T, n>([&](auto at_index) TAPELESS_INLINE_LAMBDA { return Math::abs(a(at_index)); });
    const T scale = scale_for_squares<Math>(largest);
    const auto scaled = [&](auto at_index) TAPELESS_INLINE_LAMBDA { return evaluated<Math, T>(a(at_index) * scale); };
    out.put(0, T(Math::sqrt(sum_of_products<Math, T, n>(scaled, scaled)) / scale));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term* x) {
    return select(y, delta * (x[0] / y), 0.0);
  }
};

// the largest element, NaN if there is one; ties share the adjoint evenly
template <>
struct entry<operation::max_element> : structured<1> {
  static constexpr std::string_view name = "max_element";
  static constexpr bool compares = true;
  static constexpr unsigned reads_lanes = 0b1;
  static constexpr unsigned reads_once = 0b1;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return x[0].size() - 1; }
  template <class Math, class T, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    out.put(0, max_of<Math, T, Site::template in<0>.size(), detail::larger_or_nan<Math>>(a));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term* x) {
    const Term ties = ge(x[0], y);
    return ties * (delta / sum(ties));
  }
};

}  // namespace tapeless::op
