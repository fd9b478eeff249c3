// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of vectors and matrices, transposition, sums. Matrices are row-major.
#include <string_view>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/entry.hpp>
#include <tapeless/op/matrices.hpp>
#include <tapeless/op/rows.hpp>

namespace tapeless::op {

/// Payload of a product one of whose operands is read transposed; made by pass/rewrite only.
inline constexpr std::uint64_t left_transposed = 1;
inline constexpr std::uint64_t right_transposed = 2;

// Y = A·B (B a matrix or a column): dA = δ·Bᵀ, dB = Aᵀ·δ; for a column b: dA = δ bᵀ, db = Aᵀδ, of which a δ of one element, in place i,
// takes row i alone
template <>
struct entry<operation::matmul> : structured<2> {
  static constexpr std::string_view name = "matmul";
  static constexpr unsigned reads_lanes = 0b10;
  static constexpr bool writes_lanes = true;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return shapes::product(x[0], x[1]); }
  static constexpr std::size_t cost(extents y, const extents* x) {
    return y.size() * (2 * (x[0].size() / y.rows) - 1);
  }

  template <class Math, class T, class Site, class Out, class A, class B>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a, B b) {
    constexpr bool ta = Site::payload & left_transposed, tb = Site::payload & right_transposed;
    constexpr std::size_t rows = Site::out.rows, columns = Site::out.columns;
    constexpr std::size_t inner = ta ? Site::template in<0>.rows : Site::template in<0>.columns;
    static_assert(!(ta && tb), "tapeless: pass/rewrite leaves one operand of a product as it is");
    if constexpr (columns > 1 && multiplies_by_itself<Math, T, rows, columns, inner, Out, A, B>)
      if (!std::is_constant_evaluated()) {
        Math::template multiply<Out::adds, ta, tb, rows, columns, inner>(out.in_one_piece(), a.in_one_piece(), b.in_one_piece());
        return;
      }
    if constexpr (ta && columns == 1) {  // Aᵀx: a sum of the rows of A
      sum_of_rows<Math, T, rows, inner>(out, b, a, rows);
    } else if constexpr (columns == 1) {
      product_of_rows<Math, T, rows, inner>(out, a, b);
    } else if constexpr (tb) {  // a row of the result is B times a row of A
      for (std::size_t i = 0; i < rows; ++i) {
        std::size_t begin = 0;
        if (!std::is_constant_evaluated()) begin = meta::opaque(0);  // or Clang would copy all of B to the stack first
        product_of_rows<Math, T, columns, inner>(shifted<Out>{out, i * columns}, shifted_reader<B>{b, begin}, shifted_reader<A>{a, i * inner});
      }
    } else {
      product_of_matrices<Math, T, rows, columns, inner, (ta ? 1 : inner), (ta ? rows : 1)>(out, a, b);
    }
  }

  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    if (x[1].shape().rank == 1 && delta.is_part() && delta.operand(0).shape().is_scalar()) {
      const extents row = x[1].shape();
      const std::uint64_t begin = delta.payload() * row.rows;
      return slot == 1 ? delta.operand(0) * slice(x[0], row, begin) : embed(delta.operand(0) * x[1], x[0].shape(), begin);
    }
    return slot == 1                   ? matmul(transpose(x[0]), delta)
           : x[1].shape().rank == 1 ? outer(delta, x[1])
                                       : matmul(delta, transpose(x[1]));
  }
};

// aᵀb
template <>
struct entry<operation::dot> : structured<2> {
  static constexpr std::string_view name = "dot";
  static constexpr unsigned reads_lanes = 0b11;
  static constexpr unsigned reads_once = 0b11;
  static constexpr bool multilinear = true;
  static constexpr bool commutative = true;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return 2 * x[0].size() - 1; }
  template <class Math, class T, class Site, class Out, class A, class B>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a, B b) {
    out.put(0, sum_of_products<Math, T, Site::template in<0>.size()>(a, b));
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
  static constexpr unsigned reads_lanes = 0b10;
  static constexpr bool computes_elements = true;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return shapes::outer(x[0], x[1]); }
  static constexpr std::size_t cost(extents y, const extents*) { return y.size(); }
  template <class Math, class T, class Site, class Out, class A, class B>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a, B b) {
    constexpr std::size_t columns = Site::out.columns;
    for (std::size_t i = 0; i < Site::out.rows; ++i) {
      const T row = a(i);
      for_each_of<Math, T, columns>(shifted<Out>{out, i * columns},
                                    [&](auto at_index) TAPELESS_INLINE_LAMBDA { return evaluated<Math, T>(row * b(at_index)); });
    }
  }
  template <class Math, class T, class Site, class Index, class A, class B>
  TAPELESS_INLINE static constexpr auto element(Site, Index i, A a, B b) {
    const std::size_t at_row = row_of(i, Site::out.columns);
    const auto at_index = among_all(i);
    return evaluated<Math, T>(T(a(at_row)) * b(moved(at_index, first_of(at_index) - at_row * Site::out.columns)));
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return slot == 0 ? matmul(delta, x[1]) : matmul(transpose(delta), x[0]);
  }
};

template <>
struct entry<operation::transpose> : structured<1> {
  static constexpr std::string_view name = "transpose";
  static constexpr unsigned reads_once = 0b1;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents* x) { return shapes::transposed(x[0]); }
  template <class Math, class T, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    transposed<Math, T, Site::out.rows, Site::out.columns>(out, a);
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
  static constexpr unsigned reads_lanes = 0b1;
  static constexpr unsigned reads_once = 0b1;
  static constexpr bool multilinear = true;
  static constexpr extents shape(extents, const extents*) { return {}; }
  static constexpr std::size_t cost(extents, const extents* x) { return x[0].size() - 1; }
  template <class Math, class T, class Site, class Out, class A>
  TAPELESS_INLINE static constexpr void value(Site, Out out, A a) {
    out.put(0, sum_of<Math, T, Site::template in<0>.size()>(a));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return broadcast(delta, x[0].shape());
  }
};

}  // namespace tapeless::op
