// SPDX-License-Identifier: BSL-1.0
#pragma once

// lanes<T, N>: N numbers that are computed side by side, made of the vector registers of the target; mask: one truth
// value for each. A number beside lanes is in every lane. What is written once for a type V with this arithmetic runs on
// numbers and on lanes.
// in: float, double, or unsigned integers of their sizes; N a power of two.  out: element by element what the number
// type does. Not for constant expressions.

#include <bit>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/fma.hpp>

// Registers of so many bytes; 0: none, and everything is computed one by one, to the same bits. Set it to say otherwise.
#if defined(TAPELESS_VECTOR_BYTES)
#elif !defined(__GNUC__)
#define TAPELESS_VECTOR_BYTES 0
#elif defined(__AVX512F__)
#define TAPELESS_VECTOR_BYTES 64
#elif defined(__AVX2__)
#define TAPELESS_VECTOR_BYTES 32
#elif defined(__SSE2__) || defined(__ARM_NEON)
#define TAPELESS_VECTOR_BYTES 16
#else
#define TAPELESS_VECTOR_BYTES 0
#endif

namespace tapeless::math {

/// Are there vector registers at all?
inline constexpr bool has_lanes = TAPELESS_VECTOR_BYTES > 0;

#define TAPELESS_INLINE [[gnu::always_inline]] inline

#if TAPELESS_VECTOR_BYTES > 0

/// How many numbers one register of the target holds.
template <class T>
inline constexpr int native_lanes = TAPELESS_VECTOR_BYTES / static_cast<int>(sizeof(T));

template <class T, int N, bool Native = (N <= native_lanes<T>)>
struct lanes;
template <int Bytes, int N, bool Native = (N * Bytes <= TAPELESS_VECTOR_BYTES)>
struct mask;

namespace detail {

template <int First, int... I>
std::integer_sequence<int, First + I...> counted_from(std::integer_sequence<int, I...>);
template <int First, int N>
using count = decltype(counted_from<First>(std::make_integer_sequence<int, N>{}));

template <class T, int N>
struct vector_of {
  typedef T type __attribute__((vector_size(N * sizeof(T))));
};
template <class T, int N>
using vector = typename vector_of<T, N>::type;

template <int Bytes>
using unsigned_of = std::conditional_t<Bytes == 8, std::uint64_t, std::uint32_t>;
template <int Bytes>
using signed_of = std::conditional_t<Bytes == 8, std::int64_t, std::int32_t>;
template <int Bytes>
using floating_of = std::conditional_t<Bytes == 8, double, float>;

template <class T, int... I>
[[gnu::always_inline]] inline vector<T, sizeof...(I)> in_every_lane(T s, std::integer_sequence<int, I...>) {
  return vector<T, sizeof...(I)>{(void(I), s)...};
}

// One instruction each; a loop over the lanes is not dependably made into one.
template <class V>
[[gnu::always_inline]] inline V fused(V a, V b, V c) {
#if defined(__has_builtin) && __has_builtin(__builtin_elementwise_fma)
  return __builtin_elementwise_fma(a, b, c);
#else
#if defined(__FMA__)
  using element = std::remove_cvref_t<decltype(a[0])>;
  constexpr bool is_double = sizeof(element) == 8;
  if constexpr (sizeof(V) == 16 && is_double) return __builtin_ia32_vfmaddpd(a, b, c);
  else if constexpr (sizeof(V) == 16) return __builtin_ia32_vfmaddps(a, b, c);
  else if constexpr (sizeof(V) == 32 && is_double) return __builtin_ia32_vfmaddpd256(a, b, c);
  else if constexpr (sizeof(V) == 32) return __builtin_ia32_vfmaddps256(a, b, c);
#if defined(__AVX512F__)
  else if constexpr (sizeof(V) == 64 && is_double) return __builtin_ia32_vfmaddpd512_mask(a, b, c, -1, 4);
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_vfmaddps512_mask(a, b, c, -1, 4);
#endif
  else
#endif
  {
    for (unsigned i = 0; i < sizeof(V) / sizeof(a[0]); ++i) a[i] = math::fma(a[i], b[i], c[i]);
    return a;
  }
#endif
}

template <class V>
[[gnu::always_inline]] inline V root(V a) {
#if defined(__has_builtin) && __has_builtin(__builtin_elementwise_sqrt)
  return __builtin_elementwise_sqrt(a);
#else
#if defined(__SSE2__)
  using element = std::remove_cvref_t<decltype(a[0])>;
  constexpr bool is_double = sizeof(element) == 8;
  if constexpr (sizeof(V) == 16 && is_double) return __builtin_ia32_sqrtpd(a);
  else if constexpr (sizeof(V) == 16) return __builtin_ia32_sqrtps(a);
#if defined(__AVX__)
  else if constexpr (sizeof(V) == 32 && is_double) return __builtin_ia32_sqrtpd256(a);
  else if constexpr (sizeof(V) == 32) return __builtin_ia32_sqrtps256(a);
#endif
#if defined(__AVX512F__) && defined(__clang__)
  else if constexpr (sizeof(V) == 64 && is_double) return __builtin_ia32_sqrtpd512(a, 4);
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_sqrtps512(a, 4);
#elif defined(__AVX512F__)
  else if constexpr (sizeof(V) == 64 && is_double) return __builtin_ia32_sqrtpd512_mask(a, a, -1, 4);
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_sqrtps512_mask(a, a, -1, 4);
#endif
  else
#endif
  {
    for (unsigned i = 0; i < sizeof(V) / sizeof(a[0]); ++i) a[i] = __builtin_sqrt(a[i]);
    return a;
  }
#endif
}

template <class V>
[[gnu::always_inline]] inline bool any_bit(V v) {
#if defined(__AVX__)
  if constexpr (sizeof(V) == 32) return __builtin_ia32_movmskpd256(std::bit_cast<vector<double, 4>>(v)) != 0;
#endif
#if defined(__SSE2__)
  if constexpr (sizeof(V) == 16) return __builtin_ia32_movmskpd(std::bit_cast<vector<double, 2>>(v)) != 0;
#endif
  if constexpr (sizeof(V) == 64) {
    using half = vector<std::uint64_t, 4>;
    struct halves {
      half low, high;
    };
    const halves h = std::bit_cast<halves>(v);
    return any_bit(half(h.low | h.high));
  } else {
    auto all = v[0];
    for (unsigned i = 1; i < sizeof(V) / sizeof(v[0]); ++i) all |= v[i];
    return all != 0;
  }
}

}  // namespace detail

// --- in one register ------------------------------------------------------------------------------------------------

template <int Bytes, int N>
struct mask<Bytes, N, true> {
  using vector = detail::vector<detail::signed_of<Bytes>, N>;
  using number = lanes<detail::floating_of<Bytes>, N>;
  vector v;

