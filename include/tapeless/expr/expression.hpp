// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression is an empty object whose type carries a shape and an identity. combine<…>() makes the node of an
// operation on expressions, through the same node::make that graphs use.
#include <boost/hana/and.hpp>
#include <boost/hana/bool.hpp>
#include <boost/hana/not.hpp>
#include <boost/hana/or.hpp>
#include <concepts>
#include <cstddef>
#include <tapeless/expr/binding.hpp>
#include <tapeless/expr/index.hpp>
#include <tapeless/expr/requirements.hpp>
#include <tapeless/node/make.hpp>
#include <tapeless/node/slot.hpp>

namespace tapeless {

namespace hana = boost::hana;
using node::id;

/// What Hana knows expressions by.
struct expression_tag;

template <class Shape, id Id>
struct expr;

/// An expr, or what is derived from one.
template <class E>
concept expression = std::same_as<typename std::remove_cvref_t<E>::hana_tag, expression_tag>;

namespace node {

/// The look-up of the front end: the operands, and the nodes that are being made.
struct front_end {
  using ref = const described*;

  described made[3];  // at most the node and two constants that it takes as operands, the node last
  int count = 0;
  described below[4];  // operands of operands that a rule has asked for: one of each operand, and one more
  int below_count = 0;
  described path[2];   // where a walk down two nodes stands

