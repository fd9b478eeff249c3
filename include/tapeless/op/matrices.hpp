// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of matrices, and transposition. A tile of the result, some rows by some registers, is summed in registers over
// the whole inner dimension: so each sum goes over ascending indices, whatever the width.
#include <tapeless/meta/opaque.hpp>
#include <tapeless/meta/target.hpp>
#include <tapeless/meta/unroll.hpp>
#include <tapeless/op/sum_of.hpp>

namespace tapeless::op {

/// How many registers of lanes a tile may have: what is left holds one row of the right operand and an element of the left.
template <class Math, class T>
inline constexpr std::size_t registers_in_tile = Math::template native_lanes<T> * sizeof(T) >= 64 ? 24 : 12;

/// One tile: Rows rows from `row` on, and Registers registers from `column` on, the last of which has Filled columns.
template <class Math, class T, std::size_t Columns, std::size_t Inner, std::size_t RowStep, std::size_t InnerStep, std::size_t Rows,
          std::size_t Registers, std::size_t Filled, class Out, class A, class B>
TAPELESS_INLINE inline void tile_of_product(const Out& out, const A& a, const B& b, std::size_t row, std::size_t column) {
  constexpr auto width = static_cast<std::size_t>(Math::template native_lanes<T>);
  const auto register_at = [&](auto at_register, std::size_t first_of_row) TAPELESS_INLINE_LAMBDA {
    constexpr std::size_t filled_lanes = decltype(at_register)::value + 1 == Registers ? Filled : width;
    return lane_range<width, filled_lanes>{first_of_row + column + at_register * width};
  };
  using lanes_of_sums = decltype(evaluated<Math, T>(b(lane_range<width, width>{0})));
  lanes_of_sums sum_in[Rows][Registers];
  const auto add_inner = [&](std::size_t at_inner, auto is_first) TAPELESS_INLINE_LAMBDA {
    lanes_of_sums of_right[Registers];
    meta::unroll<Registers>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
      of_right[at_register] = b(register_at(at_register, at_inner * Columns));
    });
    meta::unroll<Rows>([&](auto at_row) TAPELESS_INLINE_LAMBDA {
      const lanes_of_sums of_left(a((row + at_row) * RowStep + at_inner * InnerStep));
      meta::unroll<Registers>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
        if constexpr (decltype(is_first)::value) sum_in[at_row][at_register] = of_left * of_right[at_register];
        else sum_in[at_row][at_register] = Math::fma(of_left, of_right[at_register], sum_in[at_row][at_register]);
      });
    });
  };
  add_inner(meta::opaque(0), std::true_type{});  // GCC would keep the first row for all tiles, and a tile needs its registers
#pragma GCC unroll 1
  for (std::size_t at_inner = 1; at_inner < Inner; ++at_inner) add_inner(at_inner, std::false_type{});
  meta::unroll<Rows>([&](auto at_row) TAPELESS_INLINE_LAMBDA {
    meta::unroll<Registers>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
      out.put(register_at(at_register, (row + at_row) * Columns), sum_in[at_row][at_register]);
    });
  });
}

/// All tiles of the columns from `column` on: Registers registers. As few tiles as there can be, which differ by one row at
/// most: a tile of one or two rows has few sums to overlap.
template <class Math, class T, std::size_t M, std::size_t Columns, std::size_t Inner, std::size_t RowStep, std::size_t InnerStep,
          std::size_t Registers, std::size_t Filled, class Out, class A, class B>
TAPELESS_INLINE inline void columns_of_product(const Out& out, const A& a, const B& b, std::size_t column) {
  constexpr std::size_t most = registers_in_tile<Math, T> / Registers, most_rows = most < 12 ? most : 12;
  constexpr std::size_t tiles = (M + most_rows - 1) / most_rows, rows = M / tiles, in_higher_tiles = M % tiles * (rows + 1);
  if constexpr (in_higher_tiles > 0)
    for (std::size_t row = 0; row < in_higher_tiles; row += rows + 1)
      tile_of_product<Math, T, Columns, Inner, RowStep, InnerStep, rows + 1, Registers, Filled>(out, a, b, row, column);
  for (std::size_t row = in_higher_tiles; row < M; row += rows)
    tile_of_product<Math, T, Columns, Inner, RowStep, InnerStep, rows, Registers, Filled>(out, a, b, row, column);
}

