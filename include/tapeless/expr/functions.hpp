// SPDX-License-Identifier: BSL-1.0
#pragma once
// Functions on expressions: sugar over op/. Element-wise functions keep the shape of their operand.
#include <concepts>
#include <tapeless/expr/operators.hpp>

namespace tapeless {

/// a²
template <class S, id A>
constexpr auto square(expr<S, A>) {
  return combine<operation::square, A>();
}
/// √a for a ≥ 0, NaN below. The derivative at 0 is +inf.
template <class S, id A>
constexpr auto sqrt(expr<S, A>) {
  return combine<operation::sqrt, A>();
}
/// eᵃ
template <class S, id A>
constexpr auto exp(expr<S, A>) {
  return combine<operation::exp, A>();
}
/// Natural logarithm; -inf at 0, NaN below.
template <class S, id A>
constexpr auto log(expr<S, A>) {
  return combine<operation::log, A>();
}
/// Sine of an angle in radians.
template <class S, id A>
constexpr auto sin(expr<S, A>) {
  return combine<operation::sin, A>();
}
/// Cosine of an angle in radians.
template <class S, id A>
constexpr auto cos(expr<S, A>) {
  return combine<operation::cos, A>();
}
/// Hyperbolic tangent, in [-1, 1].
template <class S, id A>
constexpr auto tanh(expr<S, A>) {
  return combine<operation::tanh, A>();
}
/// Logistic function 1/(1 + e⁻ᵃ), in [0, 1].
template <class S, id A>
constexpr auto sigmoid(expr<S, A>) {
  return combine<operation::sigmoid, A>();
}
/// max(a, 0). The derivative at 0 is 0.
template <class S, id A>
constexpr auto relu(expr<S, A>) {
  return combine<operation::relu, A>();
}
/// log(1 + eᵃ), without overflow.
template <class S, id A>
constexpr auto softplus(expr<S, A>) {
  return combine<operation::softplus, A>();
}

/// Element-wise product of two operands of one shape (or a scalar and anything).
template <class S, id A, class T, id B>
constexpr auto hadamard(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::multiply>(a, b);
}

/// a > b: 1 or 0, element-wise. Not differentiated: its derivative is 0.
template <class S, id A, class T, id B>
constexpr auto gt(expr<S, A> a, expr<T, B> b) {
  return combine_elementwise<operation::greater>(a, b);
}

/// a where the condition is not 0, else b; element-wise, scalars go with anything.
template <class U, id C, class S, id A, class T, id B>
constexpr auto select(expr<U, C>, expr<S, A>, expr<T, B>) {
  constexpr extents ab = shapes::elementwise(extents_of<S>, extents_of<T>);
  if constexpr (shapes::conform(extents_of<S>, extents_of<T>) && shapes::conform(extents_of<U>, ab)) {
    return combine<operation::select, C, A, B>();
  } else {
    if constexpr (shapes::conform(extents_of<S>, extents_of<T>))
      static_assert(requires_that::shapes_are_equal<a_is<here::of<U>>, b_is<here::of<shape_of<ab.code()>>>>,
                    "tapeless: select(c, a, b) requires a condition of the shape of a and b, or a scalar; compare operands of "
                    "that shape");
    else
      static_assert(requires_that::shapes_are_equal<a_is<here::of<S>>, b_is<here::of<T>>>,
                    "tapeless: select(c, a, b) requires a and b of one shape, or a scalar; give both the same shape");
    return stand_in<shape_of<ab.code()>, decltype(stand_in<scalar, A, B>())::self, C>();
  }
}

/// Scalar product aᵀb of two vectors of one size.
template <class S, id A, class T, id B>
constexpr auto dot(expr<S, A>, expr<T, B>) {
  if constexpr (S::rank == 1 && std::same_as<S, T>) {
    return combine<operation::dot, A, B>();
  } else {
    static_assert(requires_that::vectors_of_equal_size<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: dot(a, b) requires two vectors of one size; for matrices take sum(hadamard(A, B))");
    return stand_in<scalar, A, B>();
  }
}

/// Outer product a bᵀ of two vectors: mat<size(a), size(b)>.
template <class S, id A, class T, id B>
constexpr auto outer(expr<S, A>, expr<T, B>) {
  if constexpr (S::rank == 1 && T::rank == 1) {
    return combine<operation::outer, A, B>();
  } else {
    static_assert(requires_that::both_are_vectors<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: outer(a, b) requires two vectors; for scalars and matrices write a * b");
    return stand_in<mat<extents_of<S>.rows, extents_of<T>.rows>, A, B>();
  }
}

/// Matrix product by name: A * B.
template <class S, id A, class T, id B>
constexpr auto matmul(expr<S, A> a, expr<T, B> b) {
  return a * b;
}

/// Aᵀ. A vector is a column: its transpose is mat<1, N>.
template <class S, id A>
constexpr auto transpose(expr<S, A> a) {
  if constexpr (S::rank == 0) return a;
  else return combine<operation::transpose, A>();
}

/// Sum of all elements: a scalar.
template <class S, id A>
constexpr auto sum(expr<S, A> a) {
  if constexpr (S::rank == 0) return a;
  else return combine<operation::sum, A>();
}

/// Mean of all elements: sum(a) / size(a).
template <class S, id A>
constexpr auto mean(expr<S, A> a) {
  return sum(a) / constant<S::size>;
}

/// A scalar in every element of Shape.
template <class Shape, id A>
constexpr auto broadcast(expr<scalar, A>) {
  return combine<operation::broadcast, A, 0, 0, 0, extents_of<Shape>.code()>();
}

/// log Σ exp(zᵢ) over all elements, shifted by the largest: finite wherever the result is.
template <class S, id A>
constexpr auto logsumexp(expr<S, A> z) {
  if constexpr (S::rank == 0) return z;
  else return combine<operation::logsumexp, A>();
}

/// exp(zᵢ) / Σ exp(zₖ) of a vector.
template <class S, id A>
constexpr auto softmax(expr<S, A> z) {
  if constexpr (S::rank == 1) {
    return combine<operation::softmax, A>();
  } else {
    static_assert(requires_that::is_a_vector<x_is<here::of<S>>>,
                  "tapeless: softmax(z) requires a vector; take the rows or columns of a matrix one by one");
    return z;
  }
}

/// log softmax(z)ᵢ of a vector, finite wherever the result is.
template <class S, id A>
constexpr auto log_softmax(expr<S, A> z) {
  if constexpr (S::rank == 1) {
    return combine<operation::log_softmax, A>();
  } else {
    static_assert(requires_that::never<x_is<here::of<S>>>, "tapeless: log_softmax(z) requires a vector; take the rows or columns of a matrix one by one");
    return z;
  }
}

/// -Σ tᵢ log softmax(z)ᵢ of logits z and target probabilities t (one-hot, say), from the logits, so that nothing
/// overflows (Bishop, eq. 4.108). Both are vectors of one size.
template <class S, id Z, class T, id Target>
constexpr auto cross_entropy(expr<S, Z>, expr<T, Target>) {
  if constexpr (S::rank == 1 && std::same_as<S, T>) {
    return combine<operation::cross_entropy, Z, Target>();
  } else {
    static_assert(requires_that::vectors_of_equal_size<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: cross_entropy(logits, onehot) requires two vectors of one size; give the target one element "
                  "for each logit");
    return stand_in<scalar, Z, Target>();
  }
}

}  // namespace tapeless
