// SPDX-License-Identifier: BSL-1.0
// Values and derivatives against 40 digits, at points near singularities, tiny, huge and negative ones; for scalars,
// vectors and matrices, with an adjoint that is not 1; and against central differences. math/ keeps each function
// within 2 ulp.
#include <tapeless/op/powers.hpp>

#include <cmath>

#include "unit/op/reference.hpp"

using namespace op_test;
using namespace tapeless::literals;

namespace {

constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.25, 2.5};
constexpr double pairs[][2] = {{0.5, 1.5}, {1.25, -0.75}, {2.0, 2.5}, {3.5, 0.25}, {0.75, -2.0}};

}  // namespace

CHECK_FUNCTION(abs, TOLERANCE(0), TOLERANCE(0), somewhere)
CHECK_FUNCTION(cbrt, TOLERANCE(1), TOLERANCE(4), somewhere)
CHECK_FUNCTION(sign, TOLERANCE(0), TOLERANCE(0), somewhere)

TEST_CASE("d(aᵇ) = b·aᵇ⁻¹·da + aᵇ·log(a)·db", "[op]") {
  check_binary([](auto a, auto b) { return pow(a, b); }, pow_points, 6, pairs);
}

TEST_CASE("d√(a² + b²) = (a·da + b·db)/√(a² + b²)", "[op]") {
  check_binary([](auto a, auto b) { return hypot(a, b); }, hypot_points, 3, pairs);
}

TEST_CASE("hypot of tensors and scalars", "[op]") {
  const auto length = [](auto a, auto b) {
    using std::hypot;
    return hypot(a, b);
  };
  check_broadcasting(length, [](double a, double b) { return a / std::hypot(a, b); },
                     [](double a, double b) { return b / std::hypot(a, b); });
}

TEMPLATE_TEST_CASE("(-a)ⁿ = ±aⁿ and its derivative by a, to the last bit", "[op]", float, double, long double) {
  using T = TestType;
  constexpr auto odd = tl::value_and_gradient(u * pow(x, 3_c), tl::wrt(x));
  constexpr auto even = tl::value_and_gradient(u * pow(x, -2_c), tl::wrt(x));
  constexpr auto any = tl::value_and_gradient(u * pow(x, y), tl::wrt(x));
  for (const T a : {T(1e-9), T(0.1), T(0.7), T(1), T(1.5), T(3), T(1e9)}) {
    const auto check = [&](auto of_negative, auto of_positive, int sign) {
      INFO("at " << a << ", sign " << sign);
      CHECK(of_negative.value == T(sign) * of_positive.value);
      CHECK(of_negative.gradient[x] == T(-sign) * of_positive.gradient[x]);
    };
    check(odd(x = -a, u = T(-2)), odd(x = a, u = T(-2)), -1);
    check(even(x = -a, u = T(-2)), even(x = a, u = T(-2)), 1);
    for (const int n : {-3, -2, -1, 0, 1, 2, 3})
      check(any(x = -a, y = T(n), u = T(-2)), any(x = a, y = T(n), u = T(-2)), n % 2 == 0 ? 1 : -1);
  }
}
