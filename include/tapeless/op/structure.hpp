// SPDX-License-Identifier: BSL-1.0
#pragma once
// Operations that move elements and compute nothing.
#include <string_view>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// a scalar in every element; its adjoint is the sum of theirs
template <>
struct entry<operation::broadcast> : structured<1> {
  static constexpr std::string_view name = "broadcast";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class, class, class Site, class Out, class A>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a) {
    for (std::size_t i = 0; i < Site::out.size(); ++i) out.put(i, a(0));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return sum(delta);
  }
};

// one element, chosen by the payload (a flat row-major index)
template <>
struct entry<operation::element> : structured<1> {
  static constexpr std::string_view name = "element";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents*) { return {}; }
  template <class, class, class Site, class Out, class A>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a) {
    out.put(0, a(Site::payload));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term* x) {
    return place(delta, x[0].shape(), y.payload());
  }
};

// zeros but for one element: the transpose of `element`
template <>
struct entry<operation::place> : structured<1> {
  static constexpr std::string_view name = "place";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class, class T, class Site, class Out, class A>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a) {
    for (std::size_t i = 0; i < Site::out.size(); ++i) out.put(i, i == Site::payload ? a(0) : T(0));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return element(delta, y.payload());
  }
};

}  // namespace tapeless::op
