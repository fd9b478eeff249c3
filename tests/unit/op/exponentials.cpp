// SPDX-License-Identifier: BSL-1.0
// The functions of exponentials.hpp, powers.hpp and trigonometry.hpp: values and derivatives against 40 digits, at points near singularities, tiny,
// huge and negative ones; for scalars and vectors, with an adjoint that is not 1; and against central differences.
#include <tapeless/op/exponentials.hpp>
#include <tapeless/op/powers.hpp>
#include <tapeless/op/trigonometry.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.25, 2.5};
constexpr double positive[] = {0.125, 0.5, 1.0, 2.75, 11.0};
constexpr double inside[] = {-0.875, -0.5, 0.125, 0.5, 0.75};
constexpr double above_one[] = {1.125, 1.5, 2.0, 7.5};

}  // namespace

// Tolerances: {ulp, epsilons} of the value and of the derivative. math/ keeps each function within 2 ulp.
#define CHECK_FUNCTION(name, value, derivative, at)                        \
  TEST_CASE("values and derivatives of " #name, "[op]") {                  \
    check_unary([](auto a) { return name(a); }, name##_points, value, derivative, at); \
  }
#define TOLERANCE(...) {__VA_ARGS__}

CHECK_FUNCTION(abs, TOLERANCE(0), TOLERANCE(0), somewhere)
CHECK_FUNCTION(cbrt, TOLERANCE(1), TOLERANCE(4), positive)
CHECK_FUNCTION(exp2, TOLERANCE(2), TOLERANCE(3), somewhere)
CHECK_FUNCTION(expm1, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(log2, TOLERANCE(2), TOLERANCE(2), positive)
CHECK_FUNCTION(log10, TOLERANCE(2), TOLERANCE(2), positive)
CHECK_FUNCTION(log1p, TOLERANCE(2), TOLERANCE(2), positive)
CHECK_FUNCTION(tan, TOLERANCE(2), TOLERANCE(6), somewhere)
CHECK_FUNCTION(asin, TOLERANCE(2), TOLERANCE(3), inside)
CHECK_FUNCTION(acos, TOLERANCE(2), TOLERANCE(3), inside)
CHECK_FUNCTION(atan, TOLERANCE(2), TOLERANCE(3), somewhere)
CHECK_FUNCTION(sinh, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(cosh, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(asinh, TOLERANCE(2), TOLERANCE(2), somewhere)
CHECK_FUNCTION(acosh, TOLERANCE(2), TOLERANCE(3), above_one)
CHECK_FUNCTION(atanh, TOLERANCE(2), TOLERANCE(3), inside)
// exp(-a²) multiplies the rounding of a² by a², 676 at the last point
CHECK_FUNCTION(erf, TOLERANCE(2), TOLERANCE(90), somewhere)
CHECK_FUNCTION(erfc, TOLERANCE(2), TOLERANCE(700), somewhere)
// a·σ·(1 - σ) multiplies the rounding of 1 - σ by a
CHECK_FUNCTION(silu, TOLERANCE(4), TOLERANCE(6, 40), somewhere)
CHECK_FUNCTION(gelu, TOLERANCE(1300, 1), TOLERANCE(1300, 4), somewhere)

TEST_CASE("values and derivatives of pow, atan2 and hypot", "[op]") {
  const auto check = [](auto f, const auto& points, double ulps, int floats) {
    CHECK(check_pairs<double>(f, points, ulps) >= 20);
    CHECK(check_pairs<float>(f, points, ulps) >= floats);
    CHECK(check_pairs<long double>(f, points, ulps) >= 20);
  };
  check([](auto a, auto b) { return atan2(a, b); }, atan2_points, 6, 14);
  check([](auto a, auto b) { return hypot(a, b); }, hypot_points, 3, 18);
  check([](auto a, auto b) { return pow(a, b); }, pow_points, 6, 12);
}
