// SPDX-License-Identifier: BSL-1.0
#pragma once

// Which functions a program calls: a policy is a stateless class with one static function per operation, derived from
// basic_math, that says how many lanes it takes (native_lanes).
// in: a number of any type.  out: the function's value; built-in types by this library or libm, others by their own.

#include <concepts>
#include <type_traits>

#include <tapeless/math/functions.hpp>
#include <tapeless/math/generic.hpp>
#include <tapeless/math/lane_access.hpp>
#include <tapeless/math/libm.hpp>
#include <tapeless/math/logistic.hpp>
#include <tapeless/math/names.hpp>
#include <tapeless/meta/target.hpp>
#include <tapeless/op/sum_of.hpp>

/// The mathematics that programs call: policies for function and value_and_gradient.
namespace tapeless::math {

/// \cond internal
template <class T>
consteval int standard_native_lanes() {
  if constexpr (has_lanes && (std::same_as<T, float> || std::same_as<T, double>)) return math::native_lanes<T>;
  else return 0;
}
/// \endcond

/// What is not a function of `<cmath>`, and the same for all policies: base of a policy. T is a number, or lanes of
/// numbers.
struct basic_math {
  /// \cond internal
  template <class V>
  static constexpr bool is_lanes = math::is_lanes<V>;

  /// Elements of an array: one, or some in lanes.
  template <class T, std::integral Index>
  TAPELESS_LEAF static constexpr T load(const T* from, Index i) {
    return from[i];
  }
  template <class T, std::size_t L, std::size_t M>
  TAPELESS_LEAF static auto load(const T* from, op::lane_range<L, M> r) {
    return load_first<static_cast<int>(M), static_cast<int>(L)>(from + r.begin);
  }
  /// Does load take M elements in L lanes at once, by mask? And how many are loaded sooner than M, if M of them are wanted?
  template <class T, std::size_t M, std::size_t L>
  static constexpr bool loads_by_mask = math::detail::goes_by_mask<static_cast<int>(M), static_cast<int>(L), T>;
  template <class T, std::size_t M, std::size_t L>
  static constexpr std::size_t loaded_together = math::detail::loaded_together<static_cast<int>(M), static_cast<int>(L), T>;
  /// The same from and to arrays with room for whole registers.
  template <class T, std::integral Index>
  TAPELESS_LEAF static constexpr T load_padded(const T* from, Index i) {
    return from[i];
  }
  template <class T, std::size_t L, std::size_t M>
  TAPELESS_LEAF static auto load_padded(const T* from, op::lane_range<L, M> r) {
    return math::load_padded<static_cast<int>(M), static_cast<int>(L)>(from + r.begin);
  }
  template <class T, std::integral Index>
  TAPELESS_LEAF static constexpr void store_padded(const std::type_identity_t<T>& v, T* to, Index i) {
    to[i] = v;
  }
  template <class V, class T, std::size_t L, std::size_t M>
  TAPELESS_LEAF static void store_padded(const V& v, T* to, op::lane_range<L, M> r) {
    math::store_padded<static_cast<int>(M)>(lanes<T, static_cast<int>(L)>(v), to + r.begin);
  }
  template <class T, std::integral Index>
  TAPELESS_LEAF static constexpr void store(const std::type_identity_t<T>& v, T* to, Index i) {
    to[i] = v;
  }
  template <class V, class T, std::size_t L, std::size_t M>
  TAPELESS_LEAF static void store(const V& v, T* to, op::lane_range<L, M> r) {
    store_first<static_cast<int>(M)>(lanes<T, static_cast<int>(L)>(v), to + r.begin);
  }

