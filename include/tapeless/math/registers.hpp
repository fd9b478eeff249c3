// SPDX-License-Identifier: BSL-1.0
#pragma once

// The vector registers of the target: how long they are, the types that stand for them, and what takes one instruction but no
// dependable operator.
// in: the target that is compiled for.  out: native_lanes, detail::vector, detail::fused, root, every_lane, masked_load and masked_store.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>
#include <utility>

#include <tapeless/math/basic.hpp>
#include <tapeless/math/fma.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

/// Are there vector registers at all?
inline constexpr bool has_lanes = TAPELESS_VECTOR_BYTES > 0;

/// What the code of this translation unit may use: part of the types of programs, so that units compiled for different targets do
/// not share them.
inline constexpr int this_target = 4 * TAPELESS_VECTOR_BYTES + 2 * TAPELESS_HAS_FMA + TAPELESS_HAS_FMA_FLOAT;

/// How many numbers one register of the target holds; 0 where there are none.
template <class T>
inline constexpr int native_lanes = TAPELESS_VECTOR_BYTES / static_cast<int>(sizeof(T));

#if TAPELESS_VECTOR_BYTES > 0

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

template <std::size_t Bytes>
using unsigned_of = std::conditional_t<Bytes == 8, std::uint64_t, std::uint32_t>;
template <std::size_t Bytes>
using signed_of = std::conditional_t<Bytes == 8, std::int64_t, std::int32_t>;
template <std::size_t Bytes>
using floating_of = std::conditional_t<Bytes == 8, double, float>;

template <int N, class T, int... I>
TAPELESS_LEAF inline vector<T, N> in_every_lane(T s, std::integer_sequence<int, I...>) {
  return vector<T, N>{(void(I), s)...};
}

// One instruction each; a loop over the lanes is not dependably made into one.
template <class V>
TAPELESS_LEAF inline V fused(V a, V b, V c) {
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
  else if constexpr (sizeof(V) == 64 && is_double) return __builtin_ia32_vfmaddpd512_mask(a, b, c, 0xff, 4);
#if defined(__clang__)  // whose mask is unsigned
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_vfmaddps512_mask(a, b, c, 0xffff, 4);
#else
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_vfmaddps512_mask(a, b, c, -1, 4);
#endif
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
TAPELESS_LEAF inline V root(V a) {
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
    for (unsigned i = 0; i < sizeof(V) / sizeof(a[0]); ++i) a[i] = static_cast<std::remove_cvref_t<decltype(a[0])>>(__builtin_sqrt(static_cast<double>(a[i])));
    return a;
  }
#endif
}

// Half a register with zeros in the other half: nothing where it was loaded, of which GCC 12 makes an instruction if it is a shuffle.
void zero_extended();
#if defined(__AVX__) && !defined(__clang__)
TAPELESS_LEAF inline vector<double, 4> zero_extended(vector<double, 2> low) { return __builtin_ia32_vinsertf128_pd256(vector<double, 4>{}, low, 0); }
#endif
#if defined(__AVX512F__) && !defined(__clang__)
TAPELESS_LEAF inline vector<double, 8> zero_extended(vector<double, 4> low) { return __builtin_ia32_insertf64x4_mask(vector<double, 8>{}, low, 0, vector<double, 8>{}, 0xff); }
#endif

// Two halves as one register. Of a shuffle GCC 12 makes an instruction that takes both from registers, where the upper one may be loaded to its place.
void of_halves();
#if defined(__AVX__) && !defined(__clang__)
TAPELESS_LEAF inline vector<double, 4> of_halves(vector<double, 2> low, vector<double, 2> high) { return __builtin_ia32_vinsertf128_pd256(__builtin_ia32_pd256_pd(low), high, 1); }
#endif
#if defined(__AVX512F__) && !defined(__clang__)
TAPELESS_LEAF inline vector<double, 8> of_halves(vector<double, 4> low, vector<double, 4> high) {
  return __builtin_ia32_insertf64x4_mask(__builtin_ia32_pd512_256pd(low), high, 1, vector<double, 8>{}, 0xff);
}
#endif

/// What a comparison gives. SSE2 cannot choose between 64-bit lanes by one: where GCC 12 makes such a choice of what select
/// computes, and finds out later that constants are compared, it crashes.
template <class V>
TAPELESS_LEAF inline V compared(V truth) {
#if defined(__SSE2__) && !defined(__SSE4_1__) && !defined(__clang__)
  asm("" : "+x"(truth));
#endif
  return truth;
}