  TAPELESS_INLINE friend mask operator&&(mask a, mask b) { return {a.v & b.v}; }
  TAPELESS_INLINE friend mask operator||(mask a, mask b) { return {a.v | b.v}; }
  TAPELESS_INLINE friend mask operator==(mask a, mask b) { return {~(a.v ^ b.v)}; }
  TAPELESS_INLINE friend mask operator!(mask a) { return {~a.v}; }
  TAPELESS_INLINE friend bool any(mask a) { return detail::any_bit(a.v); }
  TAPELESS_INLINE friend number select(mask m, number yes, number no) {
#if defined(__clang__) || defined(__SSE4_1__)
    return {m.v ? yes.v : no.v};
#else  // GCC makes a comparison with 0 of it, for which SSE2 has no instruction, and of that jumps
    return {std::bit_cast<typename number::vector>((m.v & std::bit_cast<vector>(yes.v)) |
                                                   (~m.v & std::bit_cast<vector>(no.v)))};
#endif
  }
};

template <class T, int N>
struct lanes<T, N, true> {
  using element = T;
  using vector = detail::vector<T, N>;
  using truth = mask<sizeof(T), N>;
  static constexpr int size = N;
  vector v;

  lanes() = default;
  TAPELESS_INLINE lanes(T one_number) : v(detail::in_every_lane(one_number, std::make_integer_sequence<int, N>{})) {}
  TAPELESS_INLINE lanes(vector register_value) : v(register_value) {}

  TAPELESS_INLINE static lanes load(const T* from) {
    lanes a;
    std::memcpy(&a.v, from, sizeof(vector));
    return a;
  }
  TAPELESS_INLINE void store(T* to) const { std::memcpy(to, &v, sizeof(vector)); }
  TAPELESS_INLINE T operator[](int i) const { return v[i]; }