/// Does the policy have products of its own for matrices of this size? Operands and results must lie in memory, in one piece.
template <class Math, class T, std::size_t M, std::size_t Columns, std::size_t Inner, class Out, class A, class B>
inline constexpr bool multiplies_by_itself = [] {
  if constexpr (requires(Out out, A a, B b) { Math::template multiplies<T>(M, Columns, Inner), out.in_one_piece(), a.in_one_piece(), b.in_one_piece(); })
    return Math::template multiplies<T>(M, Columns, Inner);
  else return false;
}();

/// out = A·B, M×Columns: element (i, k) of A is a(i·RowStep + k·InnerStep), row k of B is b(k·Columns + …).
template <class Math, class T, std::size_t M, std::size_t Columns, std::size_t Inner, std::size_t RowStep, std::size_t InnerStep, class Out, class A, class B>
TAPELESS_INLINE constexpr void product_of_matrices(Out out, A a, B b) {
  if constexpr (Math::template native_lanes<T> > 0)
    if (!std::is_constant_evaluated()) {
      constexpr auto width = static_cast<std::size_t>(Math::template native_lanes<T>);
      constexpr std::size_t registers = (Columns + width - 1) / width, last = Columns - (registers - 1) * width;
      // as many registers as leave six rows to a tile
      constexpr std::size_t most = registers_in_tile<Math, T> / 6, groups = (registers + most - 1) / most;
      constexpr std::size_t full = last == width && registers % most == 0 ? groups : groups - 1;
      for (std::size_t group = 0; group < full; ++group)
        columns_of_product<Math, T, M, Columns, Inner, RowStep, InnerStep, most, width>(out, a, b, group * most * width);
      if constexpr (full < groups)
        columns_of_product<Math, T, M, Columns, Inner, RowStep, InnerStep, registers - full * most, last>(out, a, b, full * most * width);
      return;
    }
  for (std::size_t i = 0; i < M; ++i)
    for (std::size_t j = 0; j < Columns; ++j) {
      T total = evaluated<Math, T>(a(i * RowStep) * b(j));
      for (std::size_t k = 1; k < Inner; ++k) total = Math::fma(T(a(i * RowStep + k * InnerStep)), T(b(k * Columns + j)), total);
      out.put(i * Columns + j, total);
    }
}

/// Does a transposition of so many rows and columns run on square blocks of registers? The last ones may be filled in part.
template <std::size_t Width, std::size_t Rows, std::size_t Columns>
inline constexpr bool transposes_blocks = Width > 1 && 2 * Rows >= Width && 2 * Columns >= Width;

/// One block of out = Aᵀ: so many rows and columns from (row, column) on.
template <class Math, class T, std::size_t Width, std::size_t Rows, std::size_t Columns, std::size_t FilledRows, std::size_t FilledColumns, class Out, class A>
TAPELESS_INLINE inline void transposed_block(const Out& out, const A& a, std::size_t row, std::size_t column) {
  using lanes_of_row = decltype(evaluated<Math, T>(a(lane_range<Width, FilledRows>{0})));
  lanes_of_row block[Width];
  if constexpr (FilledRows == Width && FilledColumns == Width && Width * sizeof(T) > 16 && A::is_loaded) {
    constexpr std::size_t half = Width / 2;
    Math::load_transposed(block, [&](std::size_t at_row, std::size_t begin) TAPELESS_INLINE_LAMBDA { return a(lane_range<half, half>{(column + at_row) * Rows + row + begin}); });
  } else {
    meta::unroll<Width>([&](auto at_row) TAPELESS_INLINE_LAMBDA {
      if constexpr (at_row < FilledColumns) block[at_row] = a(lane_range<Width, FilledRows>{(column + at_row) * Rows + row});
      else block[at_row] = lanes_of_row(T(0));
    });
    Math::transpose_lanes(block);
  }
  meta::unroll<FilledRows>([&](auto at_row) TAPELESS_INLINE_LAMBDA {
    out.put(lane_range<Width, FilledColumns>{(row + at_row) * Columns + column}, block[at_row]);
  });
}

