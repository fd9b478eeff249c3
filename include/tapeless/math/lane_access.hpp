// SPDX-License-Identifier: BSL-1.0
#pragma once

// Between lanes and memory, and between lanes and one number: the first M of N lanes, sums, the largest.
// in: lanes, and places in arrays.  out: what is said at each; nothing outside M elements is read or written unless said so.

#include <bit>
#include <cstddef>

#include <tapeless/math/lane_functions.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

#if TAPELESS_VECTOR_BYTES > 0

namespace detail {

template <class T, int N, int... I>
TAPELESS_LANES inline vector<signed_of<sizeof(T)>, N> ones_before(int end, std::integer_sequence<int, I...>) {
  return vector<signed_of<sizeof(T)>, N>{(I < end ? -1 : 0)...};
}

template <class T, int N>
TAPELESS_LANES inline vector<T, N> one_number(T number) {
  return vector<T, N>{number};
}

/// Are some elements loaded and stored by mask? Not if two plain accesses do: what is stored by mask is not forwarded to a load
/// that follows, and a mask takes a step to make.
template <int M, int N, class T>
inline constexpr bool goes_by_mask = has_masks && M < N && N <= native_lanes<T> && std::popcount(static_cast<unsigned>(M)) > 2;

/// How many elements one load for each register takes, of which the first M are wanted: as many, or up to M - 2 more.
template <int M, int N, class T, int Register = (N < native_lanes<T> ? N : native_lanes<T>)>
inline constexpr int loaded_together =
    M % Register == 0 || goes_by_mask<M % Register, Register, T> ? M : M - M % Register + static_cast<int>(std::bit_ceil(static_cast<unsigned>(M % Register)));

}  // namespace detail

/// The first M lanes of a, the others of b.
template <int M, class T, int N>
TAPELESS_LANES inline lanes<T, N> first_lanes_or(lanes<T, N> a, lanes<T, N> b) {
  if constexpr (M >= N) return a;
  else if constexpr (N <= native_lanes<T>) {
    auto kept = detail::ones_before<T, N>(M, std::make_integer_sequence<int, N>{});
#if defined(__clang__) && defined(__AVX512F__)  // it would make an expansion of it, which is slower
    if constexpr (!std::has_single_bit(static_cast<unsigned>(M))) asm("" : "+v"(kept));
#endif
    using integers = typename mask<sizeof(T), N>::vector;
    return __builtin_bit_cast(detail::vector<T, N>, (__builtin_bit_cast(integers, a.v) & kept) | (__builtin_bit_cast(integers, b.v) & ~kept));
  } else if constexpr (M <= N / 2) return {first_lanes_or<M>(a.low, b.low), b.high};
  else return {a.low, first_lanes_or<M - N / 2>(a.high, b.high)};
}

/// The lanes from M on are 0.
template <int M, class T, int N>
TAPELESS_LANES inline lanes<T, N> first_lanes(lanes<T, N> a) {
  // compilers see that nothing is to be done if half of the register was loaded
  if constexpr (M > 1 && M <= N / 2 && N <= native_lanes<T>) return with_zeros(first_lanes<M>(lower(a)));
  else return first_lanes_or<M>(a, lanes<T, N>(T{0}));
}

/// M elements from memory, no more, in the first of N lanes; the others are 0.
template <int M, int N, class T>
TAPELESS_LANES inline lanes<T, N> load_first(const T* from) {
  if constexpr (M == N && N > 1) return lanes<T, N>::load(from);
  else if constexpr (M <= 0) return T{0};
  else if constexpr (M == 1 && N <= native_lanes<T>) return {detail::one_number<T, N>(*from)};
  else if constexpr (detail::goes_by_mask<M, N, T>) return {detail::masked_load<M, N>(from)};
  else if constexpr (M <= N / 2) return with_zeros(load_first<M, N / 2>(from));
  else return joined(lanes<T, N / 2>::load(from), load_first<M - N / 2, N / 2>(from + N / 2));
}
/// The first M lanes to memory, and no more.
template <int M, class T, int N>
TAPELESS_LANES inline void store_first(lanes<T, N> a, T* to) {
  if constexpr (M == 1) *to = a[0];
  else if constexpr (M == N) a.store(to);
  else if constexpr (detail::goes_by_mask<M, N, T>) detail::masked_store<M, N, T>(a.v, to);
  else if constexpr (M <= N / 2 && M > 0) store_first<M>(lower(a), to);
  else if constexpr (M > 0) {
    lower(a).store(to);
    store_first<M - N / 2>(upper(a), to + N / 2);
  }
}

/// The sum of all lanes: halves are added, then their halves, and so on.
template <class T, int N>
TAPELESS_LANES inline T sum_of_lanes(lanes<T, N> a) {
  if constexpr (N == 1) return a[0];
  else return sum_of_lanes(lower(a) + upper(a));
}
/// The same with any operation that takes lanes.
template <class T, int N, class Fold>
TAPELESS_LANES inline T fold_lanes(lanes<T, N> a, Fold fold) {
  if constexpr (N == 1) return a[0];
  else if constexpr (N == 2) return fold(a, lanes<T, 2>(__builtin_shufflevector(a.v, a.v, 1, 0)))[0];  // not on numbers: no jumps
  else return fold_lanes(fold(lower(a), upper(a)), fold);
}

