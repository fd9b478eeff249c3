// SPDX-License-Identifier: BSL-1.0
#pragma once
// Loops over elements, on lanes of numbers where the Math policy has them. What runs for an element is a function of an
// index; on lanes the index is a lane_range, and the function is the same.
#include <bit>
#include <concepts>
#include <cstddef>
#include <tapeless/meta/target.hpp>
#include <type_traits>
#include <utility>

namespace tapeless::op {

/// The numbers in a T: a pack of lanes has some of its value_type; any other T is one.
template <class T>
struct number_in {
  using type = T;
};
template <class T>
  requires(std::floating_point<typename T::value_type> && requires(const T& a) { a < a; })
struct number_in<T> {
  using type = typename T::value_type;
};

/// How many partial sums a long reduction has: 64 bytes of them, a power of two (the long double of 32-bit x86 has 12 bytes); in each
/// lane, where T is lanes.
template <class T, class Number = typename number_in<T>::type>
inline constexpr std::size_t lanes = std::is_arithmetic_v<Number> && sizeof(Number) <= 64 ? std::bit_floor(64 / sizeof(Number)) : 1;

/// So many at most, whatever T is.
inline constexpr std::size_t most_lanes = 16;

/// So many of them for N elements.
template <class T, std::size_t N>
inline constexpr std::size_t lanes_for = lanes<T> < std::bit_ceil(N) ? lanes<T> : std::bit_ceil(N);

/// In so many lanes at a time is a row of N elements computed on its own: one that would fill less than three quarters of a
/// register takes two shorter ones.
template <class T, std::size_t N>
inline constexpr std::size_t lanes_of_row = lanes_for<T, (4 * N < 3 * std::bit_ceil(N) ? std::bit_floor(N) : N)>;

/// M elements from `begin` on, in the first of L lanes; what the other lanes hold does not matter.
template <std::size_t L, std::size_t M>
struct lane_range {
  std::size_t begin;
  friend constexpr lane_range operator+(lane_range r, std::size_t by) { return {r.begin + by}; }
};

/// The index of the (first) element, and the same range elsewhere.
constexpr std::size_t first_of(std::size_t i) { return i; }
constexpr std::size_t moved(std::size_t, std::size_t to) { return to; }
template <std::size_t L, std::size_t M>
constexpr std::size_t first_of(lane_range<L, M> r) {
  return r.begin;
}
template <std::size_t L, std::size_t M>
constexpr lane_range<L, M> moved(lane_range<L, M>, std::size_t to) {
  return {to};
}

/// An index, or a range, in a row that is known, so that nobody divides to find it.
template <class Index>
struct in_row {
  std::size_t row;
  Index all;
};
/// The index among all elements, and the row, where rows have so many columns.
template <class Index>
constexpr Index among_all(Index i) {
  return i;
}
template <class Index>
constexpr Index among_all(in_row<Index> i) {
  return i.all;
}
template <class Index>
constexpr std::size_t row_of(Index i, std::size_t columns) {
  return first_of(i) / columns;
}
template <class Index>
constexpr std::size_t row_of(in_row<Index> i, std::size_t) {
  return i.row;
}

/// Does a reduction of N elements run on lanes? Very short ones do not; the result is the same.
template <class Math, class T, std::size_t N>
inline constexpr bool runs_on_lanes = Math::template native_lanes<T> > 0 && N >= 4;

/// v, as a T if it is one number (which may be an unevaluated product, for number types of a user's).
template <class Math, class T, class V>
TAPELESS_INLINE constexpr auto evaluated(const V& v) {
  if constexpr (Math::template is_lanes<V>) return v;
  else return T(v);
}

/// How much room N elements need where whole registers of every width are read and written.
constexpr std::size_t padded(std::size_t n) { return n < 16 ? std::bit_ceil(n) : (n + 15) / 16 * 16; }

/// An array in a function, read and written like an operand and a result.
template <class Math, class T, std::size_t N>
struct local_array {
  T at[padded(N)];
  TAPELESS_INLINE constexpr local_array() {  // whoever copies it in a constant expression copies all of it
    if (std::is_constant_evaluated())
      for (T& element : at) element = T();
  }
  template <class Index>
  TAPELESS_INLINE constexpr auto operator()(Index i) const {
    return Math::load_padded(static_cast<const T*>(at), i);
  }
};
template <class Math, class T>
struct array_writer {
  static constexpr bool in_registers = false;
  T* at;
  template <class Index, class V>
  TAPELESS_INLINE constexpr void put(Index i, const V& v) const {
    Math::store_padded(v, at, i);
  }
};

/// A writer whose indices begin later.
template <class Out>
struct shifted {
  static constexpr bool in_registers = Out::in_registers;
  Out out;
  std::size_t by;
  template <class Index, class V>
  TAPELESS_INLINE constexpr void put(Index i, const V& v) const {
    out.put(i + by, v);
  }
};

/// The same for an operand.
template <class In>
struct shifted_reader {
  static constexpr bool is_loaded = In::is_loaded, in_memory = false;
  In in;
  std::size_t by;
  template <class Index>
  TAPELESS_INLINE constexpr auto operator()(Index i) const {
    return in(i + by);
  }
};

/// A loop over so many registers, or so few elements, is unrolled, so that local arrays of them dissolve into registers.
inline constexpr std::size_t most_unrolled = 16;
inline constexpr std::size_t longest_unrolled = 64;

template <std::size_t N, std::size_t Width>
inline constexpr bool unrolls = N <= longest_unrolled || N <= most_unrolled * Width;

/// f(r) for the registers of Width lanes that N elements fill, from the one at First on; the last may be filled in part.
template <std::size_t N, std::size_t Width, std::size_t First = 0, bool Unrolled = unrolls<N, Width>, class F>
TAPELESS_INLINE constexpr void for_each_register(F f) {
  constexpr std::size_t full = N / Width * Width;
  if constexpr (Unrolled) {
    if constexpr (First < full) {
      static_assert((full - First) / Width <= longest_unrolled);  // one expression: Clang's limit is 256
      [&]<std::size_t... I>(std::index_sequence<I...>) TAPELESS_INLINE_LAMBDA {
        (f(lane_range<Width, Width>{First + I * Width}), ...);
      }(std::make_index_sequence<(full - First) / Width>{});
    }
  } else {
    for (std::size_t i = First; i < full; i += Width) f(lane_range<Width, Width>{i});
  }
  if constexpr (full < N && First <= full) f(lane_range<Width, N - full>{full});
}

/// How many elements a register holds, and which one is the first of N.
template <class Range>
struct lanes_of_range;
template <std::size_t L, std::size_t M>
struct lanes_of_range<lane_range<L, M>> {
  static constexpr std::size_t filled = M;
};
template <std::size_t N, std::size_t Width>
inline constexpr lane_range<Width, (N < Width ? N : Width)> first_register{0};

/// out(i) = f(i) for every i below N. On lanes, so many at a time.
template <class Math, class T, std::size_t N, std::size_t Width = lanes_for<T, N>, bool Unrolled = unrolls<N, Width>, class Out, class F>
TAPELESS_INLINE constexpr void for_each_of(Out out, F f) {
  if constexpr (Math::template native_lanes<T> > 0 && N > 1)
    if (!std::is_constant_evaluated()) {
      for_each_register<N, Width, 0, Unrolled>([&](auto at_register) TAPELESS_INLINE_LAMBDA { out.put(at_register, f(at_register)); });
      return;
    }
  for (std::size_t i = 0; i < N; ++i) out.put(i, f(i));
}

/// compute(writer), whose writer a loop may index: what is to go to registers goes through an array.
template <class Math, class T, std::size_t N, class Out, class F>
TAPELESS_INLINE constexpr void through_array(Out out, F compute) {
  if constexpr (Out::in_registers) {
    local_array<Math, T, N> all;
    compute(array_writer<Math, T>{all.at});
    for_each_of<Math, T, N, lanes_for<T, N>, true>(out, [&](auto at_index) TAPELESS_INLINE_LAMBDA { return all(at_index); });
  } else compute(out);
}
/// The same for an operand.
template <class Math, class T, std::size_t N, class In>
TAPELESS_INLINE constexpr auto in_array(const In& in) {
  if constexpr (In::in_registers) {
    local_array<Math, T, N> all;
    for_each_of<Math, T, N, lanes_for<T, N>, true>(array_writer<Math, T>{all.at}, in);
    return all;
  } else return in;
}

}  // namespace tapeless::op
