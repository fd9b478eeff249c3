// SPDX-License-Identifier: BSL-1.0
#pragma once
// Parts of vectors and matrices, put together and taken apart at compile time; and loops that the compiler unrolls.
#include <tapeless/expr/operators.hpp>

namespace tapeless {

/// \cond internal
template <class Shape>
constexpr bool require_shape() {
  static_assert(requires_that::is_a_shape<Shape>,
                "tapeless: broadcast<Shape>(a) and reshape<Shape>(a) require a shape: scalar, vec<N> or mat<R, C>");
  return requires_that::is_a_shape<Shape>;
}
/// \endcond

/// A scalar in every element of Shape: broadcast<vec<3>>(a). A vector in every row of a matrix with as many columns: what
/// adds a bias to a batch. Σ over the elements, or the rows, goes back.
template <class Shape, class S, id A>
constexpr auto broadcast(expr<S, A> a) {
  if constexpr (!require_shape<Shape>()) {
    return a;
  } else if constexpr (S::rank == 0) {
    return combine<operation::broadcast, A, 0, 0, 0, extents_of<Shape>.code()>();
  } else if constexpr (S::rank == 1 && Shape::rank == 2 && extents_of<Shape>.columns == S::size) {
    using ones = decltype(combine<operation::broadcast, decltype(constant<1>)::self, 0, 0, 0, extents_of<vec<extents_of<Shape>.rows>>.code()>());
    return combine<operation::outer, ones::self, A>();
  } else {
    static_assert(requires_that::never<x_is<here::of<S>>, here::of<Shape>>,
                  "tapeless: broadcast<Shape>(a) requires a scalar a, or a vector a and a matrix with as many columns as a has elements");
    return combine<operation::broadcast, decltype(combine<operation::sum, A>())::self, 0, 0, 0, extents_of<Shape>.code()>();
  }
}

/// The same elements, row by row, in another shape of as many.
template <class Shape, class S, id A>
constexpr auto reshape(expr<S, A> a) {
  if constexpr (!require_shape<Shape>() || std::is_same_v<Shape, S>) {
    return a;
  } else if constexpr (Shape::size == S::size) {
    return combine<operation::reshape, A, 0, 0, 0, extents_of<Shape>.code()>();
  } else {
    static_assert(requires_that::sizes_are_equal<a_is<here::of<S>>, here::of<Shape>>,
                  "tapeless: reshape<Shape>(a) requires a shape of as many elements as a has; change the shape");
    return combine<operation::broadcast, decltype(combine<operation::sum, A>())::self, 0, 0, 0, extents_of<Shape>.code()>();
  }
}

/// Elements Begin … Begin + Length - 1 of a vector.
template <std::size_t Begin, std::size_t Length, class S, id A>
constexpr auto segment(expr<S, A> a) {
  if constexpr (S::rank == 1 && Length > 0 && Begin + Length <= S::size) {
    if constexpr (Length == S::size) return a;
    else return combine<operation::slice, A, 0, 0, Begin, extents_of<vec<Length>>.code()>();
  } else {
    static_assert(requires_that::segment_is_inside<Begin, Length, a_is<here::of<S>>>,
                  "tapeless: segment<Begin, Length>(a) requires a vector and Begin + Length <= its size, Length at least 1");
    return stand_in<vec<Length == 0 ? 1 : Length>, A, A>();
  }
}

/// Row I of a matrix, from 0: a vector.
template <std::size_t I, class S, id A>
constexpr auto row(expr<S, A>) {
  if constexpr (S::rank == 2 && I < extents_of<S>.rows) {
    return combine<operation::slice, A, 0, 0, I * extents_of<S>.columns, extents_of<vec<extents_of<S>.columns>>.code()>();
  } else {
    static_assert(requires_that::row_is_inside<I, a_is<here::of<S>>>,
                  "tapeless: row<I>(A) requires a matrix and I < its rows; rows are counted from 0");
    return stand_in<vec<extents_of<S>.columns>, A, A>();
  }
}

/// The same by a constant index: row(A, 1_c), or row(A, k) where `unroll` counts.
template <class S, id A, class Index>
constexpr auto row(expr<S, A> a, Index) {
  if constexpr (std::is_arithmetic_v<Index>) {
    static_assert(requires_that::is_a_constant<Index>,
                  "tapeless: row(A, i) requires an index known at compile time; write row(A, 2_c), and count with unroll");
    return a;
  } else {
    return row<constant_index<Index>()>(a);
  }
}

/// The elements of two or more vectors and scalars, one after the other: a vector. A matrix is an error: reshape it.
template <class S, id A, class T, id B, class... More>
constexpr auto concat(expr<S, A>, expr<T, B>, More... more) {
  if constexpr (S::rank > 1 || T::rank > 1) {
    static_assert(requires_that::are_vectors_or_scalars<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: concat(a, b...) requires vectors and scalars; reshape a matrix into a vector first");
    return stand_in<vec<S::size + T::size>, A, B>();
  } else if constexpr (sizeof...(More) == 0) {
    return combine<operation::concat, A, B>();
  } else {
    return concat(combine<operation::concat, A, B>(), more...);
  }
}

/// The number of a step of `unroll`: a constant expression, which is also an index x[k], and `k.value` for templates.
template <std::size_t K>
struct step_index : decltype(make_constant<static_cast<long long>(K)>()) {
  static constexpr std::size_t value = K;  ///< the number, from 0
};

/// \cond internal
template <std::size_t Begin, std::size_t End, class State, class F>
constexpr auto unroll_between(State state, F f) {
  if constexpr (Begin == End) return state;
  else if constexpr (End - Begin == 1) return f(state, step_index<Begin>{});
  else return unroll_between<(Begin + End) / 2, End>(unroll_between<Begin, (Begin + End) / 2>(state, f), f);
}
/// \endcond

/// f(… f(f(state, 0), 1) …, N - 1), unrolled by the compiler; k of f(state, k) is a step_index. The state is any
/// literal type: an expression, a pair, a hana::tuple or struct of expressions; it may change its type from step to
/// step.
template <std::size_t N, class State, class F>
constexpr auto unroll(State state, F f) {
  return unroll_between<0, N>(state, f);
}

}  // namespace tapeless
