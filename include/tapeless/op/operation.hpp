// SPDX-License-Identifier: BSL-1.0
#pragma once
// The names of the operations. Each has one entry<operation::…> in this folder; op/table.hpp collects them.
// The order of the enumerators is part of the canonical order of operands: append, do not insert.

namespace tapeless {

enum class operation : unsigned char {
  // leaves
  input,
  parameter,
  constant,
  // arithmetic
  negate,
  add,
  subtract,
  multiply,
  divide,
  square,
  // element-wise functions
  sqrt,
  exp,
  log,
  sin,
  cos,
  tanh,
  sigmoid,
  relu,
  softplus,
  // choice
  greater,
  select,
  // linear algebra
  matmul,
  dot,
  outer,
  transpose,
  sum,
  // structure
  broadcast,
  element,
  place,
  // normalised exponentials
  logsumexp,
  softmax,
  cross_entropy,
  log_softmax,
  // absolute value, roots and powers
  abs,
  sign,
  cbrt,
  pow,
  hypot,
  // exponentials
  exp2,
  expm1,
  log2,
  log10,
  log1p,
  sinh,
  cosh,
  asinh,
  acosh,
  atanh,
  erf,
  erfc,
  // trigonometry
  tan,
  asin,
  acos,
  atan,
  atan2,
  // choice
  less,
  less_equal,
  greater_equal,
  min,
  max,
  clamp,
  stop_gradient,
  // structure
  slice,
  embed,
  reshape,
  concat,
  // reductions
  norm,
  max_element,
  // made by passes only
  multiply_add,
  // users' own: element-wise and structured, of one to three operands
  custom_unary,
  custom_binary,
  custom_ternary,
  custom_structured_unary,
  custom_structured_binary,
  custom_structured_ternary,
  count_  // not an operation: how many there are
};

namespace op {

constexpr bool is_leaf(operation o) { return o <= operation::constant; }
constexpr bool is_variable(operation o) { return o < operation::constant; }
/// Zeros but for its operand, which stands somewhere in it?
constexpr bool is_part(operation o) { return o == operation::place || o == operation::embed; }

/// What an operation is: its name, arity, shape rule, value rule and local derivative. See entry.hpp.
template <operation>
struct entry;

}  // namespace op
}  // namespace tapeless
