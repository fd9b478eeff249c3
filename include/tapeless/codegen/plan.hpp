// SPDX-License-Identifier: BSL-1.0
#pragma once
// What is to be done, as values: the steps in order, where each value lives, and which steps are done together.
#include <cstddef>

namespace tapeless::codegen {

enum class home : unsigned char {
  constant,     // in the code
  scalar,       // a slot of its own, which becomes a register
  registers,    // a short vector: a slot of its own, which becomes registers
  argument,     // where the caller has it
  workspace,    // at an offset of the shared workspace
  destination,  // where the caller wants it
  reader,       // nowhere: each element is computed where it is read
};

struct step {
  int vertex = 0;
  home where = home::constant;
  std::size_t offset = 0;  // registers, workspace, destination: in elements
  int output = 0;          // destination: which one
  bool inside = false;     // in the place of the concatenation that reads it, which has nothing left to do
  bool mirrored = false;   // registers: there is a copy in the workspace, for those who read element by element
  std::size_t copy = 0;    // … at this offset
  int beside = -1;         // the outer product that is computed in the same pass over a matrix
  bool elsewhere = false;  // computed in another step
  int cosine = -1;         // a sine: the cosine of the same angle, which is computed with it; and the other way round
  int pack = 0;           // so many steps from here on are equal operations, computed side by side
  bool joined = false;     // a sum of two products A·x + B·y, whose rows are summed together
  bool by_panels = false;  // a product with Bᵀ, of which there is a panel at a time, which it makes itself
  bool is_panel = false;   // that Bᵀ: its place is one of a panel
  int first_delivery = 0;  // outputs that it is copied to, because it is asked for but lives elsewhere:
  int deliveries = 0;      // so many, from delivery_of[first_delivery] on
  bool fixed = false;  // a function of constants, log(2) say: evaluated by the compiler
};

template <std::size_t N, std::size_t R>
struct plan {
  int delivery_of[R]{};  // outputs, by vertex
  step steps[N]{};      // in the order of execution
  int step_of[N]{};     // by vertex
  std::size_t workspace = 0;  // elements
  std::size_t registers = 0;
  std::size_t operations = 0;
  /// Elements that a call may need beside its arguments and results, whatever the target: what workspace_bytes() says.
  constexpr std::size_t elements() const { return workspace + registers; }
  std::size_t functions = 0;  // that would be inlined, one for every eight elements
};

}  // namespace tapeless::codegen
