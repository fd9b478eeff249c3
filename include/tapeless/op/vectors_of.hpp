// SPDX-License-Identifier: BSL-1.0
#pragma once
// One rule for a vector, and for each row of a matrix. Rows that are not long are computed side by side: as many as a register
// has lanes are transposed, so that element j of all of them is one register, and the rule runs once on numbers in lanes.
#include <tapeless/meta/target.hpp>
#include <tapeless/meta/unroll.hpp>
#include <tapeless/op/sum_of.hpp>
#include <tapeless/shape/rules.hpp>

namespace tapeless::op {

/// Vectors, one after the other: a vector is one, a matrix as many as it has rows.
struct vectors_in {
  std::size_t count, length;
  constexpr explicit vectors_in(extents e) : count(e.rank == 2 ? e.rows : 1), length(e.rank == 2 ? e.columns : e.rows) {}
};

/// For Width rows of N elements: f(first column, a constant; its range in the first row) for one square block after the other.
template <std::size_t Width, std::size_t N, class F>
TAPELESS_INLINE inline void for_each_block(std::size_t first_row, F f) {
  meta::unroll<(N + Width - 1) / Width>([&](auto at_block) TAPELESS_INLINE_LAMBDA {
    constexpr std::size_t first_column = at_block * Width, filled_lanes = N - first_column < Width ? N - first_column : Width;
    f(meta::index_constant<first_column>{}, lane_range<Width, filled_lanes>{first_row * N + first_column});
  });
}

/// Width rows from one on, transposed: element j of all of them.
template <class Math, class Lanes, std::size_t Width, std::size_t N>
struct rows_side_by_side {
  Lanes at[(N + Width - 1) / Width * Width];

  template <class In>
  TAPELESS_INLINE rows_side_by_side(const In& in, std::size_t first_row) {
    for_each_block<Width, N>(first_row, [&](auto first_column, auto at_register) TAPELESS_INLINE_LAMBDA {
      Lanes square_block[Width];
      meta::unroll<Width>([&](auto at_row) TAPELESS_INLINE_LAMBDA { square_block[at_row] = in(at_register + at_row * N); });
      Math::transpose_lanes(square_block);
      meta::unroll<Width>([&](auto at_column) TAPELESS_INLINE_LAMBDA { at[first_column + at_column] = square_block[at_column]; });
    });
  }
  TAPELESS_INLINE auto reader() const {
    return [from = at](std::size_t at_index) TAPELESS_INLINE_LAMBDA { return from[at_index]; };
  }
};

/// What a rule puts for each element of such rows, or for each row, to its place among all.
template <class Math, class Lanes, std::size_t Width, std::size_t N>
struct results_side_by_side {
  Lanes at[(N + Width - 1) / Width * Width];

  template <class Out>
  TAPELESS_INLINE void store(const Out& out, std::size_t first_row) {
    if constexpr (N == 1) {
      out.put(lane_range<Width, Width>{first_row}, at[0]);
    } else {
      for_each_block<Width, N>(first_row, [&](auto first_column, auto at_register) TAPELESS_INLINE_LAMBDA {
        Lanes square_block[Width];
        meta::unroll<Width>([&](auto at_column) TAPELESS_INLINE_LAMBDA {
          if constexpr (first_column + at_column < N) square_block[at_column] = at[first_column + at_column];
          else square_block[at_column] = square_block[0];
        });
        Math::transpose_lanes(square_block);
        meta::unroll<Width>([&](auto at_row) TAPELESS_INLINE_LAMBDA { out.put(at_register + at_row * N, square_block[at_row]); });
      });
    }
  }
};

/// Rule::apply<T, N>(out, in…) for each of some vectors of N elements; it puts N results, or one.
template <class Math, class T, vectors_in Vectors, std::size_t Results, class Rule, class Out, class First, class... In>
TAPELESS_INLINE constexpr void for_each_vector(Rule, Out out, First first, In... in) {
  constexpr std::size_t n = Vectors.length, lanes = Math::template native_lanes<T>, width = lanes == 0 ? 1 : lanes;
  constexpr std::size_t side_by_side = width > 1 && n <= longest_unrolled ? Vectors.count / width * width : 0;
  const auto one_by_one = [&](std::size_t first_row) TAPELESS_INLINE_LAMBDA {
    for (std::size_t at_row = first_row; at_row < Vectors.count; ++at_row)
      Rule::template apply<T, n>(shifted<Out>{out, at_row * Results}, shifted_reader<First>{first, at_row * n}, shifted_reader<In>{in, at_row * n}...);
  };
  if constexpr (Vectors.count == 1) {
    Rule::template apply<T, n>(out, first, in...);  // a vector itself, with whatever is known of its place
  } else if constexpr (side_by_side == 0) {
    one_by_one(0);
  } else if (std::is_constant_evaluated()) {
    one_by_one(0);
  } else {
    using lanes_of_rows = decltype(evaluated<Math, T>(first(first_register<width, width>)));
    using rows = rows_side_by_side<Math, lanes_of_rows, width, n>;
    for (std::size_t row = 0; row < side_by_side; row += width) {
      results_side_by_side<Math, lanes_of_rows, width, Results> results;
      Rule::template apply<lanes_of_rows, n>(array_writer<Math, lanes_of_rows>{results.at}, rows(first, row).reader(), rows(in, row).reader()...);
      results.store(out, row);
    }
    if constexpr (side_by_side < Vectors.count) one_by_one(side_by_side);
  }
}

}  // namespace tapeless::op
