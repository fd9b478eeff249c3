// SPDX-License-Identifier: BSL-1.0
#pragma once
// Sums, and the largest of some numbers, over elements. There is one order of summation: partial sums that are folded by halves, so that
// it needs no leave to reassociate, and gives the same bits at every width and in constant expressions.
#include <bit>
#include <concepts>
#include <cstddef>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/element_loops.hpp>
#include <type_traits>

namespace tapeless::op {

namespace detail {

struct added {
  template <class T>
  TAPELESS_INLINE constexpr T operator()(const T& a, const T& b) const {
    return T(a + b);
  }
};
/// One instruction; of a NaN and a number it is the second.
template <class Math>
struct larger {
  template <class V>
  TAPELESS_INLINE constexpr V operator()(const V& a, const V& b) const {
    return Math::larger(a, b);
  }
};
/// NaN if one is.
template <class Math>
struct larger_or_nan {
  template <class V>
  TAPELESS_INLINE constexpr V operator()(const V& a, const V& b) const {
    return Math::select(b != b, b, Math::select(a < b, b, a));
  }
};

/// Partial results, combined by halves.
template <class T, std::size_t Width, class Fold>
TAPELESS_INLINE constexpr T folded(T (&part)[Width], Fold fold) {
  for (std::size_t half = Width / 2; half > 0; half /= 2)
    for (std::size_t j = 0; j < half; ++j) part[j] = fold(part[j], part[j + half]);
  return part[0];
}

/// The same of part_of(0) … part_of(Width-1), as straight-line code: for processors without lanes.
template <class T, std::size_t Width, std::size_t First = 0, std::size_t Step = 1, class Part, class Fold>
TAPELESS_INLINE constexpr T folded_in_registers(Part part_of, Fold fold) {
  if constexpr (Step == Width) return part_of(std::integral_constant<std::size_t, First>{});
  else
    return fold(folded_in_registers<T, Width, First, 2 * Step>(part_of, fold),
                folded_in_registers<T, Width, First + Step, 2 * Step>(part_of, fold));
}

/// Partial sums as lanes make them, without lanes.
template <class Math, std::size_t N, class T, std::size_t Width, class F, class G>
TAPELESS_INLINE constexpr void add_products_one_by_one(T (&part)[Width], std::size_t first, F f, G g) {
  for (std::size_t i = first; i < N; i += Width)
    for (std::size_t j = 0; j < Width; ++j)
      part[j] = i + j < N ? Math::fma(T(f(i + j)), T(g(i + j)), part[j]) : T(part[j] + T(0));
}
template <class Math, std::size_t N, class T, std::size_t Width, class F, class G>
TAPELESS_INLINE constexpr void products_one_by_one(T (&part)[Width], F f, G g) {
  for (std::size_t j = 0; j < Width; ++j) part[j] = j < N ? T(f(j) * g(j)) : T(0);
  add_products_one_by_one<Math, N>(part, Width, f, g);
}

}  // namespace detail

/// f(0) + … + f(N-1)
template <class Math, class T, std::size_t N, class F>
TAPELESS_INLINE constexpr T sum_of(F f) {
  constexpr std::size_t width = lanes_for<T, N>;
  if constexpr (runs_on_lanes<Math, T, N>)
    if (!std::is_constant_evaluated()) {
      auto part = Math::template first_lanes<N>(f(first_register<N, width>));
      for_each_register<N, width, width>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
        part = part + Math::template first_lanes<lanes_of_range<decltype(at_register)>::filled>(f(at_register));
      });
      return Math::sum_of_lanes(part);
    }
  T part[width];
  for (std::size_t j = 0; j < width; ++j) part[j] = j < N ? T(f(j)) : T(0);
  for (std::size_t i = width; i < N; i += width)
    for (std::size_t j = 0; j < width; ++j) part[j] = part[j] + (i + j < N ? T(f(i + j)) : T(0));
  return detail::folded(part, detail::added{});
}

/// Does F return zeros in the lanes that are not filled? What loads does.
template <class F>
inline constexpr bool fills_with_zeros = requires { requires F::is_loaded; };
template <class Math, std::size_t Filled, class F, class Range>
TAPELESS_INLINE inline auto filled_with_zeros(F f, Range at_register) {
  if constexpr (fills_with_zeros<F>) return f(at_register);
  else return Math::template first_lanes<Filled>(f(at_register));
}

/// f(i)·g(i), for rows f of one g: where g is to be filled, it is done once for all of them.
template <class Math, std::size_t Filled, class F, class G, class Range>
TAPELESS_INLINE inline auto product_filled_with_zeros(F f, G g, Range at_register) {
  if constexpr (fills_with_zeros<F>) return f(at_register) * filled_with_zeros<Math, Filled>(g, at_register);
  else return Math::template first_lanes<Filled>(f(at_register) * g(at_register));
}

