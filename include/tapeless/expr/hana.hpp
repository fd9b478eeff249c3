// SPDX-License-Identifier: BSL-1.0
#pragma once
// Expressions as models of Hana's Comparable, Monoid (+, 0) and Ring (·, 1). They model the syntax: 0 + a is a by
// construction, but (a + b) + c and a + (b + c) are two expressions of one function, so the laws hold under
// `equivalent`. Products are Hana's only where they are products of a ring: scalars, and square matrices with 1_c.
#include <boost/hana/equal.hpp>
#include <boost/hana/fold_left.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/mult.hpp>
#include <boost/hana/one.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/product.hpp>
#include <boost/hana/size.hpp>
#include <boost/hana/sum.hpp>
#include <boost/hana/transform.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/zero.hpp>
#include <tapeless/expr/operators.hpp>

namespace boost::hana {

template <>
struct equal_impl<tapeless::expression_tag, tapeless::expression_tag> {
  template <class A, class B>
  static constexpr auto apply(A a, B b) {
    return a == b;
  }
};
template <>
struct plus_impl<tapeless::expression_tag, tapeless::expression_tag> {
  template <class A, class B>
  static constexpr auto apply(A a, B b) {
    return a + b;
  }
};
template <>
struct zero_impl<tapeless::expression_tag> {
  static constexpr auto apply() { return tapeless::constant<0>; }
};
template <>
struct mult_impl<tapeless::expression_tag, tapeless::expression_tag> {
  template <class A, class B>
  static constexpr auto apply(A a, B b) {
    return a * b;
  }
};
template <>
struct one_impl<tapeless::expression_tag> {
  static constexpr auto apply() { return tapeless::constant<1>; }
};

}  // namespace boost::hana
