// SPDX-License-Identifier: BSL-1.0
#pragma once
// Operations that move elements and compute nothing.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>

namespace tapeless::op {

// a scalar in every element; its adjoint is the sum of theirs
template <>
struct entry<operation::broadcast> : structured<1> {
  static constexpr std::string_view name = "broadcast";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class, class, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
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
  static constexpr unsigned reads_once = 0b1;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents*) { return {}; }
  template <class, class, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
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
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    for (std::size_t i = 0; i < Site::out.size(); ++i) out.put(i, i == Site::payload ? a(0) : T(0));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term*) {
    return element(delta, y.payload());
  }
};

// as many elements as the target has, from a flat row-major index (the payload) on
template <>
struct entry<operation::slice> : structured<1> {
  static constexpr std::string_view name = "slice";
  static constexpr unsigned reads_once = 0b1;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class, class, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    for (std::size_t i = 0; i < Site::out.size(); ++i) out.put(i, a(i + Site::payload));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term* x) {
    return embed(delta, x[0].shape(), y.payload());
  }
};

// zeros but for the elements from an index on: the transpose of `slice`
template <>
struct entry<operation::embed> : structured<1> {
  static constexpr std::string_view name = "embed";
  static constexpr unsigned reads_once = 0b1;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class, class T, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    constexpr std::size_t begin = Site::payload, end = begin + Site::template in<0>.size();
    for (std::size_t i = 0; i < begin; ++i) out.put(i, T(0));
    for (std::size_t i = begin; i < end; ++i) out.put(i, a(i - begin));
    for (std::size_t i = end; i < Site::out.size(); ++i) out.put(i, T(0));
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term* x) {
    return slice(delta, x[0].shape(), y.payload());
  }
};

// the same elements, row by row, in another shape
template <>
struct entry<operation::reshape> : structured<1> {
  static constexpr std::string_view name = "reshape";
  static constexpr bool concatenates = true;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents target, const extents*) { return target; }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return reshape(delta, x[0].shape());
  }
};

// the elements of a, then those of b: a vector; each receives its part of the adjoint
template <>
struct entry<operation::concat> : structured<2> {
  static constexpr std::string_view name = "concat";
  static constexpr bool concatenates = true;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return {1, x[0].rows + x[1].rows, 1}; }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slice(delta, x[slot].shape(), slot == 0 ? 0 : x[0].shape().rows);
  }
};

}  // namespace tapeless::op