  /// The first M lanes, zeros in the others.
  template <std::size_t M, class V>
  TAPELESS_LEAF static auto first_lanes(const V& v) {
    if constexpr (static_cast<int>(M) >= V::size) return v;  // most are full: a call less to inline
    else return math::first_lanes<static_cast<int>(M)>(v);
  }
  /// The first M lanes of v, the others of w.
  template <std::size_t M, class V>
  TAPELESS_LEAF static auto first_lanes_or(const V& v, const V& w) {
    return math::first_lanes_or<static_cast<int>(M)>(v, w);
  }
  /// Lane k is the sum of the lanes of row(k), for the first M of N lanes; `row` takes a constant.
  template <class T, std::size_t M, std::size_t N, class Row>
  TAPELESS_LEAF static auto sums_of_lanes(Row row) {
    return math::sums_of_lanes<static_cast<int>(M), static_cast<int>(N), T>(row);
  }
  /// As many rows as lanes: lane j of row i becomes lane i of row j.
  template <class V, std::size_t Rows>
  TAPELESS_LEAF static void transpose_lanes(V (&row)[Rows]) {
    math::transpose_lanes(row);
  }
  /// The same where half_of_row(k, begin) loads half of row k from lane `begin` on.
  template <class V, std::size_t Rows, class Half>
  TAPELESS_LEAF static void load_transposed(V (&row)[Rows], Half half_of_row) {
    math::load_transposed(row, half_of_row);
  }
  template <class V>
  TAPELESS_LEAF static auto sum_of_lanes(const V& v) {
    return math::sum_of_lanes(v);
  }
  /// All lanes, combined by halves.
  template <class V, class Fold>
  TAPELESS_LEAF static auto fold_lanes(const V& v, Fold fold) {
    return math::fold_lanes(v, fold);
  }
  /// \endcond

  /// condition ? yes : no, lane by lane where there are lanes.
  template <class Condition, class T>
  TAPELESS_LEAF static constexpr T select(const Condition& condition, const T& yes, const T& no) {
    if constexpr (std::is_same_v<T, double> || std::is_same_v<T, float>) return math::select(condition, yes, no);
    else if constexpr (std::is_same_v<Condition, bool>) return condition ? yes : no;
    else if constexpr (requires(T r) { where(condition, r) = yes; }) {
      T result = no;
      where(condition, result) = yes;
      return result;
    } else if constexpr (generic::lookup::has_select<Condition, T>) return generic::lookup::call_select(condition, yes, no);
    else return condition ? yes : no;  // last: a mask may convert to bool, too
  }
  /// a > b ? a : b, lane by lane where there are lanes.
  template <class T>
  TAPELESS_LEAF static constexpr T larger(const T& a, const T& b) {
    if constexpr (math::is_lanes<T>) {
      using math::larger;  // or the name would be this function's
      return larger(a, b);
    } else return select(a > b, a, b);
  }
  /// \cond internal
  /// exp(x) for x <= 0 or NaN, and log(x) for 1 <= x < infinity or NaN, by the functions of Math, the policy that is asked.
  template <class Math, class T>
  TAPELESS_LEAF static constexpr T exp_nonpositive(const T& x) {
    return Math::exp(x);
  }
  template <class Math, class T>
  TAPELESS_LEAF static constexpr T log_from_one(const T& x) {
    return Math::log(x);
  }
  /// \endcond
  /// a·b + c, rounded once where the target can.
  template <class T>
  TAPELESS_LEAF static constexpr T fma(const T& a, const T& b, const T& c) {
    if constexpr (std::floating_point<T> || math::is_lanes<T>) {
      using math::fma;
      return fma(a, b, c);
    } else return T(a * b + c);
  }
};

/// This library's functions: the same bits in constant expressions and at run time. For float and double they are
/// within 2 units in the last place. They have the names of `<cmath>` (math/names.hpp lists them), and sigmoid,
/// softplus and sincos. Use it as standard_math.
template <int Target>
struct standard_math_for : basic_math {
  /// How many lanes of T one register has; 0 where numbers are computed one by one.
  template <class T>
  static constexpr int native_lanes = standard_native_lanes<T>();

#define TAPELESS_ONE(name)                                         \
  template <class T>                                               \
  TAPELESS_LEAF static constexpr T name(const T& x) {                   \
    if constexpr (std::floating_point<T> || is_lanes<T>) return math::name(x); \
    else return generic::name(x);                                  \
  }
#define TAPELESS_TWO(name)                                         \
  template <class T>                                               \
  TAPELESS_LEAF static constexpr T name(const T& x, const T& y) {                    \
    if constexpr (std::floating_point<T> || is_lanes<T>) return math::name(x, y); \
    else return generic::name(x, y);                               \
  }
  TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
  TAPELESS_ONE(sigmoid)
  TAPELESS_ONE(softplus)
#undef TAPELESS_ONE
#undef TAPELESS_TWO

