// SPDX-License-Identifier: BSL-1.0
#pragma once
// + - * / on expressions. `*` is scaling, matrix–vector and matrix–matrix; a scalar combines with anything.
// After a failed requirement an operator still returns an expression of the expected shape: one mistake, one error.
#include <concepts>
#include <tapeless/expr/leaf.hpp>

namespace tapeless {

template <operation O, class S, id A, class T, id B>
constexpr auto combine_elementwise(expr<S, A>, expr<T, B>) {
  if constexpr (shapes::conform(extents_of<S>, extents_of<T>)) {
    return combine<O, A, B>();
  } else {
    static_assert(requires_that::shapes_are_equal<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: element-wise operations require operands of one shape, or a scalar; give both the same shape");
    return expr<S, A>{};
  }
}

template <class S, id A, class T, id B>
constexpr auto operator+(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::add>(a, b);
}
template <class S, id A, class T, id B>
constexpr auto operator-(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::subtract>(a, b);
}
template <class S, id A, class T, id B>
constexpr auto operator/(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::divide>(a, b);
}
template <class S, id A>
constexpr auto operator-(expr<S, A>) {
  return combine<operation::negate, A>();
}
template <class S, id A>
constexpr auto operator+(expr<S, A> a) {
  return a;
}

/// The product of linear algebra. Scalar·anything scales; mat·vec and mat·mat need columns(left) == rows(right).
template <class S, id A, class T, id B>
constexpr auto operator*(expr<S, A> a, expr<T, B>) {
  if constexpr (S::rank == 0 || T::rank == 0) {
    return combine<operation::multiply, A, B>();
  } else if constexpr (S::rank == 1 && T::rank == 1) {
    static_assert(!requires_that::both_are_vectors<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: a * b of two vectors is ambiguous; write hadamard(a, b), dot(a, b) or outer(a, b)");
    return a;
  } else if constexpr (S::rank == 1) {
    static_assert(requires_that::left_is_a_matrix<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: a * B of a vector and a matrix is not defined; write transpose(B) * a or outer(a, b)");
    return a;
  } else if constexpr (shapes::multiplies(extents_of<S>, extents_of<T>)) {
    return combine<operation::matmul, A, B>();
  } else {
    if constexpr (T::rank == 1)
      static_assert(requires_that::columns_equal_size<W_is<here::of<S>>, x_is<here::of<T>>>,
                    "tapeless: W * x requires columns(W) == size(x)");
    else
      static_assert(requires_that::columns_equal_size<W_is<here::of<S>>, x_is<here::of<T>>>,
                    "tapeless: W * X requires columns(W) == rows(X)");
    return make_constant<0, shape_of<shapes::product(extents_of<S>, extents_of<T>).code()>>();
  }
}

/// Plain numbers are not expressions: each operator says so once and goes on with its other operand.
template <class N>
concept plain_number = std::integral<std::remove_cvref_t<N>> || std::floating_point<std::remove_cvref_t<N>>;

template <class N>
constexpr void refuse_plain_number() {
  static_assert(requires_that::never<N>,
                "tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>, "
                "or make it an input");
}

#define TAPELESS_REFUSE(op)                                  \
  template <plain_number N, class S, id A>                   \
  constexpr auto operator op(N, expr<S, A> a) {              \
    refuse_plain_number<N>();                                \
    return a;                                                \
  }                                                          \
  template <class S, id A, plain_number N>                   \
  constexpr auto operator op(expr<S, A> a, N) {              \
    refuse_plain_number<N>();                                \
    return a;                                                \
  }
TAPELESS_REFUSE(+)
TAPELESS_REFUSE(-)
TAPELESS_REFUSE(*)
TAPELESS_REFUSE(/)
#undef TAPELESS_REFUSE

}  // namespace tapeless
