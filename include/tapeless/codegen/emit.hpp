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

/// Reads elements of a node, wherever it lives; a scalar is every element.
template <class P, int Vertex, class T, class Frame>
struct reader {
  const Frame& from;
  [[gnu::always_inline]] constexpr T operator()(std::size_t i) const {
    constexpr step at = where<P, Vertex>;
    if constexpr (at.where == home::constant) return T(node::real_value(P::graph.at[Vertex].payload));
    else if constexpr (at.where == home::scalar) return from.scalars[Vertex];
    else if constexpr (at.where == home::workspace) return from.workspace[at.offset + i];
    else if constexpr (at.where == home::destination) return from.destinations[at.offset][i];
    else return from.arguments[P::template place<Vertex>.argument][P::template place<Vertex>.offset + i];
  }
};

template <class P, int Vertex, class T, class Frame>
[[gnu::always_inline]] constexpr T scalar_of(const Frame& f) {
  if constexpr (P::graph.at[Vertex].op == operation::constant)
    return T(node::real_value(P::graph.at[Vertex].payload));
  else return f.scalars[Vertex];
}

template <delivery D, class T>
struct writer {
  T* __restrict elements;
  [[gnu::always_inline]] constexpr void put(std::size_t i, const T& v) const {
    if constexpr (D == delivery::store) elements[i] = v;
    else elements[i] += v;
  }
};

/// Writes the elements of a node to where it lives; each element once.
template <class P, int Vertex, class T, class Frame>
[[gnu::always_inline]] constexpr auto writer_of(Frame& f) {
  constexpr step at = where<P, Vertex>;
  if constexpr (at.where == home::scalar) return writer<delivery::store, T>{f.scalars + Vertex};
  else if constexpr (at.where == home::workspace) return writer<delivery::store, T>{f.workspace + at.offset};
  else return writer<Frame::deliver[at.offset], T>{f.destinations[at.offset]};
}

template <class Math, class Entry, std::size_t Size, class T, class Out, class... In>
[[gnu::always_inline]] constexpr void for_each_element(Out out, const In&... in) {
  for (std::size_t i = 0; i < Size; ++i) out.put(i, Entry::template value<Math, T>(in(i)...));
}

/// The value of a node.
template <class P, class Math, int Vertex, class T, class Frame, int... K>
[[gnu::always_inline]] constexpr void compute(Frame& f, std::integer_sequence<int, K...>) {
  constexpr const graph::vertex& v = P::graph.at[Vertex];
  using entry = op::entry<v.op>;
  if constexpr (entry::elementwise && v.shape.is_scalar()) {
    f.scalars[Vertex] = entry::template value<Math, T>(scalar_of<P, v.operand[K], T>(f)...);
  } else if constexpr (entry::elementwise) {
    for_each_element<Math, entry, v.shape.size(), T>(writer_of<P, Vertex, T>(f),
                                                     reader<P, v.operand[K], T, Frame>{f}...);
  } else {
    entry::template value<Math, T>(site<P, Vertex>{}, writer_of<P, Vertex, T>(f),
                                   reader<P, v.operand[K], T, Frame>{f}...);
  }
}

/// One step: the value of a node, and its delivery where it is asked for and does not live there.
template <class P, class Math, int Step, class T, class Frame>
[[gnu::always_inline]] constexpr void run_step(Frame& f) {
  constexpr const step& now = P::plan.steps[Step];
  constexpr const graph::vertex& v = P::graph.at[now.vertex];
  if constexpr (!op::is_leaf(v.op)) {
    compute<P, Math, now.vertex, T>(f, std::make_integer_sequence<int, op::table[v.op].arity>{});
  } else if constexpr (now.where == home::scalar) {
    f.scalars[now.vertex] = f.arguments[P::template place<now.vertex>.argument][P::template place<now.vertex>.offset];
  }
  if constexpr (now.delivers)
    meta::unroll<P::graph.outputs>([&](auto output_index) __attribute__((always_inline)) {
      if constexpr (P::graph.output[output_index] == now.vertex) {
        const reader<P, now.vertex, T, Frame> in{f};
        const writer<Frame::deliver[output_index], T> out{f.destinations[output_index]};
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
