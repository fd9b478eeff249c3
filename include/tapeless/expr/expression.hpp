// SPDX-License-Identifier: BSL-1.0
#pragma once
// An expression is an empty object whose type carries a shape and an identity. combine<…>() makes the node of an
// operation on expressions, through the same node::make that graphs use.
#include <boost/hana/bool.hpp>
#include <cstddef>
#include <tapeless/expr/binding.hpp>
#include <tapeless/expr/index.hpp>
#include <tapeless/expr/requirements.hpp>
#include <tapeless/node/make.hpp>
#include <tapeless/node/slot.hpp>

namespace tapeless {

namespace hana = boost::hana;
using node::id;

struct expression_tag;

template <class Shape, id Id>
struct expr;

template <class E>
inline constexpr bool is_expression = false;
template <class S, id I>
inline constexpr bool is_expression<expr<S, I>> = true;

template <class E>
concept expression = is_expression<std::remove_cvref_t<E>>;

namespace node {

/// A node known by its describe function, or one that is being made.
struct front_end_ref {
  describe_function describe = nullptr;
  int made = -1;
  bool operator==(const front_end_ref&) const = default;
};

/// The look-up of the front end.
struct front_end {
  using ref = front_end_ref;
  static constexpr ref none{};
  described fresh[4]{};
  ref fresh_operand[4][3]{};
  int count = 0;

  constexpr described operator[](ref r) const { return r.describe ? r.describe() : fresh[r.made]; }
  constexpr ref operand(ref r, int k) const {
    return r.describe ? ref{r.describe().describe_operand[k]} : fresh_operand[r.made][k];
  }
  constexpr id operand_id(ref r, int k) const { return (*this)[r].operand[k]; }
  constexpr int compare_names(ref a, ref b) const {
    return std::string_view((*this)[a].name).compare((*this)[b].name);
  }
  constexpr id id_of(ref r) const { return r == none ? 0 : (*this)[r].self; }
  constexpr std::uint32_t height_above(ref r) const { return r == none ? 0 : (*this)[r].height + 1; }

  constexpr ref insert(operation o, extents shape, std::uint64_t payload, ref a, ref b, ref c) {
    const id ia = id_of(a), ib = id_of(b), ic = id_of(c);
    const std::uint32_t ha = height_above(a), hb = height_above(b), hc = height_above(c);
    fresh[count] = {o, shape, ha > hb ? (ha > hc ? ha : hc) : (hb > hc ? hb : hc), payload,
                    identify(o, shape, payload, ia, ib, ic), {ia, ib, ic}, {}, nullptr};
    fresh_operand[count][0] = a;
    fresh_operand[count][1] = b;
    fresh_operand[count][2] = c;
    return {nullptr, count++};
  }
};

/// A node to be defined: what `defined` takes.
struct record {
  operation op{};
  std::uint64_t shape = 0;
  std::uint32_t height = 0;
  std::uint64_t payload = 0;
  id self = 0;
  id operand[3]{};
};

/// What came of an operation on expressions: the node, and the records still to be defined. Holds no pointer.
struct combination {
  record fresh[4]{};
  int count = 0;
  id self = 0;
  std::uint64_t shape = 0;
};

template <operation O, id A, id B, id C, std::uint64_t Payload, std::uint64_t Target>
consteval combination combined() {
  front_end look;
  const front_end::ref x[3] = {{describer<A>()}, {describer<B>()}, {describer<C>()}};
  extents shapes[3];
  for (int k = 0; k < op::entry<O>::arity; ++k) shapes[k] = look[x[k]].shape;
  const extents shape = op::entry<O>::shape(extents::from(Target), shapes);
  const front_end::ref made = make(look, O, shape, Payload, x[0], x[1], x[2]);
  combination result;
  result.count = look.count;
  result.self = look.id_of(made);
  result.shape = look[made].shape.code();
  for (int k = 0; k < look.count; ++k) {
    const described& d = look.fresh[k];
    result.fresh[k] = {d.op, d.shape.code(), d.height, d.payload, d.self, {d.operand[0], d.operand[1], d.operand[2]}};
  }
  return result;
}

}  // namespace node

template <operation O, id A, id B = 0, id C = 0, std::uint64_t Payload = 0, std::uint64_t Target = extents{}.code()>
constexpr auto combine();

/// An expression of this shape. Its type is its node; equal expressions have equal types. Objects hold nothing.
/// A variable is bound by `x = value`; elements are taken with a constant index, `x[1_c]` and `A(0_c, 1_c)`.
template <class Shape, id Id>
struct expr {
  using hana_tag = expression_tag;
  using shape_type = Shape;
  static constexpr id self = Id;

  /// Binds a value to a variable: a number, a tensor, an array or contiguous range of matching size.
  template <class V>
  [[nodiscard]] constexpr auto operator=(V&& value) const {
    return bind<Shape, Id, V>(static_cast<V&&>(value));
  }
  template <class T, std::size_t N>
  [[nodiscard]] constexpr auto operator=(T (&&values)[N]) const {
    return bind_braced<Shape, Id>(values);
  }
  template <class T, std::size_t R, std::size_t C>
  [[nodiscard]] constexpr auto operator=(T (&&values)[R][C]) const {
    return bind_braced<Shape, Id>(values);
  }

  /// The element at a constant index; of a matrix, counted row by row.
  template <class Index>
  constexpr auto operator[](Index) const {
    constexpr std::size_t i = constant_index<Index>();
    if constexpr (requires_that::index_is_below_size<i, here::of<Shape>>) {
      return combine<operation::element, Id, 0, 0, i>();
    } else {
      static_assert(requires_that::index_is_below_size<i, here::of<Shape>>,
                    "tapeless: x[i] requires a vector or matrix and i < its size");
      return combine<operation::element, Id>();
    }
  }
  template <class Index>
  constexpr auto operator()(Index i) const {
    return (*this)[i];
  }
  template <class Row, class Column>
  constexpr auto operator()(Row, Column) const {
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
};

/// The expression of operation O on operands; 0 is no operand.
template <operation O, id A, id B, id C, std::uint64_t Payload, std::uint64_t Target>
constexpr auto combine() {
  constexpr node::combination made = node::combined<O, A, B, C, Payload, Target>();
  if constexpr (made.count > 0) {
    constexpr auto r = made.fresh[0];
    static_assert(node::defined<r.op, r.shape, r.height, r.payload, r.self, r.operand[0], r.operand[1], r.operand[2]>);
  }
  if constexpr (made.count > 1) {
    constexpr auto r = made.fresh[1];
    static_assert(node::defined<r.op, r.shape, r.height, r.payload, r.self, r.operand[0], r.operand[1], r.operand[2]>);
  }
  if constexpr (made.count > 2) {
    constexpr auto r = made.fresh[2];
    static_assert(node::defined<r.op, r.shape, r.height, r.payload, r.self, r.operand[0], r.operand[1], r.operand[2]>);
  }
  return expr<shape_of<made.shape>, made.self>{};
}

/// Same expression? The answer is in the type. For "same function", see `equivalent`.
template <class S, id A, class T, id B>
constexpr hana::bool_<A == B> operator==(expr<S, A>, expr<T, B>) {
  return {};
}
template <class S, id A, class T, id B>
constexpr hana::bool_<A != B> operator!=(expr<S, A>, expr<T, B>) {
  return {};
}

}  // namespace tapeless
