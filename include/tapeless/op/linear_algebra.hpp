// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of vectors and matrices, transposition, sums. Matrices are row-major.
#include <string_view>
#include <tapeless/op/entry.hpp>
#include <tapeless/op/sum_of.hpp>

namespace tapeless::op {

/// Payload of a product whose operands are read transposed; made by pass/rewrite only.
inline constexpr std::uint64_t left_transposed = 1;
inline constexpr std::uint64_t right_transposed = 2;

// Y = A·B (B a matrix or a column): dA = δ·Bᵀ, dB = Aᵀ·δ; for a column b: dA = δ bᵀ, db = Aᵀδ
template <>
struct entry<operation::matmul> : structured<2> {
  static constexpr std::string_view name = "matmul";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return shapes::product(x[0], x[1]); }
  static constexpr std::size_t cost(extents y, const extents* x) {
    return y.size() * (2 * (x[0].size() / y.rows) - 1);
  }

  template <class, class T, class Site, class Out, class A, class B>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a, B b) {
    constexpr bool ta = Site::payload & left_transposed, tb = Site::payload & right_transposed;
    constexpr std::size_t rows = Site::out.rows, columns = Site::out.columns;
    constexpr std::size_t inner = ta ? Site::template in<0>.rows : Site::template in<0>.columns;
    constexpr auto at = [](std::size_t row_index, std::size_t inner_index) {
      return ta ? inner_index * rows + row_index : row_index * inner + inner_index;
    };
    if constexpr (ta && columns == 1) {  // Aᵀx: one pass over the rows of A
      T y[rows];
      for (std::size_t i = 0; i < rows; ++i) y[i] = a(at(i, 0)) * b(0);
      for (std::size_t k = 1; k < inner; ++k)
        for (std::size_t i = 0; i < rows; ++i) y[i] += a(at(i, k)) * b(k);
      for (std::size_t i = 0; i < rows; ++i) out.put(i, y[i]);
    } else if constexpr (tb || columns == 1) {
      for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j)
          out.put(i * columns + j, sum_of<T, inner>([&](std::size_t inner_index) {
                    return a(at(i, inner_index)) * b(j * inner + inner_index);
                  }));
    } else {
      for (std::size_t i = 0; i < rows; ++i) {
        T y[columns];
        for (std::size_t j = 0; j < columns; ++j) y[j] = a(at(i, 0)) * b(j);
        for (std::size_t k = 1; k < inner; ++k)
          for (std::size_t j = 0; j < columns; ++j) y[j] += a(at(i, k)) * b(k * columns + j);
        for (std::size_t j = 0; j < columns; ++j) out.put(i * columns + j, y[j]);
      }
    }
  }

  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slot == 1                   ? matmul(transpose(x[0]), delta)
           : x[1].shape().rank == 1 ? outer(delta, x[1])
                                       : matmul(delta, transpose(x[1]));
  }
};

// aᵀb
template <>
struct entry<operation::dot> : structured<2> {
  static constexpr std::string_view name = "dot";
  static constexpr bool multilinear = true;
  static constexpr bool commutative = true;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return 2 * x[0].size() - 1; }
  template <class, class T, class Site, class Out, class A, class B>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a, B b) {
    constexpr std::size_t n = Site::template in<0>.size();
    out.put(0, sum_of<T, n>([&](std::size_t at_index) { return a(at_index) * b(at_index); }));
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return delta * x[1 - slot];
  }
};

// Y = a bᵀ: da = δ·b, db = δᵀ·a
template <>
struct entry<operation::outer> : structured<2> {
  static constexpr std::string_view name = "outer";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return shapes::outer(x[0], x[1]); }
  static constexpr std::size_t cost(extents y, const extents*) { return y.size(); }
  template <class, class T, class Site, class Out, class A, class B>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a, B b) {
    for (std::size_t i = 0; i < Site::out.rows; ++i) {
      const T row = a(i);
      for (std::size_t j = 0; j < Site::out.columns; ++j) out.put(i * Site::out.columns + j, row * b(j));
    }
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slot == 0 ? matmul(delta, x[1]) : matmul(transpose(delta), x[0]);
  }
};

template <>
struct entry<operation::transpose> : structured<1> {
  static constexpr std::string_view name = "transpose";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return shapes::transposed(x[0]); }
  template <class, class, class Site, class Out, class A>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a) {
    for (std::size_t i = 0; i < Site::out.rows; ++i)
      for (std::size_t j = 0; j < Site::out.columns; ++j)
        out.put(i * Site::out.columns + j, a(j * Site::out.rows + i));
  }
  // the transpose of a vector is a row; its adjoint goes back as a column
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return x[0].shape().rank == 1 ? matmul(transpose(delta), delta.filled({1, 1, 1}, 1.0)) : transpose(delta);
  }
};

// Σ of all elements; every element receives δ
template <>
struct entry<operation::sum> : structured<1> {
  static constexpr std::string_view name = "sum";
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return x[0].size() - 1; }
  template <class, class T, class Site, class Out, class A>
  [[gnu::always_inline]] static constexpr void value(Site, Out out, A a) {
    out.put(0, sum_of<T, Site::template in<0>.size()>(a));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return broadcast(delta, x[0].shape());
  }
};

}  // namespace tapeless::op
