// SPDX-License-Identifier: BSL-1.0
// Values and derivatives against 40 digits, at points near singularities, tiny, huge and negative ones; for scalars,
// vectors and matrices, with an adjoint that is not 1; and against central differences. math/ keeps each function
// within 2 ulp.
#include <tapeless/op/exponentials.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.25, 2.5};
constexpr double positive[] = {0.125, 0.5, 1.0, 2.75, 11.0};
constexpr double inside[] = {-0.875, -0.5, 0.125, 0.5, 0.75};
constexpr double above_one[] = {1.125, 1.5, 2.0, 7.5};

}  // namespace

CHECK_FUNCTION(exp2, TOLERANCE(2), TOLERANCE(3), somewhere)
CHECK_FUNCTION(expm1, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(log2, TOLERANCE(2), TOLERANCE(2), positive)
CHECK_FUNCTION(log10, TOLERANCE(2), TOLERANCE(2), positive)
CHECK_FUNCTION(log1p, TOLERANCE(2), TOLERANCE(2), positive)
CHECK_FUNCTION(sinh, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(cosh, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(asinh, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(acosh, TOLERANCE(2), TOLERANCE(3), above_one)
CHECK_FUNCTION(atanh, TOLERANCE(2), TOLERANCE(3), inside)
// exp(-a²) multiplies the rounding of a² by a², 676 at the last point
CHECK_FUNCTION(erf, TOLERANCE(2), TOLERANCE(90), somewhere)
CHECK_FUNCTION(erfc, TOLERANCE(2), TOLERANCE(700), somewhere)