/// M elements from memory that has room for whole registers: those in which one of the M elements lies are read.
template <int M, int N, class T>
TAPELESS_LANES inline lanes<T, N> load_padded(const T* from) {
  if constexpr (N <= native_lanes<T>) return lanes<T, N>::load(from);
  else if constexpr (M <= N / 2) return {load_padded<M, N / 2>(from), lanes<T, N / 2>(T{0})};
  else return {load_padded<N / 2, N / 2>(from), load_padded<M - N / 2, N / 2>(from + N / 2)};
}
/// The same for writing.
template <int M, class T, int N>
TAPELESS_LANES inline void store_padded(lanes<T, N> a, T* to) {
  if constexpr (N <= native_lanes<T>) {
    a.store(to);
  } else {
    store_padded<(M < N / 2 ? M : N / 2)>(a.low, to);
    if constexpr (M > N / 2) store_padded<M - N / 2>(a.high, to + N / 2);
  }
}

namespace detail {

/// In groups of 2·Half lanes, the upper half of a changes places with the lower one of b.
template <int Half, class T, int N, int... I>
TAPELESS_LANES inline void exchange_halves(lanes<T, N>& a, lanes<T, N>& b, std::integer_sequence<int, I...>) {
  const auto x = a.v, y = b.v;
  a = __builtin_shufflevector(x, y, ((I / (2 * Half)) * 2 * Half + I % Half + ((I / Half) % 2) * N)...);
  b = __builtin_shufflevector(x, y, ((I / (2 * Half)) * 2 * Half + Half + I % Half + ((I / Half) % 2) * N)...);
}
/// Row by row to half its length until a row is as long as there are rows.
template <int N, class T, int Q>
TAPELESS_LANES inline lanes<T, N> folded_to(lanes<T, Q> row) {
  if constexpr (Q == N) return row;
  else return folded_to<N>(lower(row) + upper(row));
}
/// In groups of four pieces, a gets the even ones of a and then of b, and b the odd ones.
template <int Piece, class T, int N, int... I>
TAPELESS_LANES inline void exchange_odds(lanes<T, N>& a, lanes<T, N>& b, std::integer_sequence<int, I...>) {
  const auto x = a.v, y = b.v;
  a = __builtin_shufflevector(x, y, (I / (4 * Piece) * 4 * Piece + I / Piece % 2 * 2 * Piece + I % Piece + I / (2 * Piece) % 2 * N)...);
  b = __builtin_shufflevector(x, y, (I / (4 * Piece) * 4 * Piece + I / Piece % 2 * 2 * Piece + Piece + I % Piece + I / (2 * Piece) % 2 * N)...);
}
/// exchange(a, b) for the rows that are `Distance` apart, of those that have none of the bits of `Without`.
template <int Distance, int Without, class T, int N, std::size_t Rows, class F>
TAPELESS_LANES inline void for_pairs(lanes<T, N> (&row)[Rows], F exchange) {
  [&]<int... K>(std::integer_sequence<int, K...>) TAPELESS_INLINED {
    ([&]() TAPELESS_INLINED {
      if constexpr ((K & (Distance | Without)) == 0) exchange(row[K], row[K + Distance]);
    }(),
     ...);
  }(std::make_integer_sequence<int, N>{});
}

/// Are groups of so many lanes exchanged as four pieces, in two steps? Pieces of 16 bytes, and of one float, are: each step is one instruction for a
/// register then, where the second exchange of halves would be a permutation of any lanes.
template <class T>
constexpr bool goes_by_four(int group) {
  constexpr int in_16_bytes = 16 / static_cast<int>(sizeof(T));
  return group == 4 * in_16_bytes || (group == 4 && in_16_bytes == 4);
}
/// Exchanges lanes of rows, in groups that get smaller, and adds the two of each pair where sums are wanted. Which rows are a pair is chosen
/// so that the sum of row k ends in lane k of row 0.
template <bool Sums, int Group, int Done, class T, int N, std::size_t Rows>
TAPELESS_LANES inline void exchange_lanes(lanes<T, N> (&row)[Rows]) {
  if constexpr (Group > 1) {
    constexpr bool by_four = Sums && goes_by_four<T>(Group);
    constexpr int distance = by_four ? Group / 4 : Group / 2, without = Sums ? Done : 0;
    for_pairs<distance, without>(row, [](lanes<T, N>& one_row, lanes<T, N>& other_row) TAPELESS_INLINED {
      exchange_halves<Group / 2>(one_row, other_row, std::make_integer_sequence<int, N>{});
      if constexpr (Sums) one_row = one_row + other_row;
    });
    if constexpr (by_four)
      for_pairs<2 * distance, (Sums ? without | distance : 0)>(row, [](lanes<T, N>& one_row, lanes<T, N>& other_row) TAPELESS_INLINED {
        exchange_odds<Group / 4>(one_row, other_row, std::make_integer_sequence<int, N>{});
        if constexpr (Sums) one_row = one_row + other_row;
      });
    exchange_lanes<Sums, distance, (by_four ? Done | 3 * distance : Done | distance)>(row);
  }
}
template <class Row>
struct length_of {
  static constexpr int value = 1;
};
template <class T, int N>
struct length_of<lanes<T, N>> {
  static constexpr int value = N;
};
template <int M, int N, class T, int First, class Row, int... K>
TAPELESS_LANES inline lanes<T, N> numbers_in_lanes(Row row, std::integer_sequence<int, K...>) {
  return {vector<T, N>{row(std::integral_constant<int, First + K>{})...}};
}

}  // namespace detail

