// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/sum_of.hpp>

#include <bit>
#include <cstddef>
#include <utility>

#include <tapeless/tapeless.hpp>

// Sums lose no term, whatever their length and the size of a number: the long double of 32-bit x86 has 12 bytes, by which 64 are not
// divided.

namespace tl = tapeless;
using namespace tl::literals;

namespace {

template <std::size_t N>
constexpr auto a = tl::input<"a", tl::vec<N>>;

/// Powers of two: no term can make up for another, and the sums are exact.
template <class T, std::size_t N>
constexpr bool adds_all() {
  tl::tensor<T, tl::vec<N>> x{};
  T power = 1, sum = 0, squares = 0, largest = 0;
  for (std::size_t i = 0; i < N; ++i, power *= 2) {
    x[i] = power;
    sum += power;
    squares += power * power;
    largest = power;
  }
  constexpr auto v = a<N>;
  constexpr auto all = tl::function(tapeless::sum(v), dot(v, v), max_element(v), tapeless::sum(v * 3_c));
  const auto [of_all, of_squares, greatest, of_products] = all(v = x);
  return of_all == sum && of_squares == squares && greatest == largest && of_products == 3 * sum;
}

template <class T, std::size_t... N>
constexpr bool adds_all(std::index_sequence<N...>) {
  return (adds_all<T, N + 1>() && ...);
}

static_assert(std::has_single_bit(tl::op::lanes<long double>));
static_assert(adds_all<float>(std::make_index_sequence<12>{}));
static_assert(adds_all<double>(std::make_index_sequence<20>{}));
static_assert(adds_all<long double>(std::make_index_sequence<20>{}));

}  // namespace
