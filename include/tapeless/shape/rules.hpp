// SPDX-License-Identifier: BSL-1.0
#pragma once
// The few rules by which shapes combine. in: operand extents; out: result extents, or "no".
#include <tapeless/shape/shape.hpp>

namespace tapeless::shapes {

/// A scalar combines with anything; otherwise element-wise operands have one shape.
constexpr bool conform(extents a, extents b) { return a == b || a.is_scalar() || b.is_scalar(); }
constexpr extents elementwise(extents a, extents b) { return a.is_scalar() ? b : a; }

/// A·x and A·B: columns(A) rows meet rows(x).
constexpr bool multiplies(extents a, extents b) { return a.rank == 2 && b.rank > 0 && a.columns == b.rows; }
constexpr extents product(extents a, extents b) { return {b.rank, a.rows, b.columns}; }

/// A vector is a column: its transpose is a matrix of one row.
constexpr extents transposed(extents a) { return a.is_scalar() ? a : extents{2, a.columns, a.rows}; }
constexpr extents outer(extents a, extents b) { return {2, a.rows, b.rows}; }

}  // namespace tapeless::shapes
