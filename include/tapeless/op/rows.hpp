// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of a matrix in memory with a vector, row by row: the rows of A·x are summed so many at a time, and Aᵀ·d is one
// pass over the rows of A, with the outer product d xᵀ beside it where that is wanted, too.
#include <tapeless/meta/target.hpp>
#include <tapeless/op/sum_of.hpp>

namespace tapeless::op {

/// Is A·x, of so many rows and columns, one piece of code without a loop? Up to 96 registers of A; more would be code that processors wait for.
template <class Math, class T>
consteval bool unrolls_rows(std::size_t rows, std::size_t columns) {
  return rows * columns <= 96 * static_cast<std::size_t>(Math::template native_lanes<T>);
}

/// Are the elements of x read one by one? A register that is loaded from where its elements have just been written waits for
/// them to reach memory, which takes as long as a small network.
template <class X, std::size_t Size>
inline constexpr bool reads_numbers = X::in_memory && Size <= 4;

/// Two to four of them, then: in one register, or, three, in two, for three of a row are never loaded by mask at once.
template <class Math, class T, std::size_t Size>
class numbers_in_registers {
  static constexpr std::size_t width = Size < 4 ? 2 : 4, rest = Size % 2;
  template <std::size_t First, std::size_t Count, class X>
  TAPELESS_INLINE static constexpr auto from(const X& x_in_memory) {
    return Math::template sums_of_lanes<T, Count, width>([&](auto at_lane) TAPELESS_INLINE_LAMBDA { return x_in_memory.alone(First + static_cast<std::size_t>(at_lane)); });
  }
  using lanes_of_numbers = decltype(Math::template sums_of_lanes<T, width, width>([](auto) { return T(); }));
  lanes_of_numbers first_, last_;

 public:
  static constexpr bool is_loaded = true;
  template <class X>
  TAPELESS_INLINE constexpr explicit numbers_in_registers(const X& x_in_memory) : first_(from<0, Size - rest>(x_in_memory)), last_(from<Size - rest, rest>(x_in_memory)) {}
  template <class Range>
  TAPELESS_INLINE constexpr auto operator()(Range) const {
    if constexpr (lanes_of_range<Range>::filled == 1) return last_;
    else return first_;
  }
};

/// Is the end of a row, in registers of so many lanes, loaded together with the beginning of the next one? Where that takes fewer loads. It is never
/// more than the beginning: what is read beyond a row is shorter than its end. Of arguments only, for a load that takes what two steps have just stored waits for both.
template <class Math, class T, std::size_t Columns, std::size_t Width, class A>
inline constexpr bool reads_on = A::in_memory && Math::template loaded_together<T, Columns % Width, Width> != Columns % Width;

/// Elements of a row that another one follows, with zeros in lanes that are not filled.
template <class Math, class T, class A>
struct row_that_goes_on {
  static constexpr bool is_loaded = true;
  shifted_reader<A> row;
  template <std::size_t L, std::size_t M>
  TAPELESS_INLINE constexpr auto operator()(lane_range<L, M> at_register) const {
    return Math::template first_lanes<M>(row(lane_range<L, Math::template loaded_together<T, M, L>>{at_register.begin}));
  }
};
template <class Math, class T, bool GoesOn, class A>
TAPELESS_INLINE constexpr auto reader_of_row(A a, std::size_t first) {
  if constexpr (GoesOn) return row_that_goes_on<Math, T, A>{{a, first}};
  else return shifted_reader<A>{a, first};
}

/// out(i) = the sum of what partial_sums(i) returns, lanes or a number, a register's worth of rows at a time. It is told i as two numbers, the
/// second a constant, which stays one in addresses if each is multiplied on its own, and, where rows are read on,
/// whether another one is sure to follow.
template <class Math, class T, std::size_t Rows, bool Unrolled, bool ReadsOn, class Out, class F>
TAPELESS_INLINE inline void sums_of_rows(Out out, F partial_sums) {
  constexpr std::size_t width = lanes_for<T, Rows>;
  const auto sum_all = [&](auto to_writer) TAPELESS_INLINE_LAMBDA {
    for_each_register<Rows, width, 0, Unrolled>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
      constexpr std::size_t filled_lanes = lanes_of_range<decltype(at_register)>::filled;
      to_writer.put(at_register, Math::template sums_of_lanes<T, filled_lanes, width>([&](auto at_lane) TAPELESS_INLINE_LAMBDA {
        return partial_sums(at_register.begin, static_cast<std::size_t>(at_lane), std::bool_constant<ReadsOn && (static_cast<std::size_t>(at_lane) + 1 < filled_lanes)>{});
      }));
    });
  };
  if constexpr (Unrolled) sum_all(out);
  else through_array<Math, T, Rows>(out, sum_all);
}

/// out = A·x for an A whose element (i, j) is a(i·Columns + j).
template <class Math, class T, std::size_t Rows, std::size_t Columns, class Out, class A, class X>
TAPELESS_INLINE constexpr void product_of_rows(Out out, A a, X x) {
  if constexpr (Math::template native_lanes<T> > 0 && Rows > 1 && Columns > 1)
    if (!std::is_constant_evaluated()) {
      constexpr bool rows_go_on = reads_on<Math, T, Columns, width_of_folded_sums<Math, T, Columns, A>, A>;
      const auto sum_rows = [&](auto sums_of_row) TAPELESS_INLINE_LAMBDA {
        sums_of_rows<Math, T, Rows, unrolls_rows<Math, T>(Rows, Columns), rows_go_on>(out, [&](std::size_t first_row, std::size_t lane, auto goes_on) TAPELESS_INLINE_LAMBDA {
          return sums_of_row(reader_of_row<Math, T, decltype(goes_on)::value>(a, first_row * Columns + lane * Columns));
        });
      };
      if constexpr (!reads_numbers<X, Columns>) {
        sum_rows([&](auto row_of_a) TAPELESS_INLINE_LAMBDA { return folded_sums_of_products<Math, T, Columns>(row_of_a, x); });
      } else {
        const numbers_in_registers<Math, T, Columns> numbers_of_x(x);
        sum_rows([&](auto row_of_a) TAPELESS_INLINE_LAMBDA { return folded_sums_of_products<Math, T, Columns>(row_of_a, numbers_of_x); });
      }
      return;
    }
  for (std::size_t i = 0; i < Rows; ++i) out.put(i, sum_of_products<Math, T, Columns>(shifted_reader<A>{a, i * Columns}, x));
}

