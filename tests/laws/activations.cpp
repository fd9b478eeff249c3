// SPDX-License-Identifier: BSL-1.0
// The activations that are written with other operations: silu, gelu and gelu_tanh. Checked as those are.
#include <tapeless/expr/elementwise.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {
constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.25, 2.5};
}

// a·σ·(1 - σ) multiplies the rounding of 1 - σ by a
CHECK_FUNCTION(silu, TOLERANCE(4), TOLERANCE(6, 40), somewhere)
CHECK_FUNCTION(gelu, TOLERANCE(1300, 1), TOLERANCE(1300, 4), somewhere)
// so does a·(1 + tanh u) of 1 + tanh u, and its derivative u′ of 1 - tanh² u
CHECK_FUNCTION(gelu_tanh, TOLERANCE(4, 8), TOLERANCE(4, 8), somewhere)
