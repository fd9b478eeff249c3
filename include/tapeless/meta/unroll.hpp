// SPDX-License-Identifier: BSL-1.0
#pragma once
// A loop over constant indices: unroll<N>(f) calls f(index_c<0>) … f(index_c<N-1>).
// One fold over thousands of calls is quadratic in GCC and beyond clang's limit of 256, so folds are chunked.
#include <cstddef>
#include <utility>
#include <tapeless/meta/target.hpp>

namespace tapeless::meta {

template <std::size_t I>
using index_constant = std::integral_constant<std::size_t, I>;

inline constexpr std::size_t chunk = 50;

template <std::size_t Begin, class F, std::size_t... I>
TAPELESS_INLINE constexpr void unroll_chunk(F& f, std::index_sequence<I...>) {
  (f(index_constant<Begin + I>{}), ...);
}

template <std::size_t N, class F>
TAPELESS_INLINE constexpr void unroll(F f) {
  constexpr std::size_t full = N / chunk;
  if constexpr (full > 0) {
    [&]<std::size_t... C>(std::index_sequence<C...>) TAPELESS_INLINE_LAMBDA {
      (unroll_chunk<C * chunk>(f, std::make_index_sequence<chunk>{}), ...);
    }(std::make_index_sequence<full>{});
  }
  unroll_chunk<full * chunk>(f, std::make_index_sequence<N % chunk>{});
}

}  // namespace tapeless::meta