/// Lane k is the sum of the lanes of row(k), as sum_of_lanes adds them, for the first M of N lanes; what the others hold does not matter.
/// `row` takes a constant, from First on, and may return a number instead of lanes.
template <int M, int N, class T, int First = 0, class Row>
TAPELESS_LANES inline lanes<T, N> sums_of_lanes(Row row) {
  using one_row = decltype(row(std::integral_constant<int, First>{}));
  constexpr int length = detail::length_of<one_row>::value;
  if constexpr (M <= 0) {
    return T{0};
  } else if constexpr (length == 1 && N <= native_lanes<T>) {
    return detail::numbers_in_lanes<M, N, T, First>(row, std::make_integer_sequence<int, (M < N ? M : N)>{});
  } else if constexpr (N > native_lanes<T> || N > length) {
    return joined(sums_of_lanes<(M < N / 2 ? M : N / 2), N / 2, T, First>(row), sums_of_lanes<M - N / 2, N / 2, T, First + N / 2>(row));
  } else if constexpr (M == 1 && N != 2) {  // of two lanes the exchange below makes both in one or two instructions
    return {detail::one_number<T, N>(sum_of_lanes(row(std::integral_constant<int, First>{})))};
  } else if constexpr (M > 1 && M <= N / 2) {
    return with_zeros(sums_of_lanes<M, N / 2, T, First>(row));
  } else {
    lanes<T, N> sums_in[static_cast<std::size_t>(N)];
    [&]<int... K>(std::integer_sequence<int, K...>) TAPELESS_INLINED {
      ((sums_in[K] = [&]() TAPELESS_INLINED {
         if constexpr (K < M) return detail::folded_to<N>(row(std::integral_constant<int, First + K>{}));
         else return sums_in[M - 1];  // no more to exchange than zeros, which take a register
       }()),
       ...);
    }(std::make_integer_sequence<int, N>{});
    detail::exchange_lanes<true, N, 0>(sums_in);
    return sums_in[0];
  }
}

/// As many rows as lanes, each in one register: lane j of row i becomes lane i of row j.
template <class T, int N, std::size_t Rows>
TAPELESS_LANES inline void transpose_lanes(lanes<T, N> (&row)[Rows]) {
  static_assert(Rows == static_cast<std::size_t>(N));
  detail::exchange_lanes<false, N, 0>(row);
}
/// The same for rows that are still in memory: half_of_row(k, begin) is half of row k from lane `begin` on. Loaded to where the first exchange
/// would bring them, for a load to the upper half takes no unit that exchanges.
template <class T, int N, std::size_t Rows, class Half>
TAPELESS_LANES inline void load_transposed(lanes<T, N> (&row)[Rows], Half half_of_row) {
  static_assert(Rows == static_cast<std::size_t>(N));
  constexpr int half = N / 2;
  [&]<int... K>(std::integer_sequence<int, K...>) TAPELESS_INLINED {
    ((row[K] = joined(half_of_row(K % half, K / half * half), half_of_row(K % half + half, K / half * half))), ...);
  }(std::make_integer_sequence<int, N>{});
  detail::exchange_lanes<false, half, 0>(row);
}

#else

namespace detail {
template <int M, int N, class T>
inline constexpr bool goes_by_mask = false;
template <int M, int N, class T>
inline constexpr int loaded_together = M;
}

template <class T, int N, std::size_t Rows>
void transpose_lanes(lanes<T, N> (&)[Rows]);
template <class T, int N, std::size_t Rows, class Half>
void load_transposed(lanes<T, N> (&)[Rows], Half);

template <int M, class T, int N>
lanes<T, N> first_lanes(lanes<T, N>);
template <int M, class T, int N>
lanes<T, N> first_lanes_or(lanes<T, N>, lanes<T, N>);
template <int M, int N, class T>
lanes<T, N> load_padded(const T*);
template <int M, class T, int N>
void store_padded(lanes<T, N>, T*);
template <int M, int N, class T, class Row>
lanes<T, N> sums_of_lanes(Row);
template <class T, int N>
T sum_of_lanes(lanes<T, N>);
template <class T, int N, class Fold>
T fold_lanes(lanes<T, N>, Fold);

#endif

}  // namespace tapeless::math
