// SPDX-License-Identifier: BSL-1.0
#pragma once
// Loops over elements, on lanes of numbers where the Math policy has them. What runs for an element is a function of an
// index; on lanes the index is a lane_range, and the function is the same. There is one order of summation: partial sums
// that are folded by halves, so that it needs no leave to reassociate, and gives the same bits at every width and in
// constant expressions.
#include <bit>
#include <cstddef>
#include <type_traits>

namespace tapeless::op {

/// How many partial sums a long reduction has: 64 bytes of them.
template <class T>
inline constexpr std::size_t lanes = std::is_arithmetic_v<T> && sizeof(T) <= 64 ? 64 / sizeof(T) : 1;

/// So many of them for N elements.
template <class T, std::size_t N>
inline constexpr std::size_t lanes_for = lanes<T> < std::bit_ceil(N) ? lanes<T> : std::bit_ceil(N);

/// M elements from `begin` on, in the first of L lanes; what the other lanes hold does not matter.
template <std::size_t L, std::size_t M>
struct lane_range {
  std::size_t begin;
  friend constexpr lane_range operator+(lane_range r, std::size_t by) { return {r.begin + by}; }
};

/// Does a reduction of N elements run on lanes? Very short ones do not; the result is the same.
template <class Math, class T, std::size_t N>
inline constexpr bool runs_on_lanes = Math::template native_lanes<T> > 0 && N >= 4;

/// v, as a T if it is one number (which may be an unevaluated product, for number types of a user's).
template <class Math, class T, class V>
[[gnu::always_inline]] constexpr auto evaluated(const V& v) {
  if constexpr (Math::template is_lanes<V>) return v;
  else return T(v);
}

/// An array in a function, read and written like an operand and a result.
template <class Math, class T, std::size_t N>
struct local_array {
  T at[N];
  template <class Index>
  [[gnu::always_inline]] constexpr auto operator()(Index i) const {
    return Math::load(static_cast<const T*>(at), i);
  }
};
template <class Math, class T>
struct array_writer {
  T* at;
  template <class Index, class V>
  [[gnu::always_inline]] constexpr void put(Index i, const V& v) const {
    Math::store(v, at, i);
  }
};

/// A writer whose indices begin later.
template <class Out>
struct shifted {
  Out out;
  std::size_t by;
  template <class Index, class V>
  [[gnu::always_inline]] constexpr void put(Index i, const V& v) const {
    out.put(i + by, v);
  }
};

/// out(i) = f(i) for every i below N. On lanes, so many at a time.
template <class Math, class T, std::size_t N, std::size_t Width = lanes_for<T, N>, class Out, class F>
[[gnu::always_inline]] constexpr void for_each_of(Out out, F f) {
  if constexpr (Math::template native_lanes<T> > 0 && N > 1)
    if (!std::is_constant_evaluated()) {
      constexpr std::size_t full = N / Width * Width;
      using whole = lane_range<Width, Width>;
      for (std::size_t i = 0; i < full; i += Width) out.put(whole{i}, f(whole{i}));
      if constexpr (full < N) {
        using tail = lane_range<Width, N - full>;
        out.put(tail{full}, f(tail{full}));
      }
      return;
    }
  for (std::size_t i = 0; i < N; ++i) out.put(i, f(i));
}

namespace detail {

struct added {
  template <class T>
  [[gnu::always_inline]] constexpr T operator()(const T& a, const T& b) const {
    return T(a + b);
  }
};
template <class Math>
struct larger {
  template <class V>
  [[gnu::always_inline]] constexpr V operator()(const V& a, const V& b) const {
    return Math::select(b != b, b, Math::select(a < b, b, a));
  }
};

/// Partial results, combined by halves.
template <class T, std::size_t Width, class Fold>
[[gnu::always_inline]] constexpr T folded(T (&part)[Width], Fold fold) {
  for (std::size_t half = Width / 2; half > 0; half /= 2)
    for (std::size_t j = 0; j < half; ++j) part[j] = fold(part[j], part[j + half]);
  return part[0];
}

}  // namespace detail

/// f(0) + … + f(N-1)
template <class Math, class T, std::size_t N, class F>
[[gnu::always_inline]] constexpr T sum_of(F f) {
  constexpr std::size_t width = lanes_for<T, N>, full = N / width * width;
  if constexpr (runs_on_lanes<Math, T, N>)
    if (!std::is_constant_evaluated()) {
      using whole = lane_range<width, width>;
      using tail = lane_range<width, N - full>;
      if constexpr (full == 0) {
        return Math::sum_of_lanes(Math::template first_lanes<N>(f(tail{0})));
      } else {
        auto part = f(whole{0});
        for (std::size_t i = width; i < full; i += width) part = part + f(whole{i});
        if constexpr (full < N) part = part + Math::template first_lanes<N - full>(f(tail{full}));
        return Math::sum_of_lanes(part);
      }
    }
  T part[width];
  for (std::size_t j = 0; j < width; ++j) part[j] = j < N ? T(f(j)) : T(0);
  for (std::size_t i = width; i < N; i += width)
    for (std::size_t j = 0; j < width; ++j) part[j] = part[j] + (i + j < N ? T(f(i + j)) : T(0));
  return detail::folded(part, detail::added{});
}

/// Σ f(i)·g(i), each product fused with the sum where the target can.
template <class Math, class T, std::size_t N, class F, class G>
[[gnu::always_inline]] constexpr T sum_of_products(F f, G g) {
  constexpr std::size_t width = lanes_for<T, N>, full = N / width * width;
  if constexpr (runs_on_lanes<Math, T, N>)
    if (!std::is_constant_evaluated()) {
      using whole = lane_range<width, width>;
      using tail = lane_range<width, N - full>;
      if constexpr (full == 0) {
        return Math::sum_of_lanes(Math::template first_lanes<N>(f(tail{0}) * g(tail{0})));
      } else {
        auto part = f(whole{0}) * g(whole{0});
        for (std::size_t i = width; i < full; i += width) part = Math::fma(f(whole{i}), g(whole{i}), part);
        if constexpr (full < N)
          part = Math::fma(Math::template first_lanes<N - full>(f(tail{full})),
                           Math::template first_lanes<N - full>(g(tail{full})), part);
        return Math::sum_of_lanes(part);
      }
    }
  T part[width];
  for (std::size_t j = 0; j < width; ++j) part[j] = j < N ? T(f(j) * g(j)) : T(0);
  for (std::size_t i = width; i < N; i += width)
    for (std::size_t j = 0; j < width; ++j)
      part[j] = i + j < N ? Math::fma(T(f(i + j)), T(g(i + j)), part[j]) : T(part[j] + T(0));
  return detail::folded(part, detail::added{});
}

/// The largest of f(0) … f(N-1); NaN if there is one. The last lanes overlap those before them.
template <class Math, class T, std::size_t N, class F>
[[gnu::always_inline]] constexpr T max_of(F f) {
  constexpr std::size_t width = lanes<T> < std::bit_floor(N) ? lanes<T> : std::bit_floor(N);
  constexpr detail::larger<Math> larger;
  if constexpr (runs_on_lanes<Math, T, N>)
    if (!std::is_constant_evaluated()) {
      using whole = lane_range<width, width>;
      auto part = f(whole{0});
      for (std::size_t i = width; i + width <= N; i += width) part = larger(part, f(whole{i}));
      if constexpr (N % width != 0) part = larger(part, f(whole{N - width}));
      return Math::largest_of_lanes(part);
    }
  T part[width];
  for (std::size_t j = 0; j < width; ++j) part[j] = f(j);
  for (std::size_t i = width; i + width <= N; i += width)
    for (std::size_t j = 0; j < width; ++j) part[j] = larger(part[j], T(f(i + j)));
  if constexpr (N % width != 0)
    for (std::size_t j = 0; j < width; ++j) part[j] = larger(part[j], T(f(N - width + j)));
  return detail::folded(part, larger);
}

}  // namespace tapeless::op