/// Adds f(i)·g(i), from the register at First on, to partial sums in lanes.
template <class Math, std::size_t N, std::size_t Width, std::size_t First, class Part, class F, class G>
TAPELESS_INLINE inline void add_partial_sums_of_products(Part& part, F f, G g) {
  for_each_register<N, Width, First>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
    constexpr std::size_t filled_lanes = lanes_of_range<decltype(at_register)>::filled;
    part = Math::fma(filled_with_zeros<Math, filled_lanes>(f, at_register), filled_with_zeros<Math, filled_lanes>(g, at_register), part);
  });
}
/// The partial sums of Σ f(i)·g(i) in lanes, each product fused with its sum where the target can.
template <class Math, class T, std::size_t N, std::size_t Width = lanes_for<T, N>, class F, class G>
TAPELESS_INLINE inline auto partial_sums_of_products(F f, G g) {
  auto part = product_filled_with_zeros<Math, N>(f, g, first_register<N, Width>);
  add_partial_sums_of_products<Math, N, Width, Width>(part, f, g);
  return part;
}

/// In how many lanes N products are summed: half as many, where N elements would fill them in part only, so that nothing is done for empty ones. Not
/// where f is loaded by mask, all at once.
template <class Math, class T, std::size_t N, class F>
inline constexpr std::size_t width_of_folded_sums =
    N < lanes_for<T, N> && !(fills_with_zeros<F> && Math::template loads_by_mask<T, N, lanes_for<T, N>>) ? lanes_for<T, N> / 2 : lanes_for<T, N>;
/// The partial sums in so many lanes: the same, folded once.
template <class Math, class T, std::size_t N, class F, class G>
TAPELESS_INLINE inline auto folded_sums_of_products(F f, G g) {
  constexpr std::size_t half = width_of_folded_sums<Math, T, N, F>;
  if constexpr (half < lanes_for<T, N>) {
    constexpr lane_range<half, half> low{0};
    constexpr lane_range<half, N - half> high{half};
    return f(low) * g(low) + product_filled_with_zeros<Math, N - half>(f, g, high);
  } else return partial_sums_of_products<Math, T, N>(f, g);
}

/// Σ f(i)·g(i)
template <class Math, class T, std::size_t N, class F, class G>
TAPELESS_INLINE constexpr T sum_of_products(F f, G g) {
  constexpr std::size_t width = lanes_for<T, N>;
  if constexpr (runs_on_lanes<Math, T, N>)
    if (!std::is_constant_evaluated()) return Math::sum_of_lanes(folded_sums_of_products<Math, T, N>(f, g));
  if constexpr (std::floating_point<T> && Math::template native_lanes<T> == 0 && N <= longest_unrolled)
    if (!std::is_constant_evaluated())
      return detail::folded_in_registers<T, width>(
          [&](auto at_part) TAPELESS_INLINE_LAMBDA {
            constexpr std::size_t first_term = at_part;
            if constexpr (first_term >= N) return T(0);
            else {
              T sum = T(f(first_term) * g(first_term));
              for (std::size_t at_term = first_term + width; at_term < N; at_term += width) sum = Math::fma(T(f(at_term)), T(g(at_term)), sum);
              if constexpr (N > width && N % width != 0 && first_term >= N % width) sum = sum + T(0);
              return sum;
            }
          },
          detail::added{});
  T part[width];
  detail::products_one_by_one<Math, N>(part, f, g);
  return detail::folded(part, detail::added{});
}

/// Σ f(i)·g(i) + Σ h(j)·k(j), both in the same partial sums.
template <class Math, class T, std::size_t N, std::size_t M, class F, class G, class H, class K>
TAPELESS_INLINE constexpr T sum_of_two_products(F f, G g, H h, K k) {
  T part[lanes_for<T, (N < M ? M : N)>];
  detail::products_one_by_one<Math, N>(part, f, g);
  detail::add_products_one_by_one<Math, M>(part, 0, h, k);
  return detail::folded(part, detail::added{});
}

/// The largest of f(0) … f(N-1). Which one it is where there is a NaN is not said, unless Larger says it.
template <class Math, class T, std::size_t N, class Larger = detail::larger<Math>, class F>
TAPELESS_INLINE constexpr T max_of(F f) {
  constexpr std::size_t width = lanes<T> < std::bit_floor(N) ? lanes<T> : std::bit_floor(N);
  constexpr Larger larger;
  if constexpr (runs_on_lanes<Math, T, N>)
    if (!std::is_constant_evaluated()) {
      auto part = f(first_register<N, width>);
      for_each_register<N, width, width>([&](auto at_register) TAPELESS_INLINE_LAMBDA {
        part = larger(part, Math::template first_lanes_or<lanes_of_range<decltype(at_register)>::filled>(f(at_register), part));
      });
      return Math::fold_lanes(part, larger);
    }
  T part[width];
  for (std::size_t j = 0; j < width; ++j) part[j] = f(j);
  for (std::size_t i = width; i < N; i += width)
    for (std::size_t j = 0; j < width && i + j < N; ++j) part[j] = larger(part[j], T(f(i + j)));
  return detail::folded(part, larger);
}

}  // namespace tapeless::op
