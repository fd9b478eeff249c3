// SPDX-License-Identifier: BSL-1.0
#pragma once
// From a plan to code: each step is inlined in order; scalars live in a local array that only constant indices touch,
// so that it dissolves into registers. Nothing of the graph is left.
#include <tapeless/codegen/schedule.hpp>
#include <tapeless/math/policy.hpp>
#include <tapeless/meta/unroll.hpp>
#include <tapeless/node/real.hpp>

namespace tapeless::codegen {

/// What happens to the elements of an output at its destination.
enum class delivery { store, add };

/// A run of a program. `P` has graph, plan and, for every variable, its place among the arguments.
template <class P, class T, delivery... Deliveries>
struct frame {
  static constexpr std::size_t steps = P::graph.size;
  static constexpr delivery deliver[sizeof...(Deliveries)] = {Deliveries...};
  const T* arguments[P::arguments == 0 ? 1 : P::arguments];
  T* __restrict destinations[sizeof...(Deliveries)];
  T scalars[steps];
  alignas(64) T workspace[P::plan.workspace == 0 ? 1 : P::plan.workspace];
};

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

/// Reads element i of a node, wherever it lives; a scalar is every element.
template <class P, int Vertex, class T, class Frame>
[[gnu::always_inline]] constexpr auto reader(const Frame& f) {
  constexpr graph::vertex v = P::graph.at[Vertex];
  constexpr step at = where<P, Vertex>;
  if constexpr (at.where == home::constant) {
    constexpr double number = node::real_value(v.payload);
    return [](std::size_t) __attribute__((always_inline)) { return T(number); };
  } else if constexpr (at.where == home::scalar) {
    const T number = f.scalars[Vertex];
    return [number](std::size_t) __attribute__((always_inline)) { return number; };
  } else {
    const T* const elements = [&] {
      if constexpr (at.where == home::argument) {
        constexpr auto place = P::place(v.self);
        return f.arguments[place.argument] + place.offset;
      } else if constexpr (at.where == home::workspace) {
        return f.workspace + at.offset;
      } else {
        return static_cast<const T*>(f.destinations[at.offset]);
      }
    }();
    return [elements](std::size_t i) __attribute__((always_inline)) { return elements[i]; };
  }
}

template <delivery D, class T>
struct elements_writer {
  T* __restrict elements;
  [[gnu::always_inline]] constexpr void put(std::size_t i, const T& v) const {
    if constexpr (D == delivery::store) elements[i] = v;
    else elements[i] += v;
  }
};

/// Writes element i of a node to where it lives; each element once.
template <class P, int Vertex, class T, class Frame>
[[gnu::always_inline]] constexpr auto writer(Frame& f) {
  constexpr step at = where<P, Vertex>;
  if constexpr (at.where == home::scalar) return elements_writer<delivery::store, T>{f.scalars + Vertex};
  else if constexpr (at.where == home::workspace) return elements_writer<delivery::store, T>{f.workspace + at.offset};
  else return elements_writer<Frame::deliver[at.offset], T>{f.destinations[at.offset]};
}

template <class P, class Math, int Vertex, class T, class Frame, int... K>
[[gnu::always_inline]] constexpr void compute(Frame& f, std::integer_sequence<int, K...>) {
  constexpr graph::vertex v = P::graph.at[Vertex];
  using entry = op::entry<v.op>;
  const auto out = writer<P, Vertex, T>(f);
  if constexpr (entry::elementwise) {
    [&](const auto&... in) __attribute__((always_inline)) {
      for (std::size_t i = 0; i < v.shape.size(); ++i) out.put(i, entry::template value<Math, T>(in(i)...));
    }(reader<P, v.operand[K], T>(f)...);
  } else {
    entry::template value<Math, T>(site<P, Vertex>{}, out, reader<P, v.operand[K], T>(f)...);
  }
}

/// One step: the value of a node, and its delivery where it is asked for and does not live there.
template <class P, class Math, int Step, class T, class Frame>
[[gnu::always_inline]] constexpr void run_step(Frame& f) {
  constexpr int vertex = P::plan.steps[Step].vertex;
  constexpr graph::vertex v = P::graph.at[vertex];
  constexpr home lives = P::plan.steps[Step].where;
  if constexpr (!op::is_leaf(v.op)) {
    compute<P, Math, vertex, T>(f, std::make_integer_sequence<int, op::entry<v.op>::arity>{});
  } else if constexpr (lives == home::scalar) {
    constexpr auto place = P::place(v.self);
    f.scalars[vertex] = f.arguments[place.argument][place.offset];
  }
  if constexpr (lives != home::destination)
    meta::unroll<P::graph.outputs>([&](auto output_index) __attribute__((always_inline)) {
      if constexpr (P::graph.output[output_index] == vertex) {
        const auto in = reader<P, vertex, T>(f);
        const elements_writer<Frame::deliver[output_index], T> out{f.destinations[output_index]};
        for (std::size_t i = 0; i < v.shape.size(); ++i) out.put(i, in(i));
      }
    });
}

/// All steps in order.
template <class P, class Math, class T, class Frame>
[[gnu::always_inline]] constexpr void run(Frame& f) {
  meta::unroll<Frame::steps>([&](auto step_index) __attribute__((always_inline)) {
    run_step<P, Math, int{step_index}, T>(f);
  });
}

}  // namespace tapeless::codegen
