// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of a matrix in memory with a vector, row by row: the rows of A·x are summed so many at a time, and Aᵀ·d is one
// pass over the rows of A, with the outer product d xᵀ beside it where that is wanted, too.
#include <tapeless/op/sum_of.hpp>

namespace tapeless::op {

/// Is A·x, of so many rows and columns, one piece of code without loops?
constexpr bool unrolls_rows(std::size_t rows, std::size_t columns) { return rows <= 128 && rows * columns <= 4096; }

/// Are the elements of x read one by one? A register that is loaded from where its elements have just been written waits for
/// them to reach memory, which takes as long as a small network.
template <class X, std::size_t Size>
inline constexpr bool reads_numbers = X::in_memory && Size <= 4;

/// out = A·x for an A whose element (i, j) is a(i·Columns + j).
template <class Math, class T, std::size_t Rows, std::size_t Columns, class Out, class A, class X>
[[gnu::always_inline]] constexpr void product_of_rows(Out out, A a, X x) {
  if constexpr (Math::template native_lanes<T> > 0 && Rows > 1 && Columns > 1)
    if (!std::is_constant_evaluated()) {
      constexpr std::size_t width = lanes_for<T, Rows>;
      [[maybe_unused]] T number[4];
      if constexpr (reads_numbers<X, Columns>)
        for (std::size_t j = 0; j < Columns; ++j) number[j] = x.alone(j);
      const auto rows_from = [&](auto r) __attribute__((always_inline)) {
        constexpr std::size_t filled = lanes_of_range<decltype(r)>::filled;
        out.put(r, Math::template sums_of_lanes<T, filled, width>([&](auto k) __attribute__((always_inline)) {
          const std::size_t first = (r.begin + static_cast<std::size_t>(k)) * Columns;
          const auto row = [&](auto j) __attribute__((always_inline)) { return a(j + first); };
          if constexpr (reads_numbers<X, Columns>) return sum_of_few_products<Math, T, Columns>(row, [&](std::size_t j) { return number[j]; });
          else return partial_sums_of_products<Math, T, Columns>(row, x);
        }));
      };
      if constexpr (unrolls_rows(Rows, Columns)) {
        for_each_register<Rows, width>(rows_from);
      } else {
        constexpr std::size_t full = Rows / width * width;
        for (std::size_t i = 0; i < full; i += width) rows_from(lane_range<width, width>{i});
        if constexpr (full < Rows) rows_from(lane_range<width, Rows - full>{full});
      }
      return;
    }
  for (std::size_t i = 0; i < Rows; ++i)
    out.put(i, sum_of_products<Math, T, Columns>([&](auto j) __attribute__((always_inline)) { return a(j + i * Columns); }, x));
}

/// out = A·x + B·y, both with so many rows.
template <class Math, class T, std::size_t Rows, std::size_t ColumnsOfA, std::size_t ColumnsOfB, class Out, class A, class X, class B, class Y>
[[gnu::always_inline]] constexpr void sum_of_two_products_of_rows(Out out, A a, X x, B b, Y y) {
  const auto row_of = [](const auto& matrix, std::size_t first) __attribute__((always_inline)) {
    return [&matrix, first](auto j) __attribute__((always_inline)) { return matrix(j + first); };
  };
  if constexpr (Math::template native_lanes<T> > 0)
    if (!std::is_constant_evaluated()) {
      constexpr std::size_t width = lanes_for<T, Rows>, length = lanes_for<T, (ColumnsOfA < ColumnsOfB ? ColumnsOfB : ColumnsOfA)>;
      for_each_register<Rows, width>([&](auto r) __attribute__((always_inline)) {
        constexpr std::size_t filled = lanes_of_range<decltype(r)>::filled;
        out.put(r, Math::template sums_of_lanes<T, filled, width>([&](auto k) __attribute__((always_inline)) {
          const std::size_t i = r.begin + static_cast<std::size_t>(k);
          auto part = partial_sums_of_products<Math, T, ColumnsOfA, length>(row_of(a, i * ColumnsOfA), x);
          add_partial_sums_of_products<Math, ColumnsOfB, length, 0>(part, row_of(b, i * ColumnsOfB), y);
          return part;
        }));
      });
      return;
    }
  for (std::size_t i = 0; i < Rows; ++i)
    out.put(i, sum_of_two_products<Math, T, ColumnsOfA, ColumnsOfB>(row_of(a, i * ColumnsOfA), x, row_of(b, i * ColumnsOfB), y));
}

/// Where no outer product is wanted.
struct no_outer_product {
  template <class T, class Range>
  [[gnu::always_inline]] constexpr void operator()(std::size_t, const T&, Range) const {}
};

/// out = Σᵢ weight(i)·row i of a matrix of so many rows, `stride` elements apart; the products are fused with the sum where
/// the target can. beside(i, weight(i), r) is called for each register r of each row.
template <class Math, class T, std::size_t Columns, std::size_t Rows, class Out, class Weight, class Matrix, class Beside = no_outer_product>
[[gnu::always_inline]] constexpr void sum_of_rows(Out out, Weight weight, Matrix matrix, std::size_t stride, Beside beside = {}) {
  constexpr std::size_t width = lanes_for<T, Columns>, registers = (Columns + width - 1) / width;
  if constexpr (Math::template native_lanes<T> > 0 && Columns > 1)
    if (!std::is_constant_evaluated()) {
      // most_unrolled sums at a time stay in registers
      constexpr std::size_t block = most_unrolled * width;
      const auto columns_from = [&]<std::size_t Here>(std::size_t begin, std::integral_constant<std::size_t, Here>) __attribute__((always_inline)) {
        using lanes_of_sums = decltype(evaluated<Math, T>(weight(0) * matrix(first_register<Here, width>)));
        lanes_of_sums part[(Here + width - 1) / width];
        const auto row = [&](std::size_t i, auto first) __attribute__((always_inline)) {
          const lanes_of_sums w(weight(i));
          for_each_register<Here, width>([&](auto r) __attribute__((always_inline)) {
            const auto element = matrix(r + (begin + i * stride));
            if constexpr (decltype(first)::value) part[r.begin / width] = w * element;
            else part[r.begin / width] = Math::fma(w, element, part[r.begin / width]);
            beside(i, w, r + begin);
          });
        };
        row(0, std::true_type{});
        // a loop stays a loop: GCC would unroll it, find the rows loaded already for A·x, and keep them all on the stack
#pragma GCC unroll 1
        for (std::size_t i = 1; i < Rows; ++i) row(i, std::false_type{});
        for_each_register<Here, width>([&](auto r) __attribute__((always_inline)) { out.put(r + begin, part[r.begin / width]); });
      };
      if constexpr (registers <= most_unrolled) {
        columns_from(0, std::integral_constant<std::size_t, Columns>{});
      } else {
        constexpr std::size_t full = Columns / block * block;
        for (std::size_t begin = 0; begin < full; begin += block) columns_from(begin, std::integral_constant<std::size_t, block>{});
        if constexpr (full < Columns) columns_from(full, std::integral_constant<std::size_t, Columns - full>{});
      }
      return;
    }
  for (std::size_t j = 0; j < Columns; ++j) {
    T total = evaluated<Math, T>(weight(0) * matrix(j));
    for (std::size_t i = 1; i < Rows; ++i) total = Math::fma(T(weight(i)), T(matrix(j + i * stride)), total);
    out.put(j, total);
  }
  if constexpr (!std::is_same_v<Beside, no_outer_product>)
    for (std::size_t i = 0; i < Rows; ++i)
      for (std::size_t j = 0; j < Columns; ++j) beside(i, T(weight(i)), j);
}

}  // namespace tapeless::op