/// out = Aᵀ, Rows×Columns
template <class Math, class T, std::size_t Rows, std::size_t Columns, class Out, class A>
TAPELESS_INLINE constexpr void transposed(Out out, A a) {
  constexpr auto width = static_cast<std::size_t>(Math::template native_lanes<T>);
  if constexpr (transposes_blocks<width, Rows, Columns>)
    if (!std::is_constant_evaluated()) {
      constexpr std::size_t whole_rows = Rows / width * width, whole_columns = Columns / width * width;
      const auto rows_from = [&](std::size_t first_column, auto filled_columns) TAPELESS_INLINE_LAMBDA {
        for (std::size_t first_row = 0; first_row != whole_rows; first_row += width)
          transposed_block<Math, T, width, Rows, Columns, width, decltype(filled_columns)::value>(out, a, first_row, first_column);
        if constexpr (whole_rows < Rows)
          transposed_block<Math, T, width, Rows, Columns, Rows - whole_rows, decltype(filled_columns)::value>(out, a, whole_rows, first_column);
      };
      for (std::size_t column = 0; column != whole_columns; column += width) rows_from(column, std::integral_constant<std::size_t, width>{});
      if constexpr (whole_columns < Columns) rows_from(whole_columns, std::integral_constant<std::size_t, Columns - whole_columns>{});
      return;
    }
  for (std::size_t i = 0; i < Rows; ++i)
    for (std::size_t j = 0; j < Columns; ++j) out.put(i * Columns + j, a(j * Rows + i));
}

/// So many columns of Bᵀ are a panel: 16 KB, with 64 rows of float.
inline constexpr std::size_t columns_of_panel = 64;

/// Some columns of a wider matrix, written as a matrix of their own.
template <class Out, std::size_t Columns, std::size_t AllColumns>
struct columns_writer {
  Out out;
  std::size_t first_column;
  template <class Index, class V>
  TAPELESS_INLINE constexpr void put(Index i, const V& v) const {
    const std::size_t at = first_of(i);
    out.put(moved(i, at / Columns * AllColumns + at % Columns + first_column), v);
  }
};

/// out = A·Bᵀ, one panel after the other in the same place.
template <class Math, class T, std::size_t M, std::size_t Columns, std::size_t Inner, std::size_t RowStep, std::size_t InnerStep, class Out, class A, class B, class Panel>
TAPELESS_INLINE constexpr void product_by_panels(Out out, A a, B b, Panel panel) {
  constexpr std::size_t full = Columns / columns_of_panel * columns_of_panel;
  const auto columns_from = [&](std::size_t first_column, auto columns_here) TAPELESS_INLINE_LAMBDA {
    constexpr std::size_t columns = decltype(columns_here)::value;
    transposed<Math, T, Inner, columns>(panel, shifted_reader<B>{b, first_column * Inner});
    product_of_matrices<Math, T, M, columns, Inner, RowStep, InnerStep>(columns_writer<Out, columns, Columns>{out, first_column}, a, panel);
  };
  for (std::size_t first = 0; first < full; first += columns_of_panel) columns_from(first, std::integral_constant<std::size_t, columns_of_panel>{});
  if constexpr (full < Columns) columns_from(full, std::integral_constant<std::size_t, Columns - full>{});
}

}  // namespace tapeless::op