  /// Both of one angle.
  template <class T>
  TAPELESS_LEAF static constexpr sine_and_cosine<T> sincos(const T& x) {
    if constexpr (std::same_as<T, float> || std::same_as<T, double> || is_lanes<T>) return math::sincos(x);
    else return {sin(x), cos(x)};
  }
  /// \cond internal
  /// The same bits with less; what derives from this policy may have an exp and a log of its own.
  template <class Math, class T>
  TAPELESS_LEAF static constexpr T exp_nonpositive(const T& x) {
    if constexpr (std::same_as<Math, standard_math_for> && (std::floating_point<T> || is_lanes<T>)) return math::exp_nonpositive(x);
    else return Math::exp(x);
  }
  template <class Math, class T>
  TAPELESS_LEAF static constexpr T log_from_one(const T& x) {
    if constexpr (std::same_as<Math, standard_math_for> && (std::floating_point<T> || is_lanes<T>)) return math::log_from_one(x);
    else return Math::log(x);
  }
  /// \endcond
};

/// The policy that programs have unless told otherwise, for the target that is compiled for.
using standard_math = standard_math_for<this_target>;

/// The C library's functions at run time, this library's in constant expressions: the two may differ in the last place.
/// Numbers are computed one by one, not in lanes.
struct libm_math : basic_math {
  /// No lanes.
  template <class T>
  static constexpr int native_lanes = 0;

#define TAPELESS_ONE(name)                                         \
  template <class T>                                               \
  TAPELESS_LEAF static constexpr T name(const T& x) {                   \
    if constexpr (std::floating_point<T>)                          \
      if (!std::is_constant_evaluated()) return libm::name(x);     \
    return standard_math::name(x);                                 \
  }
#define TAPELESS_TWO(name)                                         \
  template <class T>                                               \
  TAPELESS_LEAF static constexpr T name(const T& x, const T& y) {                    \
    if constexpr (std::floating_point<T>)                          \
      if (!std::is_constant_evaluated()) return libm::name(x, y);  \
    return standard_math::name(x, y);                              \
  }
  TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
#undef TAPELESS_ONE
#undef TAPELESS_TWO

  /// Both of one angle.
  template <class T>
  TAPELESS_LEAF static constexpr sine_and_cosine<T> sincos(const T& x) {
    return {sin(x), cos(x)};
  }
  /// 1/(1 + e⁻ˣ)
  template <class T>
  static constexpr T sigmoid(const T& x) {
    if constexpr (std::floating_point<T>)
      if (!std::is_constant_evaluated()) return T{1} / (T{1} + libm::exp(-x));
    return standard_math::sigmoid(x);
  }
  /// log(1 + eˣ), without overflow.
  template <class T>
  static constexpr T softplus(const T& x) {
    if constexpr (std::floating_point<T>)
      if (!std::is_constant_evaluated()) return (x < 0 ? T{0} : x) + libm::log1p(libm::exp(-libm::abs(x)));
    return standard_math::softplus(x);
  }
};

/// \cond internal
/// How a called function takes a number: where a number lies in memory, so does all that is beside it.
template <class T>
using passed = std::conditional_t<std::is_arithmetic_v<T>, T, const T&>;

/// The functions of another policy, called and not inlined, where there are so many that inlining them all would cost
/// more than calls do: in code, and in the time that compiling it takes.
template <class Math>
struct called : basic_math {
  template <class T>
  static constexpr int native_lanes = Math::template native_lanes<T>;

#define TAPELESS_ONE(name)                                              \
  template <class T>                                                    \
  [[gnu::noinline]] static constexpr T out_of_line_##name(passed<T> x) { \
    return Math::name(x);                                               \
  }                                                                     \
  template <class T>                                                    \
  TAPELESS_LEAF static constexpr T name(const T& x) {                   \
    return out_of_line_##name<T>(x);                                    \
  }
#define TAPELESS_TWO(name)                                                           \
  template <class T>                                                                 \
  [[gnu::noinline]] static constexpr T out_of_line_##name(passed<T> x, passed<T> y) { \
    return Math::name(x, y);                                                         \
  }                                                                                  \
  template <class T>                                                                 \
  TAPELESS_LEAF static constexpr T name(const T& x, const T& y) {                    \
    return out_of_line_##name<T>(x, y);                                              \
  }
  TAPELESS_ALL_MATH_FUNCTIONS(TAPELESS_ONE, TAPELESS_TWO)
  TAPELESS_ONE(sigmoid)
  TAPELESS_ONE(softplus)
#undef TAPELESS_ONE
#undef TAPELESS_TWO
  template <class T>
  [[gnu::noinline]] static constexpr sine_and_cosine<T> out_of_line_sincos(passed<T> x) {
    return Math::sincos(x);
  }
  template <class T>
  TAPELESS_LEAF static constexpr sine_and_cosine<T> sincos(const T& x) {
    return out_of_line_sincos<T>(x);
  }
};
/// \endcond

} // namespace tapeless::math
