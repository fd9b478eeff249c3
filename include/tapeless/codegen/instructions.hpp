// SPDX-License-Identifier: BSL-1.0
#pragma once
// A plan as a list of instructions, and the code of some of them: each in order, inlined where the compiler optimises.
#include <cstdint>
#include <tapeless/codegen/emit.hpp>
#include <tapeless/meta/target.hpp>

namespace tapeless::codegen {

/// What there is to do in a step. One that is nothing but an operation on scalars is told by numbers alone, so that it is
/// no function of its own: a program of thousands of them would be slow to compile.
struct instruction {
  int step = -1;  // if it is more than that
  operation op = operation::constant;
  std::uint64_t payload = 0;
  bool is_called = false;
  scalar_form form = scalar_form::one;
  places vertex = 0;
  places operand[3] = {};
};
template <class P>
struct instruction_list {
  instruction at[P::graph.size];
  int count = 0;

  consteval instruction_list() {
    for (int s = 0; s < int{P::graph.size}; ++s) {
      const step& here = P::plan.steps[s];
      const graph::vertex& v = P::graph.at[here.vertex];
      const bool is_done = here.elsewhere || here.where == home::reader || (op::is_variable(v.op) && here.where != home::scalar);
      if (is_done && here.deliveries == 0) continue;
      const bool is_operation = op::table[v.op].elementwise && v.shape.is_scalar() && (here.pack == 0 || op::table[v.op].is_simple) && !here.fixed;
      const angle_pair angle = pair_of(v.op, here.vertex, here.cosine);
      instruction& next = at[count++];
      if (here.deliveries > 0 || (v.op != operation::constant && !is_operation)) next.step = s;
      else if (here.cosine >= 0) next = {-1, operation::sin, 0, calls_functions<P>(s), scalar_form::sine_and_cosine, here.vertex, {v.operand[0], angle.sine, angle.cosine}};
      else if (here.pack == 0) next = {-1, v.op, v.payload, calls_functions<P>(s), scalar_form::one, here.vertex, {v.operand[0], v.operand[1], v.operand[2]}};
      else {
        const int twin = P::plan.steps[s + 1].vertex;
        const int(&w)[3] = P::graph.at[twin].operand;
        next = {-1, v.op, v.payload, false, scalar_form::twins, both(here.vertex, twin), {both(v.operand[0], w[0]), both(v.operand[1], w[1]), both(v.operand[2], w[2])}};
      }
    }
  }
};
template <class P>
inline constexpr instruction_list<P> instructions_of{};

template <class P, class Math, class T, int Step, operation Operation, std::uint64_t Payload, bool Called, scalar_form Form, class Frame>
TAPELESS_INLINE constexpr void run_instruction(Frame& f, places vertex, places a, places b, places c) {
  if constexpr (Step >= 0) run_step<P, Math, Step, T>(f);
  else run_scalar_operation<math_of_step<P, Math, Called>, T, Operation, Payload, Form>(f.scalars, vertex, a, b, c);
}

/// A number of the table, as a constant: without optimisation, too, no table is read at run time.
consteval places now(places number) { return number; }

/// The steps from Begin on. All steps in one expression would be quadratic in GCC, and beyond Clang's limit of 256.
template <class P, class Math, int Begin, class T, class Frame, int... Step>
TAPELESS_INLINE constexpr void run_steps(Frame& f, std::integer_sequence<int, Step...>) {
  (run_instruction<P, Math, T, instructions_of<P>.at[Begin + Step].step, instructions_of<P>.at[Begin + Step].op,
                   instructions_of<P>.at[Begin + Step].payload, instructions_of<P>.at[Begin + Step].is_called, instructions_of<P>.at[Begin + Step].form>(
       f, now(instructions_of<P>.at[Begin + Step].vertex), now(instructions_of<P>.at[Begin + Step].operand[0]),
       now(instructions_of<P>.at[Begin + Step].operand[1]), now(instructions_of<P>.at[Begin + Step].operand[2])),
   ...);
}
inline constexpr int steps_in_chunk = 100;

/// Some of the steps of a program that is long, in a function of their own.
template <class P, class Math, int Begin, class T, class Frame, int... Step>
[[gnu::noinline, TAPELESS_TARGET_IN_NAME]] constexpr void run_steps_apart(Frame& f, std::integer_sequence<int, Step...> steps) {
  run_steps<P, Math, Begin, T>(f, steps);
}
/// Is a program several functions? One of more instructions than this is, for what compilers take for one function grows faster than its
/// length. All of its scalars are in memory then, so a quarter of them or more must be alive at once, and there in any case.
inline constexpr int most_instructions_of_function = 2000;
template <class P>
consteval bool is_split() {
  if constexpr (instructions_of<P>.count <= most_instructions_of_function) return false;
  else return 4 * most_alive(P::graph, order_of<P::graph>) >= int{P::graph.size};
}

template <class P>
using chunks_of = std::make_integer_sequence<int, (instructions_of<P>.count + steps_in_chunk - 1) / steps_in_chunk>;
template <class P, int Chunk>
using steps_of_chunk =
    std::make_integer_sequence<int, (Chunk + 1) * steps_in_chunk <= instructions_of<P>.count ? steps_in_chunk : instructions_of<P>.count - Chunk * steps_in_chunk>;

}  // namespace tapeless::codegen
