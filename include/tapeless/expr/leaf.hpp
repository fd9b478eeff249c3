// SPDX-License-Identifier: BSL-1.0
#pragma once
// Variables and constants. A variable is its name, shape and role: two `input<"x", vec<2>>` are one variable.
#include <tapeless/expr/expression.hpp>
#include <tapeless/node/real.hpp>

namespace tapeless {

/// \cond internal
template <operation Role, meta::fixed_string Name, class Given>
constexpr auto make_variable() {
  static_assert(Name.size() > 0, "tapeless: a variable requires a name: input<\"x\">");
  static_assert(requires_that::is_a_shape<Given>, "tapeless: a variable requires a shape: scalar, vec<N> or mat<R, C>; the number type is that of the call");
  using Shape = std::conditional_t<requires_that::is_a_shape<Given>, Given, scalar>;
  constexpr std::uint64_t payload = meta::name_hash(Name.view());
  constexpr id self = node::identify(Role, extents_of<Shape>, payload, 0, 0, 0);
  static_assert(node::define_variable<Role, extents_of<Shape>.code(), payload, self, Name>());
  return expr<Shape, self>{};
}

/// The constant V in every element of Shape.
template <real V, class Shape = scalar>
constexpr auto make_constant() {
  constexpr id self = node::identify(operation::constant, extents_of<Shape>, V.bits, 0, 0, 0);
  static_assert(node::define<operation::constant, extents_of<Shape>.code(), 0, V.bits, self, 0, 0, 0>());
  return expr<Shape, self>{};
}
/// \endcond

/// What a program is fed: input<"x", vec<2>>. A scalar unless a shape is given. Name, shape and role are its identity;
/// another shape or role under the same name is an error where both are in one program.
template <meta::fixed_string Name, class Shape = scalar>
inline constexpr auto input = make_variable<operation::input, Name, Shape>();

/// What a program learns: parameter<"W", mat<3, 2>>. A scalar unless a shape is given. Gradients are taken by all
/// parameters unless told otherwise; else it is as an input.
template <meta::fixed_string Name, class Shape = scalar>
inline constexpr auto parameter = make_variable<operation::parameter, Name, Shape>();

/// A number in a type, a scalar: constant<0.5>, constant<3>. The literal 0.5_c is the same expression. Integers must be
/// exact as doubles.
template <real V>
inline constexpr auto constant = make_constant<V>();

}  // namespace tapeless