/// a > b ? a : b; of a NaN and a number it is b. GCC does not see one instruction in a selection.
template <class T, class V>
TAPELESS_LEAF inline V larger_of(V a, V b) {
#if defined(__SSE2__) && !defined(__clang__)
  constexpr bool is_double = sizeof(T) == 8;
  if constexpr (sizeof(V) == 16 && is_double) return __builtin_ia32_maxpd(a, b);
  else if constexpr (sizeof(V) == 16) return __builtin_ia32_maxps(a, b);
#if defined(__AVX__)
  else if constexpr (sizeof(V) == 32 && is_double) return __builtin_ia32_maxpd256(a, b);
  else if constexpr (sizeof(V) == 32) return __builtin_ia32_maxps256(a, b);
#endif
#if defined(__AVX512F__)
  else if constexpr (sizeof(V) == 64 && is_double) return __builtin_ia32_maxpd512_mask(a, b, V{}, 0xff, 4);
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_maxps512_mask(a, b, V{}, -1, 4);
#endif
  else
#endif
    return a > b ? a : b;
}
/// a < b ? a : b; of a NaN and a number it is b.
template <class T, class V>
TAPELESS_LEAF inline V smaller_of(V a, V b) {
#if defined(__SSE2__) && !defined(__clang__)
  constexpr bool is_double = sizeof(T) == 8;
  if constexpr (sizeof(V) == 16 && is_double) return __builtin_ia32_minpd(a, b);
  else if constexpr (sizeof(V) == 16) return __builtin_ia32_minps(a, b);
#if defined(__AVX__)
  else if constexpr (sizeof(V) == 32 && is_double) return __builtin_ia32_minpd256(a, b);
  else if constexpr (sizeof(V) == 32) return __builtin_ia32_minps256(a, b);
#endif
#if defined(__AVX512F__)
  else if constexpr (sizeof(V) == 64 && is_double) return __builtin_ia32_minpd512_mask(a, b, V{}, 0xff, 4);
  else if constexpr (sizeof(V) == 64) return __builtin_ia32_minps512_mask(a, b, V{}, -1, 4);
#endif
  else
#endif
    return a < b ? a : b;
}

// Some elements of a register, loaded or stored by one instruction, where there is one for any of them.
#if defined(__AVX512F__) && defined(__AVX512VL__) && defined(__has_builtin)
#if __has_builtin(__builtin_ia32_loadupd512_mask)
#define TAPELESS_HAS_MASKS
#endif
#endif
#if defined(TAPELESS_HAS_MASKS)
#undef TAPELESS_HAS_MASKS
inline constexpr bool has_masks = true;

/// Compilers differ in whether their builtins take the place of a number or of a register.
template <class Number, class Register>
struct place {
  Number* at;
  TAPELESS_LEAF operator Number*() const { return at; }
  TAPELESS_LEAF operator Register*() const { return reinterpret_cast<Register*>(at); }
};

/// The first M lanes.
template <int M, class Mask>
TAPELESS_LEAF inline Mask mask_of_first() {
  unsigned lanes = (1u << M) - 1u;
#if defined(__clang__)  // if it knew them, it would make an expansion of the load, which is slower
  asm("" : "+r"(lanes));
#endif
  return static_cast<Mask>(lanes);
}

/// The first M elements; the other lanes are 0.
template <int M, int N, class T>
TAPELESS_LEAF inline vector<T, N> masked_load(const T* at) {
  const place<const T, const vector<T, N>> from{at};
  constexpr vector<T, N> zeros{};
  const auto mask = mask_of_first<M, std::conditional_t<(N > 8), unsigned short, unsigned char>>();
  if constexpr (sizeof(T) == 8 && N == 8) return __builtin_ia32_loadupd512_mask(from, zeros, mask);
  else if constexpr (sizeof(T) == 8 && N == 4) return __builtin_ia32_loadupd256_mask(from, zeros, mask);
  else if constexpr (N == 16) return __builtin_ia32_loadups512_mask(from, zeros, mask);
  else if constexpr (N == 8) return __builtin_ia32_loadups256_mask(from, zeros, mask);
  else return __builtin_ia32_loadups128_mask(from, zeros, mask);
}
/// The first M lanes to memory.
template <int M, int N, class T>
TAPELESS_LEAF inline void masked_store(vector<T, N> v, T* at) {
  const place<T, vector<T, N>> to{at};
  const auto mask = mask_of_first<M, std::conditional_t<(N > 8), unsigned short, unsigned char>>();
  if constexpr (sizeof(T) == 8 && N == 8) __builtin_ia32_storeupd512_mask(to, v, mask);
  else if constexpr (sizeof(T) == 8 && N == 4) __builtin_ia32_storeupd256_mask(to, v, mask);
  else if constexpr (N == 16) __builtin_ia32_storeups512_mask(to, v, mask);
  else if constexpr (N == 8) __builtin_ia32_storeups256_mask(to, v, mask);
  else __builtin_ia32_storeups128_mask(to, v, mask);
}
#else
inline constexpr bool has_masks = false;
template <int M, int N, class T>
vector<T, N> masked_load(const T*);
template <int M, int N, class T>
void masked_store(vector<T, N>, T*);
#endif

/// Of lanes of 8 bytes, each all ones or all zeros: is each all ones?
template <class V>
TAPELESS_LEAF inline bool every_lane(V v) {
#if defined(__AVX__)
  if constexpr (sizeof(V) == 32) return __builtin_ia32_movmskpd256(__builtin_bit_cast(vector<double, 4>, v)) == 15;
#endif
#if defined(__SSE2__)
  if constexpr (sizeof(V) == 16) return __builtin_ia32_movmskpd(__builtin_bit_cast(vector<double, 2>, v)) == 3;
#endif
  if constexpr (sizeof(V) == 64) {
    using half = vector<std::uint64_t, 4>;
    struct halves {
      half low, high;
    };
    const halves h = __builtin_bit_cast(halves, v);
    return every_lane(half(h.low & h.high));
  } else {
    auto both = v[0];
    for (unsigned i = 1; i < sizeof(V) / sizeof(v[0]); ++i) both &= v[i];
    return both != 0;
  }
}

}  // namespace detail

#endif

}  // namespace tapeless::math