  constexpr ref operand(ref r, int k) {
    below[below_count] = r->describe_operand[k]();
    return &below[below_count++];
  }
  constexpr id operand_id(ref r, int k) const { return r->operand[k]; }
  constexpr int compare_names(ref a, ref b) const { return std::string_view(a->name).compare(b->name); }
  constexpr void descend(ref& a, ref& b, int k) {
    const described x = a->describe_operand[k](), y = b->describe_operand[k]();
    path[0] = x;
    path[1] = y;
    a = &path[0];
    b = &path[1];
  }
  constexpr ref insert(operation o, extents shape, std::uint64_t payload, ref a, ref b, ref c) {
    const id ia = a ? a->self : 0, ib = b ? b->self : 0, ic = c ? c->self : 0;
    std::uint32_t height = a ? a->height + 1 : 0;
    if (b && b->height >= height) height = b->height + 1;
    if (c && c->height >= height) height = c->height + 1;
    described& d = made[count];  // field by field: cheaper in constant evaluation than an aggregate that is copied
    d.op = o;
    d.shape = shape;
    d.height = height;
    d.payload = payload;
    d.self = identify(o, shape, payload, ia, ib, ic);
    d.operand[0] = ia;
    d.operand[1] = ib;
    d.operand[2] = ic;
    return &made[count++];
  }
};

/// What came of an operation on expressions: the node, how many nodes are still to be defined for it, and one of those.
struct combination {
  id self;
  std::uint64_t shape;
  int count;
  operation op;
  std::uint64_t defined_shape;
  std::uint32_t height;
  std::uint64_t payload;
  id defined;
  id a, b, c;
};

/// Operation O on the operands that these functions describe. `which` of the nodes still to be defined: 0 is the result,
/// 1 and 2 constants that it has as operands. Given as functions, because only an immediate call may take the address of
/// describe; by operation, so that it is instantiated once for all nodes. (clang 16 refuses a plain function here.)
template <operation O>
consteval combination combined_by(int which, std::uint64_t target, std::uint64_t payload, describe_function a,
                                  describe_function b, describe_function c) {
  constexpr int arity = op::entry<O>::arity;
  const described x = a(), y = arity > 1 ? b() : described{}, z = arity > 2 ? c() : described{};
  const extents shapes[3] = {x.shape, y.shape, z.shape};
  front_end look;
  const described& made = *make(look, O, op::shape_of_result(O, extents::from(target), shapes), payload, &x,
                                arity > 1 ? &y : nullptr, arity > 2 ? &z : nullptr);
  if (look.count == 0) return {made.self, made.shape.code(), 0, {}, 0, 0, 0, 0, 0, 0, 0};
  const described& d = look.made[look.count - 1 - which];
  return {made.self, made.shape.code(), look.count, d.op, d.shape.code(), d.height, d.payload, d.self, d.operand[0],
          d.operand[1], d.operand[2]};
}

template <combination C>
consteval bool define() {
  return define<C.op, C.defined_shape, C.height, C.payload, C.defined, C.a, C.b, C.c>();
}

}  // namespace node

/// \cond internal
template <operation O, id A, id B = 0, id C = 0, std::uint64_t Payload = 0, std::uint64_t Target = extents{}.code()>
constexpr auto combine();
/// \endcond

/// \cond internal
/// One error for each shape.
template <class Shape>
constexpr bool refuse_as_condition() {
  static_assert(requires_that::never<x_is<here::of<Shape>>>,
                "tapeless: an expression is not true or false: choose between values by select(condition, a, b), and ask of "
                "two expressions whether they are the same by a == b");
  return false;
}
/// \endcond

/// \cond internal
/// The element at an index, or in a row and a column.
template <class Shape, id Id, class Index>
constexpr auto element_at() {
  constexpr std::size_t i = constant_index<Index>();
  if constexpr (requires_that::index_is_below_size<i, here::of<Shape>>) {
    return combine<operation::element, Id, 0, 0, i>();
  } else {
    static_assert(requires_that::index_is_below_size<i, here::of<Shape>>,
                  "tapeless: x[i] requires a vector or matrix and i < its size");
    return combine<operation::element, Id>();
  }
}
template <class Shape, id Id, class Row, class Column>
constexpr auto element_at() {
  constexpr std::size_t i = constant_index<Row>(), j = constant_index<Column>();
  constexpr extents e = extents_of<Shape>;
  if constexpr (requires_that::row_and_column_are_inside<i, j, here::of<Shape>>) {
    return combine<operation::element, Id, 0, 0, i * e.columns + j>();
  } else {
    static_assert(requires_that::row_and_column_are_inside<i, j, here::of<Shape>>,
                  "tapeless: A(i, j) requires a matrix, i < its rows and j < its columns");
    return combine<operation::element, Id>();
  }
}
/// What parentheses give: the element at one index or two.
template <class Shape, id Id, class... Index>
constexpr auto element_or_error() {
  constexpr bool are_indices = sizeof...(Index) > 0 && (might_be_index<Index> && ...);
  if constexpr (are_indices && sizeof...(Index) <= 2) {
    return element_at<Shape, Id, Index...>();
  } else if constexpr (are_indices) {
    static_assert(requires_that::there_are_one_or_two<sizeof...(Index), here::of<Shape>>,
                  "tapeless: A(i, j) requires one index or two; give the row and the column of a matrix, or the index of an element");
    return combine<operation::element, Id>();
  } else {
    static_assert(requires_that::never<Index...>,
                  "tapeless: a call with values requires a program; make one of the expression: function(E)(x = value)");
    return expr<Shape, Id>{};
  }
}
/// \endcond

/// An expression of this shape. Its type is its node; equal expressions have equal types. Objects hold nothing.
/// Elements are taken with a constant index, `x[1_c]` and `A(0_c, 1_c)`.
// Each node is a class, and each member that is declared in it costs compile time: what only variables have is not here. A base class for what
// both have would be one class more for each node.
template <class Shape, id Id>
struct expr {
  /// What Hana asks for: expr/hana.hpp has the models.
  using hana_tag = expression_tag;
  /// scalar, vec<N> or mat<R, C>
  using shape_type = Shape;
  static constexpr id self = Id;  ///< the identity, a hash of the structure

  /// The element at a constant index, x[1_c]: a scalar. Those of a matrix are counted row by row. An index that is not
  /// constant or not below the size is an error.
  template <class Index>
  constexpr auto operator[](Index) const {
    return element_at<Shape, Id, Index>();
  }
  /// The same, x(1_c), and the element of a matrix in a row and a column, from 0, both constant: A(0_c, 1_c). A scalar. Values make a call,
  /// and a call requires a program: an error.
  template <class... Index>
  constexpr auto operator()(const Index&...) const {
    return element_or_error<Shape, Id, Index...>();
  }

  /// What is no variable is not bound: an error.
  /// @{
  template <class V>
    requires(!std::same_as<std::remove_cvref_t<V>, expr>)  // std::tuple asks whether it can be assigned
  [[nodiscard]] constexpr auto operator=(V&& value) const {
    return bind<Shape, Id, V>(static_cast<V&&>(value));
  }
  [[nodiscard]] constexpr auto operator=(any_braces) const { return refuse_braces<Shape, Id>(); }
  [[nodiscard]] constexpr auto operator=(no_elements) const { return refuse_braces<Shape, Id>(); }
  /// @}

