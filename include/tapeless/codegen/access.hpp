// SPDX-License-Identifier: BSL-1.0
#pragma once
// Where values are while a program runs, and how they are read and written there.
// in: a plan, and a vertex of its graph; out: readers and writers of its elements, as value rules take them.
#include <tapeless/codegen/schedule.hpp>
#include <tapeless/math/policy.hpp>
#include <tapeless/meta/target.hpp>
#include <tapeless/node/real.hpp>

namespace tapeless::codegen {

/// What happens to the elements of an output at its destination.
enum class delivery { store, add };

/// A run of a program. `P` has graph, plan and, for every variable, its place among the arguments.
template <class P, class Math, class T, delivery... Deliveries>
struct frame {
  static constexpr std::size_t steps = P::graph.size;
  static constexpr bool has_registers = Math::template native_lanes<T> > 0 && P::plan.registers > 0;
  static constexpr delivery deliver[sizeof...(Deliveries)] = {Deliveries...};
  const T* arguments[P::arguments == 0 ? 1 : P::arguments];
  T* __restrict destinations[sizeof...(Deliveries)];
  T* workspace;  // an array of its own, because loops index it
  T scalars[steps];
  alignas(64) T registers[has_registers ? P::plan.registers : 1];
};

/// How many elements of workspace a run needs; without lanes the short vectors lie there, too.
template <class P, class Math, class T>
inline constexpr std::size_t workspace_of = P::plan.workspace + (Math::template native_lanes<T> > 0 ? 0 : P::plan.registers);

/// What an operation's value rule may know of the node it computes.
template <class P, int Vertex>
struct site {
  static constexpr extents out = P::graph.at[Vertex].shape;
  static constexpr std::uint64_t payload = P::graph.at[Vertex].payload;
  template <int K>
  static constexpr extents in = P::graph.at[P::graph.at[Vertex].operand[K]].shape;
};

template <class P, int Vertex>
inline constexpr step where = P::plan.steps[P::plan.step_of[Vertex]];

// Below, what is known of a node is read into numbers that are constants: a reference to its record, or a record as a
// local constant, would leave the table of records in an object that is not optimised.

template <int Vertex>
inline constexpr int index_of = Vertex;

template <std::uint64_t Payload, class T>
TAPELESS_LEAF constexpr T constant_of() {
  constexpr double number = node::real_value(Payload);
  return math::converted<T>(number);
}

/// Where the caller has a variable.
template <class P, int Vertex, class T, class Frame>
TAPELESS_LEAF constexpr const T* elements_of(const Frame& f) {
  constexpr int argument = P::template place<Vertex>.argument;
  constexpr std::size_t offset = P::template place<Vertex>.offset;
  return f.arguments[argument] + offset;
}

/// One number in every lane.
template <class T, class Index>
struct filled_value {
  using type = T;
};
template <class T, std::size_t L, std::size_t M>
struct filled_value<T, op::lane_range<L, M>> {
  using type = math::lanes<T, static_cast<int>(L)>;
};

template <class T, class Index>
struct filled_value<T, op::in_row<Index>> : filled_value<T, Index> {};

/// Where a short vector is, and where its copy is.
template <class P, int Vertex, class Frame>
TAPELESS_LEAF constexpr auto registers_of(Frame& f) {
  constexpr std::size_t offset = where<P, Vertex>.offset, end_of_workspace = P::plan.workspace;
  if constexpr (Frame::has_registers) return f.registers + offset;
  else return f.workspace + (end_of_workspace + offset);
}
template <class P, int Vertex, class Frame>
TAPELESS_LEAF constexpr auto copy_of(Frame& f) {
  constexpr std::size_t offset = where<P, Vertex>.copy;
  return f.workspace + offset;
}

/// An element, or some in lanes, of a node that has no place.
template <class P, class Math, int Vertex, class T, class Frame, class Index, int... K>
constexpr auto computed_element(const Frame& f, Index i, std::integer_sequence<int, K...>);

/// Reads elements of a node, one or some in lanes, wherever it lives; a scalar is every element. Whoever does not read in
/// registers reads a copy.
template <class P, class Math, int Vertex, class T, class Frame, bool InRegisters>
struct reader {
  static constexpr home lives = where<P, Vertex>.where;
  static constexpr bool in_memory = lives == home::argument;
  /// Loaded from memory, with zeros in lanes that are not filled.
  static constexpr bool is_loaded = lives == home::workspace || lives == home::destination || lives == home::argument;
  static constexpr bool in_registers = lives == home::registers && InRegisters;
  const Frame& from;
  /// One element of an argument, by a load that compilers do not join with others.
  TAPELESS_LEAF T alone(std::size_t i) const {
    return static_cast<const volatile T&>(elements_of<P, Vertex, T>(from)[i]);
  }
  /// Where all elements are, one after the other.
  TAPELESS_LEAF constexpr const T* in_one_piece() const
    requires(is_loaded)
  {
    constexpr std::size_t offset = where<P, Vertex>.offset;
    if constexpr (lives == home::workspace) return from.workspace + offset;
    else if constexpr (lives == home::destination) return from.destinations[where<P, Vertex>.output] + offset;
    else return elements_of<P, Vertex, T>(from);
  }
  template <class Index>
  TAPELESS_LEAF constexpr auto operator()(Index i) const {
    using filled = typename filled_value<T, Index>::type;
    using math::basic_math;
    if constexpr (lives == home::reader) return computed_element<P, Math, Vertex, T>(from, i, std::make_integer_sequence<int, op::table[P::graph.at[Vertex].op].arity>{});
    else if constexpr (lives == home::constant) return filled(constant_of<P::graph.at[Vertex].payload, T>());
    else if constexpr (lives == home::scalar) return filled(from.scalars[Vertex]);
    else if constexpr (lives == home::registers && InRegisters) return basic_math::load_padded(static_cast<const T*>(registers_of<P, Vertex>(from)), op::among_all(i));
    else if constexpr (lives == home::registers) return basic_math::load(static_cast<const T*>(copy_of<P, Vertex>(from)), op::among_all(i));
    else return basic_math::load(in_one_piece(), op::among_all(i));
  }
};

template <delivery D, class T>
struct writer {
  static constexpr bool in_registers = false;
  static constexpr bool adds = D == delivery::add;
  T* __restrict elements;
  TAPELESS_LEAF constexpr T* in_one_piece() const { return elements; }
  template <class Index, class V>
  TAPELESS_LEAF constexpr void put(Index i, const V& v) const {
    using math::basic_math;
    if constexpr (D == delivery::store) basic_math::store(v, elements, i);
    else basic_math::store(basic_math::load(static_cast<const T*>(elements), i) + v, elements, i);
  }
};

/// What a step writes and reads itself: no pointer to it is __restrict.
template <class T>
struct scratch {
  T* elements;
  template <class Index, class V>
  TAPELESS_LEAF constexpr void put(Index i, const V& v) const {
    math::basic_math::store(v, elements, i);
  }
  template <class Index>
  TAPELESS_LEAF constexpr auto operator()(Index i) const {
    return math::basic_math::load(static_cast<const T*>(elements), i);
  }
};

/// To registers, and to the copy if there is one.
template <class T, bool Mirrored>
struct register_writer {
  static constexpr bool in_registers = true;
  T* registers;
  T* copy;
  template <class Index, class V>
  TAPELESS_LEAF constexpr void put(Index i, const V& v) const {
    using math::basic_math;
    basic_math::store_padded(v, registers, i);
    if constexpr (Mirrored) basic_math::store_padded(v, copy, i);
  }
};

/// Writes the elements of a node to where it lives; each element once.
template <class P, int Vertex, class T, class Frame>
TAPELESS_LEAF constexpr auto writer_of(Frame& f) {
  constexpr home lives = where<P, Vertex>.where;
  constexpr std::size_t offset = where<P, Vertex>.offset;
  if constexpr (lives == home::scalar) return writer<delivery::store, T>{f.scalars + Vertex};
  else if constexpr (lives == home::registers) return register_writer<T, where<P, Vertex>.mirrored>{registers_of<P, Vertex>(f), copy_of<P, Vertex>(f)};
  else if constexpr (lives == home::workspace) return writer<delivery::store, T>{f.workspace + offset};
  else return writer<Frame::deliver[where<P, Vertex>.output], T>{f.destinations[where<P, Vertex>.output] + offset};
}

/// Operand K of a node, to be read.
template <class P, class Math, int Vertex, int K, class T, class Frame>
TAPELESS_LEAF constexpr auto operand_of(const Frame& f) {
  constexpr int operand = P::graph.at[Vertex].operand[K];
  constexpr bool in_registers = where<P, Vertex>.where != home::reader && reads_registers(P::graph.at[Vertex], K);
  return reader<P, Math, operand, T, Frame, in_registers>{f};
}

template <class P, class Math, int Vertex, class T, class Frame, class Index, int... K>
TAPELESS_LEAF constexpr auto computed_element(const Frame& f, Index i, std::integer_sequence<int, K...>) {
  using entry = op::entry<P::graph.at[Vertex].op>;
  if constexpr (entry::elementwise) return op::entry_of<P::graph.at[Vertex].op, P::graph.at[Vertex].payload>::template value<Math, typename filled_value<T, Index>::type>(operand_of<P, Math, Vertex, K, T>(f)(i)...);
  else return entry::template element<Math, T>(site<P, Vertex>{}, i, operand_of<P, Math, Vertex, K, T>(f)...);
}

}  // namespace tapeless::codegen