  TAPELESS_INLINE friend lanes operator+(lanes a, lanes b) { return {a.v + b.v}; }
  TAPELESS_INLINE friend lanes operator-(lanes a, lanes b) { return {a.v - b.v}; }
  TAPELESS_INLINE friend lanes operator*(lanes a, lanes b) { return {a.v * b.v}; }
  TAPELESS_INLINE friend lanes operator/(lanes a, lanes b) { return {a.v / b.v}; }
  TAPELESS_INLINE friend lanes operator-(lanes a) { return {-a.v}; }
  TAPELESS_INLINE friend lanes operator&(lanes a, lanes b) { return {a.v & b.v}; }
  TAPELESS_INLINE friend lanes operator|(lanes a, lanes b) { return {a.v | b.v}; }
  TAPELESS_INLINE friend lanes operator^(lanes a, lanes b) { return {a.v ^ b.v}; }
  TAPELESS_INLINE friend lanes operator~(lanes a) { return {~a.v}; }
  TAPELESS_INLINE friend lanes operator<<(lanes a, int by) { return {a.v << by}; }
  TAPELESS_INLINE friend lanes operator>>(lanes a, int by) { return {a.v >> by}; }
  TAPELESS_INLINE friend truth operator<(lanes a, lanes b) { return {a.v < b.v}; }
  TAPELESS_INLINE friend truth operator<=(lanes a, lanes b) { return {a.v <= b.v}; }
  TAPELESS_INLINE friend truth operator>(lanes a, lanes b) { return {a.v > b.v}; }
  TAPELESS_INLINE friend truth operator>=(lanes a, lanes b) { return {a.v >= b.v}; }
  TAPELESS_INLINE friend truth operator==(lanes a, lanes b) { return {a.v == b.v}; }
  TAPELESS_INLINE friend truth operator!=(lanes a, lanes b) { return {a.v != b.v}; }
  TAPELESS_INLINE friend lanes fma(lanes a, lanes b, lanes c) {
    if constexpr (has_fma<T>) return {detail::fused(a.v, b.v, c.v)};
    else return {a.v * b.v + c.v};
  }
};

// --- in several registers -------------------------------------------------------------------------------------------

template <int Bytes, int N>
struct mask<Bytes, N, false> {
  using half = mask<Bytes, N / 2>;
  using number = lanes<detail::floating_of<Bytes>, N>;
  half low, high;

  TAPELESS_INLINE friend mask operator&&(mask a, mask b) { return {a.low && b.low, a.high && b.high}; }
  TAPELESS_INLINE friend mask operator||(mask a, mask b) { return {a.low || b.low, a.high || b.high}; }
  TAPELESS_INLINE friend mask operator==(mask a, mask b) { return {a.low == b.low, a.high == b.high}; }
  TAPELESS_INLINE friend mask operator!(mask a) { return {!a.low, !a.high}; }
  TAPELESS_INLINE friend bool any(mask a) { return any(a.low || a.high); }
  TAPELESS_INLINE friend number select(mask m, number yes, number no) {
    return {select(m.low, yes.low, no.low), select(m.high, yes.high, no.high)};
  }
};

template <class T, int N>
struct lanes<T, N, false> {
  using element = T;
  using half = lanes<T, N / 2>;
  using truth = mask<sizeof(T), N>;
  static constexpr int size = N;
  half low, high;

  lanes() = default;
  TAPELESS_INLINE lanes(T one_number) : low(one_number), high(one_number) {}
  TAPELESS_INLINE lanes(half low_lanes, half high_lanes) : low(low_lanes), high(high_lanes) {}

