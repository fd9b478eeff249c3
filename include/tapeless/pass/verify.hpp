// SPDX-License-Identifier: BSL-1.0
#pragma once
// What every graph obeys, between any two passes. Tests run it; it is not part of a user's compilation.
#include <tapeless/graph/graph.hpp>

namespace tapeless::pass {

enum class fault { none, order, arity, shape, height, duplicate, dead, output };

/// Do the elements that a vertex takes, or places, lie in the tensor that has them?
constexpr bool fits(const graph::vertex& v, extents operand) {
  switch (v.op) {
    case operation::element: return v.payload < operand.size();
    case operation::slice: return v.payload + v.shape.size() <= operand.size();
    case operation::place: return operand.is_scalar() && v.payload < v.shape.size();
    case operation::embed: return !operand.is_scalar() && v.payload + operand.size() <= v.shape.size();
    default: return true;
  }
}

/// Operands come first and are as many as the operation takes; shapes and heights follow from the operands'; each
/// identity occurs once; every node is needed by an output.
template <std::size_t N, std::size_t R>
constexpr fault verify(const graph::graph<N, R>& g) {
  bool needed[N]{};
  for (const int o : g.output) {
    if (o < 0 || o >= static_cast<int>(N)) return fault::output;
    needed[o] = true;
  }
  for (std::size_t i = 0; i < N; ++i) {
    const graph::vertex& v = g.at[i];
    extents shapes[3];
    std::uint32_t height = 0;
    for (int k = 0; k < 3; ++k) {
      const int o = v.operand[k];
      if ((o >= 0) != (k < graph::arity(v))) return fault::arity;
      if (o < 0) continue;
      if (o >= static_cast<int>(i)) return fault::order;
      shapes[k] = g.at[o].shape;
      if (v.op == operation::matmul && (v.payload >> k & 1) != 0) shapes[k] = shapes::transposed(shapes[k]);
      if (height <= g.at[o].height) height = g.at[o].height + 1;
      needed[o] = true;
    }
    if (op::shape_of_result(v.op, v.shape, shapes) != v.shape || !fits(v, shapes[0])) return fault::shape;
    if (v.height != height) return fault::height;
    for (std::size_t j = 0; j < i; ++j)
      if (g.at[j].self == v.self) return fault::duplicate;
  }
  for (const bool n : needed)
    if (!n) return fault::dead;
  return fault::none;
}

}  // namespace tapeless::pass
