// SPDX-License-Identifier: BSL-1.0
#pragma once
// Jacobians, Hessians, directional derivatives and linearisations, all made of reverse sweeps: expressions like any other.
#include <array>
#include <cstddef>
#include <tapeless/diff/derivative.hpp>
#include <tapeless/diff/elements.hpp>
#include <tapeless/diff/substitute.hpp>
#include <tapeless/expr/linear_algebra.hpp>
#include <tapeless/expr/structure.hpp>

namespace tapeless {

namespace requires_that {
template <class X, class Direction>
inline constexpr bool direction_has_the_shape = false;
template <class X>
inline constexpr bool direction_has_the_shape<x_is<X>, X> = true;
}  // namespace requires_that

namespace diff {

/// Stand-ins while a derivative is taken: for a direction, so that what it depends on is held, and for what y is paired with.
template <class Shape>
inline constexpr auto direction = input<"(direction)", Shape>;
template <class Shape>
inline constexpr auto covector = input<"(covector)", Shape>;

template <class S, id A, class T, id B>
constexpr auto inner_product(expr<S, A> a, expr<T, B> b) {
  return sum(hadamard(a, b));
}

template <class T, class U>
constexpr bool require_direction() {
  constexpr bool fits = std::is_same_v<T, U>;
  static_assert(fits || requires_that::direction_has_the_shape<x_is<here::of<T>>, here::of<U>>,
                "tapeless: a direction or point requires the shape of x; give it that shape");
  return fits;
}

/// A derivative by x that is zero where E does not contain x, also when x is no variable.
template <class S, id E, class T, id X>
constexpr auto derivative_or_zero(expr<S, E> root, expr<T, X> x) {
  if constexpr (contains<E, X>()) return derivative(root, x);
  else return make_constant<0, T>();
}

}  // namespace diff

/// The derivative of y by x along u, held fixed: Σ ∂y/∂xⱼ uⱼ, of the shape of y. u has the shape of x, or it is an
/// error. Of a scalar it is gradient · u. Of anything else it is the derivative by w of (∂(w·y)/∂x) · u: reverse twice.
template <class S, id Y, class T, id X, class U, id D>
constexpr auto directional(expr<S, Y> y, expr<T, X> x, expr<U, D> u) {
  static_cast<void>(require_node<Y, T, X>());
  if constexpr (!diff::require_direction<T, U>()) {
    return y;
  } else if constexpr (S::rank == 0) {
    return diff::inner_product(diff::derivative_or_zero(y, x), u);
  } else {
    constexpr auto w = diff::covector<S>;
    constexpr auto pulled = diff::derivative_or_zero(diff::inner_product(w, y), x);
    return diff::derivative_or_zero(diff::inner_product(pulled, u), w);
  }
}

/// The Hessian of E by x times u, without the Hessian: the gradient of gradient · u. Of the shape of x and of u.
/// E is a scalar; u is held.
template <class S, id E, class T, id X, class U, id D>
constexpr auto hessian_vector(expr<S, E> root, expr<T, X> x, expr<U, D> u) {
  if constexpr (!diff::require_direction<T, U>()) {
    return x;
  } else {
    constexpr auto w = diff::direction<T>;
    constexpr auto slope = diff::inner_product(derivative(root, x), w);
    return diff::substitute(diff::derivative_or_zero(slope, x), w, u);
  }
}

/// f(a) + ∇f(a)·(x - a): the affine function of x that touches f at a, where a is an expression of the shape of x.
/// f may have any shape, and the result has it.
template <class S, id F, class T, id X, class U, id A>
constexpr auto linearize(expr<S, F> f, expr<T, X> x, expr<U, A> a) {
  if constexpr (!diff::require_direction<T, U>()) {
    return f;
  } else {
    constexpr auto w = diff::direction<T>;
    constexpr auto change = diff::substitute(directional(f, x, w), x, a);
    return diff::substitute(f, x, a) + diff::substitute(change, w, x - a);
  }
}

/// Where an entry of a derivative_matrix is.
struct entry_position {
  std::size_t row = 0;     ///< from 0
  std::size_t column = 0;  ///< from 0
  /// The same entry?
  bool operator==(const entry_position&) const = default;
};

namespace diff {

inline constexpr id zero_id = node::identify(operation::constant, {}, node::payload_of(0.0), 0, 0, 0);

/// The entries of ∂y/∂x for a scalar y, from number Begin on: scalars, zeros where they are so by structure.
template <id Y, id X, std::size_t Begin, std::size_t End>
struct entry_sweep : pass_result_of<Y, capacity(graph::lowered<Y>, (End + 4) * 4 * graph::lowered<Y>.size), End - Begin> {
  consteval entry_sweep() {
    constexpr const auto& g = graph::lowered<Y>;
    constexpr node::id asked[] = {X};
    reverse_sweep sweep(this->nodes(), g, graph::fan_out_of<g>, g.output[0], asked);
    const int gradient = sweep.adjoint_of(this->find(X));
    element_table<typename entry_sweep::builder_type> elements{this->nodes()};
    elements.follow(0);
    for (std::size_t j = Begin; j < End; ++j) this->output[j - Begin] = elements.of(gradient, j);
  }
};
template <id Y, id X, std::size_t Begin, std::size_t End>
inline constexpr auto entries_swept = graph::result_of<entry_sweep<Y, X, Begin, End>>();
template <id Y, id X, std::size_t Begin, std::size_t End>
inline constexpr auto entry_graph = graph::trim<entries_swept<Y, X, Begin, End>>();

template <id Y, id X, std::size_t Begin, std::size_t End, std::size_t... J>
constexpr auto raise_entries(std::index_sequence<J...>) {
  if constexpr (contains<Y, X>())
    return std::array<id, sizeof...(J)>{decltype(graph::raise<entry_graph<Y, X, Begin, End>, J>())::self...};
  else
    return std::array<id, sizeof...(J)>{(static_cast<void>(J), make_constant<0, scalar>().self)...};
}
/// Their identities.
template <id Y, id X, std::size_t Begin, std::size_t End>
inline constexpr auto entries = raise_entries<Y, X, Begin, End>(std::make_index_sequence<End - Begin>{});

/// A matrix of scalar expressions, known by their identities, row by row.
template <std::size_t Rows, std::size_t Columns>
struct entry_matrix {
  id at[Rows * Columns]{};
  constexpr std::size_t count() const {
    std::size_t n = 0;
    for (const id e : at) n += e != zero_id;
    return n;
  }
};

template <const auto& Matrix, std::size_t Begin, std::size_t End>
constexpr auto gathered() {
  if constexpr (End - Begin == 1) return expr<scalar, Matrix.at[Begin]>{};
  else return concat(gathered<Matrix, Begin, (Begin + End) / 2>(), gathered<Matrix, (Begin + End) / 2, End>());
}
/// The entries in a tensor of as many elements.
template <class Shape, const auto& Matrix>
constexpr auto gather() {
  constexpr auto all = gathered<Matrix, 0, Shape::size>();
  if constexpr (Shape::size == 1) return broadcast<Shape>(all);
  else return reshape<Shape>(all);
}

/// The entries that are not zero, as one row; one zero if there is none.
template <const auto& Matrix>
inline constexpr auto nonzero_row = [] {
  entry_matrix<1, Matrix.count() == 0 ? 1 : Matrix.count()> row;
  row.at[0] = zero_id;
  std::size_t n = 0;
  for (const id e : Matrix.at)
    if (e != zero_id) row.at[n++] = e;
  return row;
}();

}  // namespace diff

/// A dense matrix of derivatives, an expression, which knows which of its entries are not zero by structure.
template <std::size_t Rows, std::size_t Columns, const diff::entry_matrix<Rows, Columns>& Matrix>
struct derivative_matrix : decltype(diff::gather<mat<Rows, Columns>, Matrix>()) {
  /// The positions of the entries that are not zero by structure, row by row.
  static constexpr auto nonzeros() {
    std::array<entry_position, Matrix.count()> where{};
    std::size_t n = 0;
    for (std::size_t k = 0; k < Rows * Columns; ++k)
      if (Matrix.at[k] != diff::zero_id) where[n++] = {k / Columns, k % Columns};
    return where;
  }
  /// Those entries, in that order: a vector (of one zero if there is none). No code is made for the others.
  static constexpr auto nonzero_values() {
    return diff::gather<vec<Matrix.count() == 0 ? 1 : Matrix.count()>, diff::nonzero_row<Matrix>>();
  }
  /// One entry: a scalar expression, the constant 0 where it is zero by structure.
  template <std::size_t I, std::size_t J>
  static constexpr auto entry() {
    static_assert(I < Rows && J < Columns, "tapeless: entry<I, J>() requires I and J inside the matrix");
    return expr<scalar, Matrix.at[(I < Rows ? I : 0) * Columns + (J < Columns ? J : 0)]>{};
  }
};

namespace diff {

template <class Shape, id Y, std::size_t I>
constexpr auto element_of() {
  if constexpr (Shape::rank == 0) return expr<Shape, Y>{};
  else return combine<operation::element, Y, 0, 0, I>();
}

template <class S, id Y, class T, id X, std::size_t... I>
constexpr auto jacobian_entries(std::index_sequence<I...>) {
  entry_matrix<S::size, T::size> m;
  const std::array<id, T::size> rows[] = {entries<decltype(element_of<S, Y, I>())::self, X, 0, T::size>...};
  for (std::size_t k = 0; k < S::size * T::size; ++k) m.at[k] = rows[k / T::size][k % T::size];
  return m;
}
template <class S, id Y, class T, id X>
inline constexpr auto jacobian_of = jacobian_entries<S, Y, T, X>(std::make_index_sequence<S::size>{});

/// Row i from its diagonal on; what is below is what is above.
template <id E, class T, id X, std::size_t... I>
constexpr auto hessian_entries(std::index_sequence<I...>) {
  constexpr std::size_t n = T::size;
  constexpr const auto& gradient = entries<E, X, 0, n>;
  entry_matrix<n, n> m;
  const auto fill = [&](std::size_t at_row, const auto& from_diagonal) {
    for (std::size_t at_column = at_row; at_column < n; ++at_column)
      m.at[at_row * n + at_column] = m.at[at_column * n + at_row] = from_diagonal[at_column - at_row];
  };
  (fill(I, entries<gradient[I], X, I, n>), ...);
  return m;
}
template <id E, class T, id X>
inline constexpr auto hessian_of = hessian_entries<E, T, X>(std::make_index_sequence<T::size>{});

}  // namespace diff

/// The Jacobian ∂yᵢ/∂xⱼ: mat<size(y), size(x)>, matrices flattened row by row, a scalar being one element. An expression;
/// derivative_matrix::nonzeros and nonzero_values tell what is not zero by structure. One reverse sweep for each
/// element of y. Zero by a variable that y does not contain; by another node that it does not contain an error.
template <class S, id Y, class T, id X>
constexpr auto jacobian(expr<S, Y>, expr<T, X>) {
  static_cast<void>(require_node<Y, T, X>());
  return derivative_matrix<S::size, T::size, diff::jacobian_of<S, Y, T, X>>{};
}

/// The Hessian ∂²E/∂xᵢ∂xⱼ of a scalar: mat<size(x), size(x)>, a derivative_matrix; each pair of symmetric entries is
/// one node.
template <class S, id E, class T, id X>
constexpr auto hessian(expr<S, E>, expr<T, X>) {
  require_scalar_root<S>();
  static_cast<void>(require_node<E, T, X>());
  if constexpr (S::rank != 0) return make_constant<0, mat<T::size, T::size>>();
  else return derivative_matrix<T::size, T::size, diff::hessian_of<E, T, X>>{};
}

}  // namespace tapeless
