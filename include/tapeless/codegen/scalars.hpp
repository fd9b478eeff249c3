// SPDX-License-Identifier: BSL-1.0
#pragma once
// Operations on scalars, which are told by numbers alone: one, a sine and a cosine of one angle, or two that are twins.
// in: the array of a program's scalars and places in it; out: results in their places.
#include <cstdint>
#include <tapeless/codegen/access.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::codegen {

/// The vertices of a sine and a cosine of one angle. One of them, by operation o, is told with the other.
struct angle_pair {
  int sine, cosine;
};
constexpr angle_pair pair_of(operation o, int vertex, int other) {
  if (o == operation::sin) return {vertex, other};
  return {other, vertex};
}

/// The place of a scalar, or those of two that are twins, in one number.
using places = std::int64_t;
constexpr places both(int first, int second) { return static_cast<places>(second) << 32 | static_cast<std::uint32_t>(first); }
constexpr int first_of(places two) { return static_cast<int>(static_cast<std::uint32_t>(two)); }
constexpr int second_of(places two) { return static_cast<int>(two >> 32); }

/// What one operation on scalars computes.
enum class scalar_form : unsigned char { one, sine_and_cosine, twins };

/// Scalars in lanes: in lane k the one at place_of(k).
template <class Math, class T, std::size_t Width, class PlaceOf>
TAPELESS_INLINE inline auto in_lanes(const T* scalars, PlaceOf place_of) {
  using lanes_of_scalars = typename filled_value<T, op::lane_range<Width, Width>>::type;
  return lanes_of_scalars(Math::template sums_of_lanes<T, Width, Width>([&](auto at_lane) TAPELESS_INLINE_LAMBDA { return scalars[place_of(at_lane)]; }));
}

/// An operation on twins, in two lanes.
template <class Math, class T, class Entry, class... Operands>
TAPELESS_INLINE inline void run_twins(T* scalars, places vertex, Operands... operands) {
  const auto two_in_lanes = [&](places two) TAPELESS_INLINE_LAMBDA {
    return in_lanes<Math, T, 2>(scalars, [two](auto at_lane) TAPELESS_INLINE_LAMBDA { return int{at_lane} == 0 ? first_of(two) : second_of(two); });
  };
  const auto results = Entry::template value<Math, decltype(two_in_lanes(vertex))>(two_in_lanes(operands)...);
  scalars[first_of(vertex)] = results[0];
  scalars[second_of(vertex)] = results[1];
}

/// An operation on scalars: one function for all steps that do the same to other numbers. A sine and cosine of one angle are one
/// such operation, which `b` and `c` take. Of twins, each number is two places.
template <class Math, class T, operation Operation, std::uint64_t Payload, scalar_form Form>
TAPELESS_INLINE constexpr void run_scalar_operation(T* scalars, places vertex, [[maybe_unused]] places a, [[maybe_unused]] places b, [[maybe_unused]] places c) {
  using entry = op::entry_of<Operation, Payload>;
  if constexpr (Form == scalar_form::twins) {
    if constexpr (Math::template native_lanes<T> > 0)
      if (!std::is_constant_evaluated()) {
        if constexpr (entry::arity == 1) return run_twins<Math, T, entry>(scalars, vertex, a);
        else if constexpr (entry::arity == 2) return run_twins<Math, T, entry>(scalars, vertex, a, b);
        else return run_twins<Math, T, entry>(scalars, vertex, a, b, c);
      }
    run_scalar_operation<Math, T, Operation, Payload, scalar_form::one>(scalars, first_of(vertex), first_of(a), first_of(b), first_of(c));
    run_scalar_operation<Math, T, Operation, Payload, scalar_form::one>(scalars, second_of(vertex), second_of(a), second_of(b), second_of(c));
  } else if constexpr (Form == scalar_form::sine_and_cosine) {
    const auto both = Math::sincos(scalars[a]);
    scalars[b] = both.sin;
    scalars[c] = both.cos;
  } else if constexpr (Operation == operation::constant) {
    scalars[vertex] = constant_of<Payload, T>();
  } else if constexpr (entry::arity == 1) {
    scalars[vertex] = entry::template value<Math, T>(scalars[a]);
  } else if constexpr (entry::arity == 2) {
    scalars[vertex] = entry::template value<Math, T>(scalars[a], scalars[b]);
  } else {
    scalars[vertex] = entry::template value<Math, T>(scalars[a], scalars[b], scalars[c]);
  }
}

}  // namespace tapeless::codegen