/// out = A·x + B·y, both with so many rows.
template <class Math, class T, std::size_t Rows, std::size_t ColumnsOfA, std::size_t ColumnsOfB, class Out, class A, class X, class B, class Y>
TAPELESS_INLINE constexpr void sum_of_two_products_of_rows(Out out, A a, X x, B b, Y y) {
  if constexpr (Math::template native_lanes<T> > 0)
    if (!std::is_constant_evaluated()) {
      constexpr std::size_t length = lanes_for<T, (ColumnsOfA < ColumnsOfB ? ColumnsOfB : ColumnsOfA)>;
      constexpr bool a_reads_on = reads_on<Math, T, ColumnsOfA, length, A>, b_reads_on = reads_on<Math, T, ColumnsOfB, length, B>;
      sums_of_rows<Math, T, Rows, unrolls_rows<Math, T>(Rows, ColumnsOfA + ColumnsOfB), a_reads_on || b_reads_on>(out, [&](std::size_t first_row, std::size_t lane, auto goes_on) TAPELESS_INLINE_LAMBDA {
        constexpr bool follows = decltype(goes_on)::value;
        auto sums = partial_sums_of_products<Math, T, ColumnsOfA, length>(reader_of_row<Math, T, follows && a_reads_on>(a, first_row * ColumnsOfA + lane * ColumnsOfA), x);
        add_partial_sums_of_products<Math, ColumnsOfB, length, 0>(sums, reader_of_row<Math, T, follows && b_reads_on>(b, first_row * ColumnsOfB + lane * ColumnsOfB), y);
        return sums;
      });
      return;
    }
  for (std::size_t i = 0; i < Rows; ++i)
    out.put(i, sum_of_two_products<Math, T, ColumnsOfA, ColumnsOfB>(shifted_reader<A>{a, i * ColumnsOfA}, x, shifted_reader<B>{b, i * ColumnsOfB}, y));
}

/// Where no outer product is wanted.
struct no_outer_product {
  template <class T, class Range>
  TAPELESS_INLINE constexpr void operator()(std::size_t, const T&, Range) const {}
};

/// out = Σᵢ weight(i)·row i of a matrix of so many rows, `stride` elements apart; the products are fused with the sum where
/// the target can. beside(i, weight(i), r) is called for each register r of each row.
template <class Math, class T, std::size_t Columns, std::size_t Rows, class Out, class Weight, class Matrix, class Beside = no_outer_product>
TAPELESS_INLINE constexpr void sum_of_rows(Out out, Weight weight, Matrix matrix, std::size_t stride, Beside beside = {}) {
  constexpr std::size_t width = lanes_of_row<T, Columns>, registers = (Columns + width - 1) / width;
  if constexpr (Math::template native_lanes<T> > 0 && Columns > 1)
    if (!std::is_constant_evaluated()) {
      // most_unrolled sums at a time stay in registers
      constexpr std::size_t block = most_unrolled * width;
      const auto columns_from = [&]<std::size_t Here>(std::size_t first_column, std::integral_constant<std::size_t, Here>) TAPELESS_INLINE_LAMBDA {
        using lanes_of_sums = decltype(evaluated<Math, T>(weight(0) * matrix(first_register<Here, width>)));
        lanes_of_sums sum_in[(Here + width - 1) / width];
        const auto add_row = [&](std::size_t at_row, auto is_first, auto goes_on) TAPELESS_INLINE_LAMBDA {
          const lanes_of_sums weight_of_row(weight(at_row));
          for_each_register<Here, width>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
            // what is loaded of the next row goes to lanes that are no element of the sum
            constexpr std::size_t of_row = lanes_of_range<decltype(at_register)>::filled;
            constexpr std::size_t to_load = decltype(goes_on)::value ? Math::template loaded_together<T, of_row, width> : of_row;
            lanes_of_sums& sum_here = sum_in[at_register.begin / width];
            const auto elements_here = matrix(lane_range<width, to_load>{at_register.begin + (first_column + at_row * stride)});
            if constexpr (decltype(is_first)::value) sum_here = weight_of_row * elements_here;
            else sum_here = Math::fma(weight_of_row, elements_here, sum_here);
            beside(at_row, weight_of_row, at_register + first_column);
          });
        };
        constexpr bool rows_go_on = reads_on<Math, T, Here, width, Matrix> && Rows > 1;
        constexpr std::bool_constant<rows_go_on> goes_on;
        constexpr std::false_type no;
        add_row(0, std::true_type{}, goes_on);
        // a loop stays a loop: GCC would unroll it, find the rows loaded already for A·x, and keep them all on the stack
#pragma GCC unroll 1
        for (std::size_t at_row = 1; at_row < (rows_go_on ? Rows - 1 : Rows); ++at_row) add_row(at_row, no, goes_on);
        if constexpr (rows_go_on) add_row(Rows - 1, no, no);
        for_each_register<Here, width>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
          out.put(at_register + first_column, sum_in[at_register.begin / width]);
        });
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
