// SPDX-License-Identifier: BSL-1.0
// Values and derivatives against 40 digits, at points near singularities, tiny, huge and negative ones; for scalars,
// vectors and matrices, with an adjoint that is not 1; and against central differences. math/ keeps each function
// within 2 ulp.
#include <tapeless/op/trigonometry.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.25, 2.5};
constexpr double inside[] = {-0.875, -0.5, 0.125, 0.5, 0.75};
constexpr double pairs[][2] = {{0.5, 1.5}, {1.25, -0.75}, {-2.0, 2.5}, {-3.5, -0.25}, {0.75, -2.0}};

}  // namespace

CHECK_FUNCTION(tan, TOLERANCE(2), TOLERANCE(6), somewhere)
CHECK_FUNCTION(asin, TOLERANCE(2), TOLERANCE(3), inside)
CHECK_FUNCTION(acos, TOLERANCE(2), TOLERANCE(3), inside)
CHECK_FUNCTION(atan, TOLERANCE(2), TOLERANCE(3), somewhere)

TEST_CASE("d(atan2(a, b)) = (b·da - a·db)/(a² + b²)", "[op]") {
  check_binary([](auto a, auto b) { return atan2(a, b); }, atan2_points, 6, pairs);
}

TEST_CASE("atan2 of tensors and scalars", "[op]") {
  const auto angle = [](auto a, auto b) {
    using std::atan2;
    return atan2(a, b);
  };
  check_broadcasting(angle, [](double a, double b) { return b / (a * a + b * b); },
                     [](double a, double b) { return -a / (a * a + b * b); });
}
