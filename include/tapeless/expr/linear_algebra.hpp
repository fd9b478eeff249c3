// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of vectors and matrices, transposition, and reductions to one number.
#include <concepts>
#include <tapeless/expr/elementwise.hpp>

namespace tapeless {

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
TAPELESS_REFUSE_OTHER_OPERANDS(dot)

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
TAPELESS_REFUSE_OTHER_OPERANDS(outer)

/// The product of linear algebra by name: what a * b is, with its errors.
template <class S, id A, class T, id B>
constexpr auto matmul(expr<S, A> a, expr<T, B> b) {
  return a * b;
}
TAPELESS_REFUSE_OTHER_OPERANDS(matmul)

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

/// Mean of all elements: sum(a) / size(a), a scalar.
template <class S, id A>
constexpr auto mean(expr<S, A> a) {
  return sum(a) / constant<S::size>;
}

/// Sum of the squares of all elements: a scalar, sum(square(a)).
template <class S, id A>
constexpr auto squared_norm(expr<S, A> a) {
  return sum(square(a));
}

/// √Σaᵢ² of all elements, without overflow: a scalar. Gradient 0 at the origin.
template <class S, id A>
constexpr auto norm(expr<S, A> a) {
  if constexpr (S::rank == 0) return abs(a);
  else return combine<operation::norm, A>();
}

/// The largest of all elements: a scalar. Ties share the adjoint evenly.
template <class S, id A>
constexpr auto max_element(expr<S, A> a) {
  if constexpr (S::rank == 0) return a;
  else return combine<operation::max_element, A>();
}

/// log Σ exp(zᵢ) over all elements, a scalar. Shifted by the largest: finite wherever the result is.
template <class S, id A>
constexpr auto logsumexp(expr<S, A> z) {
  if constexpr (S::rank == 0) return z;
  else return combine<operation::logsumexp, A>();
}

/// exp(zᵢ) / Σ exp(zₖ) of a vector, or of each row of a matrix, in the same shape (Bishop, eq. 4.62, 4.106). A scalar
/// is an error.
template <class S, id A>
constexpr auto softmax(expr<S, A> z) {
  if constexpr (S::rank > 0) {
    return combine<operation::softmax, A>();
  } else {
    static_assert(requires_that::is_a_vector<x_is<here::of<S>>>,
                  "tapeless: softmax(z) requires a vector, or a matrix with a vector in each row; put the scalars together with concat");
    return z;
  }
}

/// log softmax(z)ᵢ of a vector, or of each row of a matrix, in the same shape; finite wherever the result is. A scalar
/// is an error.
template <class S, id A>
constexpr auto log_softmax(expr<S, A> z) {
  if constexpr (S::rank > 0) {
    return combine<operation::log_softmax, A>();
  } else {
    static_assert(requires_that::never<x_is<here::of<S>>>,
                  "tapeless: log_softmax(z) requires a vector, or a matrix with a vector in each row; put the scalars together with concat");
    return z;
  }
}

/// -Σ tᵢ log softmax(z)ᵢ of logits z and target probabilities t (one-hot, say), from the logits, so that nothing
/// overflows (Bishop, eq. 4.108, 4.109): a scalar. Both are vectors of one size, or matrices with one sample in each
/// row, of which it is the sum.
template <class S, id Z, class T, id Target>
constexpr auto cross_entropy(expr<S, Z>, expr<T, Target>) {
  if constexpr (S::rank > 0 && std::same_as<S, T>) {
    return combine<operation::cross_entropy, Z, Target>();
  } else {
    static_assert(requires_that::vectors_of_equal_size<a_is<here::of<S>>, b_is<here::of<T>>>,
                  "tapeless: cross_entropy(logits, onehot) requires two vectors of one size, or two matrices of one shape; give the "
                  "target one element for each logit");
    return stand_in<scalar, Z, Target>();
  }
}
TAPELESS_REFUSE_OTHER_OPERANDS(cross_entropy)

}  // namespace tapeless
