// SPDX-License-Identifier: BSL-1.0
#pragma once
// + - * / on expressions. `*` is scaling, matrix–vector and matrix–matrix; a scalar combines with anything.
// After a failed requirement an operator still returns an expression of the expected shape: one mistake, one error.
#include <array>
#include <cstddef>
#include <span>
#include <tapeless/expr/leaf.hpp>
#include <type_traits>

namespace tapeless {

/// \cond internal
/// Facts about a pair of shapes, computed once for all expressions of these shapes.
template <class S, class T>
inline constexpr bool conform = shapes::conform(extents_of<S>, extents_of<T>);

enum class product { scaling, of_matrix, of_vectors, of_vector_and_matrix, mismatch };
template <class S, class T>
inline constexpr product product_of = S::rank == 0 || T::rank == 0   ? product::scaling
                                      : S::rank == 1 && T::rank == 1 ? product::of_vectors
                                      : S::rank == 1                 ? product::of_vector_and_matrix
                                      : shapes::multiplies(extents_of<S>, extents_of<T>) ? product::of_matrix
                                                                                         : product::mismatch;

/// What a refused operation gives: an expression of the expected shape that depends on both operands.
template <class Shape, id A, id B>
constexpr auto stand_in() {
  constexpr id a = decltype(combine<operation::sum, A>())::self, b = decltype(combine<operation::sum, B>())::self;
  return combine<operation::broadcast, decltype(combine<operation::add, a, b>())::self, 0, 0, 0,
                 extents_of<Shape>.code()>();
}

template <operation O, class S, id A, class T, id B>
constexpr auto combine_elementwise(expr<S, A>, expr<T, B>) {
  if constexpr (conform<S, T>) {
    return combine<O, A, B>();
  } else {
    static_assert(requires_that::shapes_are_equal<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: element-wise operations require operands of one shape, or a scalar; give both the same shape "
                  "(a vector in each row of a matrix is broadcast<mat<R, C>>(v))");
    return stand_in<S, A, B>();
  }
}
/// \endcond

/// Sum, element by element: operands of one shape, or a scalar and anything.
template <class S, id A, class T, id B>
constexpr auto operator+(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::add>(a, b);
}
/// Difference, element by element: operands of one shape, or a scalar and anything.
template <class S, id A, class T, id B>
constexpr auto operator-(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::subtract>(a, b);
}
/// Quotient, element by element: operands of one shape, or a scalar and anything.
template <class S, id A, class T, id B>
constexpr auto operator/(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::divide>(a, b);
}
/// The negative of every element.
template <class S, id A>
constexpr auto operator-(expr<S, A>) {
  return combine<operation::negate, A>();
}
/// The operand.
template <class S, id A>
constexpr auto operator+(expr<S, A> a) {
  return a;
}

/// The product of linear algebra. Scalar·anything scales; mat·vec and mat·mat need columns(left) == rows(right). Two
/// vectors are an error that names hadamard, dot and outer; for vector·matrix write transpose(B) * a.
template <class S, id A, class T, id B>
constexpr auto operator*(expr<S, A>, expr<T, B>) {
  constexpr product kind = product_of<S, T>;
  if constexpr (kind == product::scaling) {
    return combine<operation::multiply, A, B>();
  } else if constexpr (kind == product::of_matrix) {
    return combine<operation::matmul, A, B>();
  } else if constexpr (kind == product::of_vectors) {
    static_assert(!requires_that::both_are_vectors<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: a * b of two vectors is ambiguous; write hadamard(a, b), dot(a, b) or outer(a, b)");
    return stand_in<S, A, B>();
  } else if constexpr (kind == product::of_vector_and_matrix) {
    static_assert(requires_that::left_is_a_matrix<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: a * B requires a matrix a; here a is a vector, which is a column; write transpose(B) * a");
    return stand_in<shape<extents_of<T>.columns>, A, B>();
  } else {
    if constexpr (T::rank == 1)
      static_assert(requires_that::columns_equal_size<W_is<here::of<S>>, x_is<here::of<T>>>,
                    "tapeless: W * x requires columns(W) == size(x); transpose W or change one of the shapes");
    else
      static_assert(requires_that::columns_equal_size<W_is<here::of<S>>, x_is<here::of<T>>>,
                    "tapeless: W * X requires columns(W) == rows(X); transpose one of them or change a shape");
    return stand_in<shape_of<shapes::product(extents_of<S>, extents_of<T>).code()>, A, B>();
  }
}

/// \cond internal
/// Values are not expressions: each operator and function says so once and goes on with its other operand.
template <class S>
constexpr void refuse_plain_number() {
  static_assert(requires_that::never<x_is<here::of<S>>>,
                "tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, "
                "or make it an input, as a tensor, an array or a pack must be");
}

/// The first expression of some values.
template <class X, class... More>
constexpr auto first_expression(const X& x, const More&... more) {
  if constexpr (expression<X>) return x;
  else return first_expression(more...);
}

/// What a function of two operands refuses if there is an expression among them: a number or values beside it, and another
/// number of operands.
#define TAPELESS_REFUSE_OTHER_OPERANDS(name)                                                                            \
  template <class... X>                                                                                                 \
    requires((expression<X> || ...) && !(sizeof...(X) == 2 && (expression<X> && ...)))                                  \
  constexpr auto name(const X&... x) {                                                                                  \
    using expression_among_them = decltype(first_expression(x...));                                                     \
    static_assert(requires_that::there_are_two<sizeof...(X)>,                                                           \
                  "tapeless: " #name "(a, b) requires two operands; call it once for each pair");                       \
    if constexpr (sizeof...(X) == 2) refuse_plain_number<typename expression_among_them::shape_type>();                 \
    return expression_among_them{};                                                                                     \
  }

/// Base of values that operators refuse.
struct refused_operand {};

/// What operators refuse beside numbers: values of many numbers. Each kind has a constructor that fails for an expression when
/// its arguments are deduced; one from anything would be instantiated for every expression that meets an operator.
struct values_operand {
  constexpr values_operand(const refused_operand&) {}
  template <class T, std::size_t N>
  constexpr values_operand(const T (&)[N]) {}
  template <class T, std::size_t N>
  constexpr values_operand(const std::array<T, N>&) {}
  template <class T, std::size_t N>
  constexpr values_operand(std::span<T, N>) {}
  template <template <class...> class Container, class... T>
    requires std::is_arithmetic_v<typename Container<T...>::value_type>
  constexpr values_operand(const Container<T...>&) {}
};

#define TAPELESS_REFUSE_VALUES(op, values)           \
  template <class S, id A>                           \
  constexpr auto operator op(values, expr<S, A> a) { \
    refuse_plain_number<S>();                        \
    return a;                                        \
  }                                                  \
  template <class S, id A>                           \
  constexpr auto operator op(expr<S, A> a, values) { \
    refuse_plain_number<S>();                        \
    return a;                                        \
  }
#define TAPELESS_REFUSE_VALUE(op)    \
  TAPELESS_REFUSE_VALUES(op, double) \
  TAPELESS_REFUSE_VALUES(op, values_operand)
TAPELESS_REFUSE_VALUE(+)
TAPELESS_REFUSE_VALUE(-)
TAPELESS_REFUSE_VALUE(*)
TAPELESS_REFUSE_VALUE(/)
#undef TAPELESS_REFUSE_VALUE
#undef TAPELESS_REFUSE_VALUES
/// \endcond

}  // namespace tapeless
