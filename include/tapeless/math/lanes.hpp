// SPDX-License-Identifier: BSL-1.0
#pragma once

// lanes<T, N>: N numbers that are computed side by side, made of the vector registers of the target; mask: one truth
// value for each. A number beside lanes is in every lane. What is written once for a type V with this arithmetic runs on
// numbers and on lanes.
// in: float, double, or unsigned integers of their sizes; N a power of two.  out: element by element what the number
// type does. Not for constant expressions.

#include <tapeless/math/registers.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::math {

#if TAPELESS_VECTOR_BYTES > 0

template <class T, int N, bool Native = (N <= native_lanes<T>)>
struct lanes;
template <std::size_t Bytes, int N, bool Native = (N <= TAPELESS_VECTOR_BYTES / int{Bytes})>
struct mask;

// --- in one register ------------------------------------------------------------------------------------------------

template <std::size_t Bytes, int N>
struct mask<Bytes, N, true> {
  using vector = detail::vector<detail::signed_of<Bytes>, N>;
  using number = lanes<detail::floating_of<Bytes>, N>;
  vector v;

  TAPELESS_LANES friend mask operator&&(mask a, mask b) { return {a.v & b.v}; }
  TAPELESS_LANES friend mask operator||(mask a, mask b) { return {a.v | b.v}; }
  TAPELESS_LANES friend mask operator==(mask a, mask b) { return {~(a.v ^ b.v)}; }
  TAPELESS_LANES friend mask operator!(mask a) { return {~a.v}; }
  TAPELESS_LANES friend bool all(mask a)
    requires(Bytes == 8)
  {
    return detail::every_lane(a.v);
  }
  TAPELESS_LANES friend number select(mask m, number yes, number no) {
#if defined(__clang__) || defined(__SSE4_1__)
    return {m.v ? yes.v : no.v};
#else  // GCC makes a comparison with 0 of it, for which SSE2 has no instruction, and of that jumps
    return {__builtin_bit_cast(typename number::vector, (m.v & __builtin_bit_cast(vector, yes.v)) |
                                                   (~m.v & __builtin_bit_cast(vector, no.v)))};
#endif
  }
};

template <class T, int N>
struct lanes<T, N, true> {
  using value_type = T;
  using vector = detail::vector<T, N>;
  using truth = mask<sizeof(T), N>;
  static constexpr int size = N;
  vector v;

  lanes() = default;
  TAPELESS_LANES lanes(T one_number) : v(detail::in_every_lane<N>(one_number, std::make_integer_sequence<int, N>{})) {}
  TAPELESS_LANES lanes(vector register_value) : v(register_value) {}

  TAPELESS_LANES static lanes load(const T* from) {
    lanes a;
    std::memcpy(&a.v, from, sizeof(vector));
    return a;
  }
  TAPELESS_LANES void store(T* to) const { std::memcpy(to, &v, sizeof(vector)); }
  TAPELESS_LANES T operator[](int i) const { return v[i]; }

  // results are made in an argument: a constructor would be one more call to inline for each instruction
  TAPELESS_LANES friend lanes operator+(lanes a, lanes b) { a.v += b.v; return a; }
  TAPELESS_LANES friend lanes operator-(lanes a, lanes b) { a.v -= b.v; return a; }
  TAPELESS_LANES friend lanes operator*(lanes a, lanes b) { a.v *= b.v; return a; }
  TAPELESS_LANES friend lanes operator/(lanes a, lanes b) { a.v /= b.v; return a; }
  TAPELESS_LANES friend lanes operator-(lanes a) { a.v = -a.v; return a; }
  TAPELESS_LANES friend lanes operator&(lanes a, lanes b) { a.v &= b.v; return a; }
  TAPELESS_LANES friend lanes operator|(lanes a, lanes b) { a.v |= b.v; return a; }
  TAPELESS_LANES friend lanes operator^(lanes a, lanes b) { a.v ^= b.v; return a; }
  TAPELESS_LANES friend lanes operator~(lanes a) { a.v = ~a.v; return a; }
  TAPELESS_LANES friend lanes operator<<(lanes a, int by) { a.v <<= by; return a; }
  TAPELESS_LANES friend lanes operator>>(lanes a, int by) { a.v >>= by; return a; }
  TAPELESS_LANES friend truth operator<(lanes a, lanes b) { return {detail::compared(a.v < b.v)}; }
  TAPELESS_LANES friend truth operator<=(lanes a, lanes b) { return {detail::compared(a.v <= b.v)}; }
  TAPELESS_LANES friend truth operator>(lanes a, lanes b) { return {detail::compared(a.v > b.v)}; }
  TAPELESS_LANES friend truth operator>=(lanes a, lanes b) { return {detail::compared(a.v >= b.v)}; }
  TAPELESS_LANES friend truth operator==(lanes a, lanes b) { return {detail::compared(a.v == b.v)}; }
  TAPELESS_LANES friend truth operator!=(lanes a, lanes b) { return {detail::compared(a.v != b.v)}; }
  TAPELESS_LANES friend lanes larger(lanes a, lanes b) { return {detail::larger_of<T>(a.v, b.v)}; }
  TAPELESS_LANES friend lanes smaller(lanes a, lanes b) { return {detail::smaller_of<T>(a.v, b.v)}; }
  TAPELESS_LANES friend lanes fma(lanes a, lanes b, lanes c) {
    if constexpr (has_fma<T>) a.v = detail::fused(a.v, b.v, c.v);
    else a.v = a.v * b.v + c.v;
    return a;
  }
};

