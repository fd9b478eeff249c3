// SPDX-License-Identifier: BSL-1.0
#pragma once

// Functions of lanes that need no memory: halves, roots, bits and signs, float and double.
// in: lanes.  out: element by element what is said of numbers in basic.hpp.

#include <tapeless/math/lanes.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

#if TAPELESS_VECTOR_BYTES > 0

// --- halves ---------------------------------------------------------------------------------------------------------

namespace detail {

template <class T, int N, class V, int... I>
TAPELESS_LANES inline lanes<T, N> shuffled(V a, V b, std::integer_sequence<int, I...>) {
  return {__builtin_shufflevector(a, b, I...)};
}

}  // namespace detail

template <class T, int N>
TAPELESS_LANES inline lanes<T, N / 2> lower(lanes<T, N> a) {
  if constexpr (N <= native_lanes<T>) return detail::shuffled<T, N / 2>(a.v, a.v, detail::count<0, N / 2>{});
  else return a.low;
}
template <class T, int N>
TAPELESS_LANES inline lanes<T, N / 2> upper(lanes<T, N> a) {
  if constexpr (N <= native_lanes<T>) return detail::shuffled<T, N / 2>(a.v, a.v, detail::count<N / 2, N / 2>{});
  else return a.high;
}
/// A register of doubles with the bits of N numbers.
template <class T, int N>
using doubles_of = detail::vector<double, (N * sizeof(T) < sizeof(double) ? 1 : N * sizeof(T) / sizeof(double))>;

template <class T, int N>
TAPELESS_LANES inline lanes<T, 2 * N> joined(lanes<T, N> a, lanes<T, N> b) {
  using half = doubles_of<T, N>;
  if constexpr (2 * N <= native_lanes<T> && requires(half part) { detail::of_halves(part, part); })
    return {__builtin_bit_cast(typename lanes<T, 2 * N>::vector, detail::of_halves(__builtin_bit_cast(half, a.v), __builtin_bit_cast(half, b.v)))};
  else if constexpr (2 * N <= native_lanes<T>) return detail::shuffled<T, 2 * N>(a.v, b.v, detail::count<0, 2 * N>{});
  else return {a, b};
}

/// a, and as many zeros.
template <class T, int N>
TAPELESS_LANES inline lanes<T, 2 * N> with_zeros(lanes<T, N> a) {
  using half = doubles_of<T, N>;
  if constexpr (2 * N <= native_lanes<T> && requires(half low) { detail::zero_extended(low); })
    return {__builtin_bit_cast(typename lanes<T, 2 * N>::vector, detail::zero_extended(__builtin_bit_cast(half, a.v)))};
  else return joined(a, lanes<T, N>(T{0}));
}

// --- roots, bits and signs --------------------------------------------------------------------------------------------

template <class T, int N>
TAPELESS_LANES inline lanes<T, N> sqrt(lanes<T, N> a) {
  if constexpr (N <= native_lanes<T>) return {detail::root(a.v)};
  else return {sqrt(a.low), sqrt(a.high)};
}

// Register by register: what is copied at once GCC keeps in memory, and reads back in other pieces.
template <class T, int N>
TAPELESS_LANES inline lanes<detail::unsigned_of<sizeof(T)>, N> to_bits(lanes<T, N> a) {
  if constexpr (N > native_lanes<T>) return {to_bits(a.low), to_bits(a.high)};
  else return __builtin_bit_cast(lanes<detail::unsigned_of<sizeof(T)>, N>, a);
}
template <class T, int N>
TAPELESS_LANES inline lanes<detail::floating_of<sizeof(T)>, N> from_bits(lanes<T, N> a) {
  if constexpr (N > native_lanes<T>) return {from_bits(a.low), from_bits(a.high)};
  else return __builtin_bit_cast(lanes<detail::floating_of<sizeof(T)>, N>, a);
}

template <class T>
inline constexpr detail::unsigned_of<sizeof(T)> sign_bit_of = detail::unsigned_of<sizeof(T)>{1} << (8 * sizeof(T) - 1);

template <class T, int N>
TAPELESS_LANES inline lanes<T, N> abs(lanes<T, N> a) {
  return from_bits(to_bits(a) & ~sign_bit_of<T>);
}
template <class T, int N>
TAPELESS_LANES inline lanes<T, N> copy_sign(lanes<T, N> magnitude, std::type_identity_t<lanes<T, N>> sign) {
  return from_bits((to_bits(magnitude) & ~sign_bit_of<T>) | (to_bits(sign) & sign_bit_of<T>));
}
/// The same for a magnitude whose sign is not set.
template <class T, int N>
TAPELESS_LANES inline lanes<T, N> with_sign_of(lanes<T, N> sign, std::type_identity_t<lanes<T, N>> magnitude) {
  return from_bits(to_bits(magnitude) | (to_bits(sign) & sign_bit_of<T>));
}
/// Is bit k of an integer set? It is compared as a sign, of which GCC makes nothing where a selection asks for the sign only. SSE2 cannot compare
/// lanes of 8 bytes.
template <class T, int N>
TAPELESS_LANES inline mask<sizeof(T), N> bit_of(lanes<T, N> a, int k) {
  if constexpr (N > native_lanes<T>) {
    return {bit_of(a.low, k), bit_of(a.high, k)};
  } else {
#if defined(__SSE2__) && !defined(__SSE4_1__)
    if constexpr (sizeof(T) == 8) return __builtin_bit_cast(mask<sizeof(T), N>, lanes<T, N>(T{0}) - ((a >> k) & T{1}));
#endif
    using whole = typename mask<sizeof(T), N>::vector;
    return {detail::compared(__builtin_bit_cast(whole, a >> k << (8 * static_cast<int>(sizeof(T)) - 1)) < whole{})};
  }
}
template <class T, int N>
TAPELESS_LANES inline auto is_nan(lanes<T, N> a) {
  return a != a;
}
template <class T, int N>
TAPELESS_LANES inline lanes<T, N> product_or_infinity(lanes<T, N> a, lanes<T, N> power) {
  return a * power;
}

// --- float and double -----------------------------------------------------------------------------------------------

template <int N>
TAPELESS_LANES inline lanes<double, N> to_double(lanes<float, N> a) {
  if constexpr (N <= native_lanes<double>) return {__builtin_convertvector(a.v, detail::vector<double, N>)};
  else if constexpr (N <= native_lanes<float>)
    return {to_double(lower(a)), to_double(upper(a))};
  else return {to_double(a.low), to_double(a.high)};
}
template <int N>
TAPELESS_LANES inline lanes<float, N> to_float(lanes<double, N> a) {
  if constexpr (N <= native_lanes<double>) return {__builtin_convertvector(a.v, detail::vector<float, N>)};
  else if constexpr (N <= native_lanes<float>)
    return joined(to_float(a.low), to_float(a.high));
  else return {to_float(a.low), to_float(a.high)};
}

#else

template <class T, int N>
lanes<T, 2 * N> joined(lanes<T, N>, lanes<T, N>);
template <class T, int N>
lanes<T, N / 2> lower(lanes<T, N>);
template <class T, int N>
lanes<T, N / 2> upper(lanes<T, N>);

#endif

// What follows is for functions that are written once for a V that is double or lanes of doubles. In constant expressions, where
// comparing with NaN and overflowing are errors, they return early; at run time nothing branches.

template <class V>
inline constexpr bool is_number = std::is_same_v<V, double>;
template <class V>
using same = std::type_identity_t<V>;
template <class V>
using bits_of = decltype(to_bits(V{}));

}  // namespace tapeless::math
