// SPDX-License-Identifier: BSL-1.0
#pragma once
// The one order of summation. sum_of<T, N>(f) = f(0) + … + f(N-1) in `lanes` partial sums that are folded by halves,
// so that it vectorises without leave to reassociate, and gives the same bits at every width.
#include <cstddef>
#include <type_traits>

namespace tapeless::op {

/// Partial sums of a long reduction: 64 bytes of them.
template <class T>
inline constexpr std::size_t lanes = std::is_arithmetic_v<T> && sizeof(T) <= 64 ? 64 / sizeof(T) : 1;

template <class T, std::size_t N, class F>
[[gnu::always_inline]] constexpr T sum_of(F f) {
  constexpr std::size_t width = lanes<T>;
  if constexpr (N <= width || width == 1) {
    T s = f(std::size_t{0});
    for (std::size_t i = 1; i < N; ++i) s += f(i);
    return s;
  } else {
    constexpr std::size_t full = N / width * width;
    T part[width];
    for (std::size_t j = 0; j < width; ++j) part[j] = f(j);
    for (std::size_t i = width; i < full; i += width)
      for (std::size_t j = 0; j < width; ++j) part[j] += f(i + j);
    for (std::size_t j = 0; j < N - full; ++j) part[j] += f(full + j);
    for (std::size_t half = width / 2; half > 0; half /= 2)
      for (std::size_t j = 0; j < half; ++j) part[j] += part[j + half];
    return part[0];
  }
}

/// The largest of f(0) … f(N-1).
template <class T, std::size_t N, class F>
[[gnu::always_inline]] constexpr T max_of(F f) {
  T m = f(std::size_t{0});
  for (std::size_t i = 1; i < N; ++i) {
    const T v = f(i);
    m = m < v ? v : m;
  }
  return m;
}

}  // namespace tapeless::op