// --- in several registers -------------------------------------------------------------------------------------------

template <std::size_t Bytes, int N>
struct mask<Bytes, N, false> {
  using half = mask<Bytes, N / 2>;
  using number = lanes<detail::floating_of<Bytes>, N>;
  half low, high;

  TAPELESS_LANES friend mask operator&&(mask a, mask b) { return {a.low && b.low, a.high && b.high}; }
  TAPELESS_LANES friend mask operator||(mask a, mask b) { return {a.low || b.low, a.high || b.high}; }
  TAPELESS_LANES friend mask operator==(mask a, mask b) { return {a.low == b.low, a.high == b.high}; }
  TAPELESS_LANES friend mask operator!(mask a) { return {!a.low, !a.high}; }
  TAPELESS_LANES friend bool all(mask a)
    requires(Bytes == 8)
  {
    return all(a.low && a.high);
  }
  TAPELESS_LANES friend number select(mask m, number yes, number no) {
    return {select(m.low, yes.low, no.low), select(m.high, yes.high, no.high)};
  }
};

template <class T, int N>
struct lanes<T, N, false> {
  using value_type = T;
  using half = lanes<T, N / 2>;
  using truth = mask<sizeof(T), N>;
  static constexpr int size = N;
  half low, high;

  lanes() = default;
  TAPELESS_LANES lanes(T one_number) : low(one_number), high(one_number) {}
  TAPELESS_LANES lanes(half low_lanes, half high_lanes) : low(low_lanes), high(high_lanes) {}

  TAPELESS_LANES static lanes load(const T* from) {
#if defined(__clang__)
    lanes a;
    std::memcpy(&a, from, sizeof(lanes));
    return a;
#else  // GCC would keep what was copied at once in memory
    return {half::load(from), half::load(from + N / 2)};
#endif
  }
  TAPELESS_LANES void store(T* to) const {
    low.store(to);
    high.store(to + N / 2);
  }
  TAPELESS_LANES T operator[](int i) const { return i < N / 2 ? low[i] : high[i - N / 2]; }

#define TAPELESS_EACH(op) \
  TAPELESS_LANES friend lanes operator op(lanes a, lanes b) { a.low = a.low op b.low; a.high = a.high op b.high; return a; }
  TAPELESS_EACH(+) TAPELESS_EACH(-) TAPELESS_EACH(*) TAPELESS_EACH(/) TAPELESS_EACH(&) TAPELESS_EACH(|) TAPELESS_EACH(^)
#undef TAPELESS_EACH
#define TAPELESS_EACH(op)                                                                  \
  TAPELESS_LANES friend truth operator op(lanes a, lanes b) { return {a.low op b.low, a.high op b.high}; }
  TAPELESS_EACH(<) TAPELESS_EACH(<=) TAPELESS_EACH(>) TAPELESS_EACH(>=) TAPELESS_EACH(==) TAPELESS_EACH(!=)
#undef TAPELESS_EACH
  TAPELESS_LANES friend lanes operator-(lanes a) { a.low = -a.low; a.high = -a.high; return a; }
  TAPELESS_LANES friend lanes operator~(lanes a) { a.low = ~a.low; a.high = ~a.high; return a; }
  TAPELESS_LANES friend lanes operator<<(lanes a, int by) { a.low = a.low << by; a.high = a.high << by; return a; }
  TAPELESS_LANES friend lanes operator>>(lanes a, int by) { a.low = a.low >> by; a.high = a.high >> by; return a; }
  TAPELESS_LANES friend lanes larger(lanes a, lanes b) { a.low = larger(a.low, b.low); a.high = larger(a.high, b.high); return a; }
  TAPELESS_LANES friend lanes smaller(lanes a, lanes b) { a.low = smaller(a.low, b.low); a.high = smaller(a.high, b.high); return a; }
  TAPELESS_LANES friend lanes fma(lanes a, lanes b, lanes c) {
    a.low = fma(a.low, b.low, c.low);
    a.high = fma(a.high, b.high, c.high);
    return a;
  }
};

#else

template <class T, int N>
struct lanes;  // there are none

#endif

template <class V>
inline constexpr bool is_lanes = false;
template <class T, int N>
inline constexpr bool is_lanes<lanes<T, N>> = true;

}  // namespace tapeless::math