  TAPELESS_INLINE static lanes load(const T* from) { return {half::load(from), half::load(from + N / 2)}; }
  TAPELESS_INLINE void store(T* to) const {
    low.store(to);
    high.store(to + N / 2);
  }
  TAPELESS_INLINE T operator[](int i) const { return i < N / 2 ? low[i] : high[i - N / 2]; }

#define TAPELESS_EACH(op)                                                                  \
  TAPELESS_INLINE friend lanes operator op(lanes a, lanes b) { return {a.low op b.low, a.high op b.high}; }
  TAPELESS_EACH(+) TAPELESS_EACH(-) TAPELESS_EACH(*) TAPELESS_EACH(/) TAPELESS_EACH(&) TAPELESS_EACH(|) TAPELESS_EACH(^)
#undef TAPELESS_EACH
#define TAPELESS_EACH(op)                                                                  \
  TAPELESS_INLINE friend truth operator op(lanes a, lanes b) { return {a.low op b.low, a.high op b.high}; }
  TAPELESS_EACH(<) TAPELESS_EACH(<=) TAPELESS_EACH(>) TAPELESS_EACH(>=) TAPELESS_EACH(==) TAPELESS_EACH(!=)
#undef TAPELESS_EACH
  TAPELESS_INLINE friend lanes operator-(lanes a) { return {-a.low, -a.high}; }
  TAPELESS_INLINE friend lanes operator~(lanes a) { return {~a.low, ~a.high}; }
  TAPELESS_INLINE friend lanes operator<<(lanes a, int by) { return {a.low << by, a.high << by}; }
  TAPELESS_INLINE friend lanes operator>>(lanes a, int by) { return {a.low >> by, a.high >> by}; }
  TAPELESS_INLINE friend lanes fma(lanes a, lanes b, lanes c) {
    return {fma(a.low, b.low, c.low), fma(a.high, b.high, c.high)};
  }
};

// --- halves ---------------------------------------------------------------------------------------------------------

namespace detail {

template <class T, int N, class V, int... I>
TAPELESS_INLINE lanes<T, N> shuffled(V a, V b, std::integer_sequence<int, I...>) {
  return {__builtin_shufflevector(a, b, I...)};
}

}  // namespace detail

template <class T, int N>
TAPELESS_INLINE lanes<T, N / 2> lower(lanes<T, N> a) {
  if constexpr (N <= native_lanes<T>) return detail::shuffled<T, N / 2>(a.v, a.v, detail::count<0, N / 2>{});
  else return a.low;
}
template <class T, int N>
TAPELESS_INLINE lanes<T, N / 2> upper(lanes<T, N> a) {
  if constexpr (N <= native_lanes<T>) return detail::shuffled<T, N / 2>(a.v, a.v, detail::count<N / 2, N / 2>{});
  else return a.high;
}
template <class T, int N>
TAPELESS_INLINE lanes<T, 2 * N> joined(lanes<T, N> a, lanes<T, N> b) {
  if constexpr (2 * N <= native_lanes<T>) return detail::shuffled<T, 2 * N>(a.v, b.v, detail::count<0, 2 * N>{});
  else return {a, b};
}

// --- roots, bits and signs --------------------------------------------------------------------------------------------

template <class T, int N>
TAPELESS_INLINE lanes<T, N> sqrt(lanes<T, N> a) {
  if constexpr (N <= native_lanes<T>) return {detail::root(a.v)};
  else return {sqrt(a.low), sqrt(a.high)};
}

template <class T, int N>
TAPELESS_INLINE lanes<detail::unsigned_of<sizeof(T)>, N> to_bits(lanes<T, N> a) {
  return std::bit_cast<lanes<detail::unsigned_of<sizeof(T)>, N>>(a);
}
template <class T, int N>
TAPELESS_INLINE lanes<detail::floating_of<sizeof(T)>, N> from_bits(lanes<T, N> a) {
  return std::bit_cast<lanes<detail::floating_of<sizeof(T)>, N>>(a);
}

template <class T>
inline constexpr detail::unsigned_of<sizeof(T)> sign_bit_of = detail::unsigned_of<sizeof(T)>{1} << (8 * sizeof(T) - 1);

template <class T, int N>
TAPELESS_INLINE lanes<T, N> abs(lanes<T, N> a) {
  return from_bits(to_bits(a) & ~sign_bit_of<T>);
}
template <class T, int N>
TAPELESS_INLINE lanes<T, N> copy_sign(lanes<T, N> magnitude, std::type_identity_t<lanes<T, N>> sign) {
  return from_bits((to_bits(magnitude) & ~sign_bit_of<T>) | (to_bits(sign) & sign_bit_of<T>));
}
/// Is bit k of an integer set? Without a comparison of integers, which not every target has for lanes.
template <class T, int N>
TAPELESS_INLINE mask<sizeof(T), N> bit_of(lanes<T, N> a, int k) {
  return std::bit_cast<mask<sizeof(T), N>>(lanes<T, N>(T{0}) - ((a >> k) & T{1}));
}
template <class T, int N>
TAPELESS_INLINE auto is_nan(lanes<T, N> a) {
  return a != a;
}
template <class T, int N>
TAPELESS_INLINE lanes<T, N> product_or_infinity(lanes<T, N> a, lanes<T, N> power) {
  return a * power;
}

// --- float and double -----------------------------------------------------------------------------------------------

template <int N>
TAPELESS_INLINE lanes<double, N> to_double(lanes<float, N> a) {
  if constexpr (N <= native_lanes<double>) return {__builtin_convertvector(a.v, detail::vector<double, N>)};
  else if constexpr (N <= native_lanes<float>)
    return {to_double(lower(a)), to_double(upper(a))};
  else return {to_double(a.low), to_double(a.high)};
}
template <int N>
TAPELESS_INLINE lanes<float, N> to_float(lanes<double, N> a) {
  if constexpr (N <= native_lanes<double>) return {__builtin_convertvector(a.v, detail::vector<float, N>)};
  else if constexpr (N <= native_lanes<float>)
    return joined(to_float(a.low), to_float(a.high));
  else return {to_float(a.low), to_float(a.high)};
}

#else

template <class T, int N>
struct lanes;  // there are none

template <class T>
inline constexpr int native_lanes = 0;

#endif

/// What the code of this translation unit may use: part of the name of everything that may be compiled out of line, so that
/// units compiled for different targets do not share it.
inline constexpr int this_target = 2 * TAPELESS_VECTOR_BYTES + (has_fma<double> ? 1 : 0);

template <class V>
inline constexpr bool is_lanes = false;
template <class T, int N>
inline constexpr bool is_lanes<lanes<T, N>> = true;

// What follows is for functions that are written once for a V that is double or lanes of doubles.

template <class V>
inline constexpr bool is_number = std::is_same_v<V, double>;
template <class V>
using same = std::type_identity_t<V>;
template <class V>
using bits_of = decltype(to_bits(V{}));

#undef TAPELESS_INLINE

}  // namespace tapeless::math