  /// Where a truth value is wanted, if (x), an expression is refused with one error. (The same for double would name
  /// std::tanh(x), but make x + 1 ambiguous: the operators of numbers would be candidates.)
  template <std::same_as<bool> T>
  constexpr explicit operator T() const {
    return refuse_as_condition<Shape>();
  }
};

/// A variable, an input or a parameter: an expression that `x = value` binds.
template <class Shape, id Id>
  requires(node::is_of_variable(Id))
struct expr<Shape, Id> {
  /// As in any expression.
  /// @{
  using hana_tag = expression_tag;
  using shape_type = Shape;
  static constexpr id self = Id;

  template <class Index>
  constexpr auto operator[](Index) const {
    return element_at<Shape, Id, Index>();
  }
  template <class... Index>
  constexpr auto operator()(const Index&...) const {
    return element_or_error<Shape, Id, Index...>();
  }
  template <std::same_as<bool> T>
  constexpr explicit operator T() const {
    return refuse_as_condition<Shape>();
  }
  /// @}

  /// Binds a value: a number, a tensor, an array or contiguous range of matching size. An lvalue is referred to,
  /// anything else kept. Another size is an error; a size that only the call knows is checked there, by std::length_error.
  template <class V>
    requires(!std::same_as<std::remove_cvref_t<V>, expr>)
  [[nodiscard]] constexpr auto operator=(V&& value) const {
    return bind<Shape, Id, V>(static_cast<V&&>(value));
  }
  /// Numbers in braces: x = {1, 2}.
  template <class T, std::size_t N>
  [[nodiscard]] constexpr auto operator=(T (&&values)[N]) const {
    return bind_braced<Shape, Id>(values);
  }
  /// Rows in braces: A = {{1, 2}, {3, 4}}.
  template <class T, std::size_t R, std::size_t C>
  [[nodiscard]] constexpr auto operator=(T (&&values)[R][C]) const {
    return bind_braced<Shape, Id>(values);
  }
  /// Numbers of several types in braces, {1, 0.5}, or in rows, {{1, 0.5}, {2, 3}}, are doubles.
  /// @{
  template <std::size_t N>
  [[nodiscard]] constexpr auto operator=(number_in_braces<double> (&&values)[N]) const {
    return bind_mixed<Shape, Id>(values);
  }
  template <std::size_t R, std::size_t C>
  [[nodiscard]] constexpr auto operator=(double (&&values)[R][C]) const {
    return bind_braced<Shape, Id>(values);
  }
  /// @}
  /// Rows of different lengths throw std::length_error.
  [[nodiscard]] constexpr auto operator=(uneven_rows<double> rows) const
    requires(Shape::rank == 2)
  {
    return bind_rows<Shape, Id>(rows.given);
  }
  /// Empty braces are an error.
  [[nodiscard]] constexpr auto operator=(no_elements) const { return refuse_braces<Shape, Id>(); }
};

/// \cond internal
/// The expression of operation O on operands; 0 is no operand.
template <operation O, id A, id B, id C, std::uint64_t Payload, std::uint64_t Target>
constexpr auto combine() {
  constexpr node::combination made =
      node::combined_by<O>(0, Target, Payload, &node::describe<A>, &node::describe<B>, &node::describe<C>);
  if constexpr (made.count > 0)
    static_assert(node::shard_of<made.defined>::template define<made.op, made.defined_shape, made.height, made.payload,
                                                                made.defined, made.a, made.b, made.c>::done);
  if constexpr (made.count > 1)
    static_assert(node::define<node::combined_by<O>(1, Target, Payload, &node::describe<A>, &node::describe<B>,
                                                    &node::describe<C>)>());
  if constexpr (made.count > 2)
    static_assert(node::define<node::combined_by<O>(2, Target, Payload, &node::describe<A>, &node::describe<B>,
                                                    &node::describe<C>)>());
  return expr<shape_of<made.shape>, made.self>{};
}
/// \endcond

/// Same expression? The answer is in the type. For "same function", see `equivalent`.
template <class S, id A, class T, id B>
constexpr hana::bool_<A == B> operator==(expr<S, A>, expr<T, B>) {
  return {};
}
/// Another expression? The answer is in the type.
template <class S, id A, class T, id B>
constexpr hana::bool_<A != B> operator!=(expr<S, A>, expr<T, B>) {
  return {};
}

}  // namespace tapeless
