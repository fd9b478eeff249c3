// SPDX-License-Identifier: BSL-1.0
// The whole list of functions: special values as in C's Annex F (the C library's serve as reference), and the same bits in
// constant expressions and at run time. Accuracy is measured by tests/accuracy.
#include <tapeless/math/functions.hpp>

#include <array>
#include <bit>
#include <cfloat>
#include <cmath>
#include <cstdint>
#include <limits>
#include <tapeless/math/policy.hpp>

#include "catch.hpp"

namespace {

namespace math = tapeless::math;

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr double special[] = {0.0, -0.0, inf, -inf, nan, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 0.5, -0.5, 1.5, -1.5, DBL_MIN, -DBL_MIN,
                              5e-324, -5e-324, DBL_MAX, -DBL_MAX, 1e300, -1e300, 1e-300, -1e-300, 0x1p53, -0x1p53,
                              0x1p53 - 1, -0x1p53 + 1, 0x1p52 + 1, -0x1p52 - 1, 0x1p52 + 0.5, 0x1p1000, 710.0, -746.0, 1024.0, -1075.0};

/// Equal, or both NaN, with the same sign of zero; else near.
template <class T>
void check_same(T got, T wanted) {
  INFO(got << " instead of " << wanted);
  if (std::isnan(wanted)) {
    CHECK(std::isnan(got));
  } else if (std::isinf(wanted) || wanted == 0) {
    CHECK(got == wanted);
    CHECK(std::signbit(got) == std::signbit(wanted));
  } else {
    CHECK(std::abs(got - wanted) <= 4 * std::numeric_limits<T>::epsilon() * std::abs(wanted) + std::numeric_limits<T>::denorm_min());
  }
}

/// One constant evaluation for all points, one run-time call for each: volatile, so that no compiler evaluates them too.
template <std::size_t N, class F>
void check_bits(const std::array<double, N>& in_constant_expressions, const double (&points)[N], F at_run_time) {
  for (std::size_t i = 0; i < N; ++i) {
    const volatile double x = points[i];
    INFO("at " << points[i]);
    const double got = at_run_time(x);
    if (std::isnan(got)) CHECK(std::isnan(in_constant_expressions[i]));
    else CHECK(std::bit_cast<std::uint64_t>(got) == std::bit_cast<std::uint64_t>(in_constant_expressions[i]));
  }
}

constexpr double points[] = {1e-310, 1e-20, 3e-9, 0.003, 0.1, 0.24, 0.4, 0.6, 0.7, 0.85, 0.99, 1.0, 1.2, 1.3, 2.2, 2.5, 2.9, 3.7, 6.1, 9.5, 17.3,
                             24.4, 26.6, 27.0, 27.5, 28.0, 28.1, 40.1, 99.0, 350.2, 708.9, 1e4, 1e6, 1e20, 1e300, -1e-310, -1e-20, -3e-9, -0.003,
                             -0.1, -0.24, -0.4, -0.6, -0.7, -0.85, -0.99, -1.0, -1.2, -1.3, -2.2, -2.5, -3.7, -6.1, -17.3, -27.5, -28.1, -40.1,
                             -350.2, -708.9, -1e4, -1e6, -1e20};

template <class F>
consteval auto evaluated(F f) {
  std::array<double, std::size(points)> y{};
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = f(points[i]);
  return y;
}

}  // namespace

#define CHECK_ONE(name)                                                                       \
  TEST_CASE(#name ": special values, and the same bits in constant expressions", "[math]") {  \
    for (const double x : special) {                                                          \
      INFO("at " << x);                                                                       \
      check_same(math::standard_math::name(x), std::name(x));                                 \
      check_same(math::standard_math::name(static_cast<float>(x)), std::name(static_cast<float>(x))); \
    }                                                                                         \
    constexpr auto constant = evaluated([](double x) { return math::standard_math::name(x); }); \
    check_bits(constant, points, [](double x) { return math::standard_math::name(x); });      \
  }
#define CHECK_TWO(name)                                                                       \
  TEST_CASE(#name ": special values, and the same bits in constant expressions", "[math]") {  \
    for (const double x : special)                                                            \
      for (const double y : special) {                                                        \
        INFO("at " << x << ", " << y);                                                        \
        check_same(math::standard_math::name(x, y), std::name(x, y));                         \
      }                                                                                       \
    constexpr auto constant = evaluated([](double x) { return math::standard_math::name(x, 1.75); }); \
    check_bits(constant, points, [](double x) { return math::standard_math::name(x, 1.75); });        \
    constexpr auto other = evaluated([](double x) { return math::standard_math::name(1.75, x); });    \
    check_bits(other, points, [](double x) { return math::standard_math::name(1.75, x); });           \
  }

// sqrt, exp, log, log1p, sin, cos and tanh have tests of their own
CHECK_ONE(cbrt)
CHECK_ONE(exp2)
CHECK_ONE(expm1)
CHECK_ONE(log2)
CHECK_ONE(log10)
CHECK_ONE(tan)
CHECK_ONE(asin)
CHECK_ONE(acos)
CHECK_ONE(atan)
CHECK_ONE(sinh)
CHECK_ONE(cosh)
CHECK_ONE(asinh)
CHECK_ONE(acosh)
CHECK_ONE(atanh)
CHECK_ONE(erf)
CHECK_ONE(erfc)
CHECK_TWO(pow)
CHECK_TWO(atan2)
CHECK_TWO(hypot)

namespace {

template <class F, class G>
void check_long_double(F constant, G wanted) {
  INFO(constant << " instead of " << wanted);
  CHECK(std::abs(constant - wanted) <= 32 * LDBL_EPSILON * std::abs(wanted));
}

}  // namespace

// At run time long double is the C library's, in constant expressions ours.
#define CHECK_LONG_DOUBLE(name, x)                                  \
  {                                                                 \
    constexpr long double constant = math::standard_math::name(x);  \
    const volatile long double at = x;                              \
    check_long_double(constant, math::standard_math::name(static_cast<long double>(at))); \
  }
#define CHECK_EVERYWHERE(name) \
  CHECK_LONG_DOUBLE(name, 0.01L) CHECK_LONG_DOUBLE(name, 0.3L) CHECK_LONG_DOUBLE(name, -0.7L) CHECK_LONG_DOUBLE(name, 0.95L)
#define CHECK_ABOVE(name) CHECK_LONG_DOUBLE(name, 1.3L) CHECK_LONG_DOUBLE(name, 4.0L) CHECK_LONG_DOUBLE(name, 30.0L)
#define CHECK_POSITIVE(name) CHECK_LONG_DOUBLE(name, 0.01L) CHECK_LONG_DOUBLE(name, 0.3L) CHECK_LONG_DOUBLE(name, 0.95L) CHECK_ABOVE(name)

TEST_CASE("long double in constant expressions", "[math]") {
  CHECK_EVERYWHERE(cbrt) CHECK_ABOVE(cbrt) CHECK_EVERYWHERE(exp2) CHECK_ABOVE(exp2) CHECK_EVERYWHERE(expm1) CHECK_ABOVE(expm1)
  CHECK_POSITIVE(log2) CHECK_POSITIVE(log10) CHECK_EVERYWHERE(tan) CHECK_ABOVE(tan) CHECK_EVERYWHERE(asin) CHECK_EVERYWHERE(acos)
  CHECK_EVERYWHERE(atan) CHECK_ABOVE(atan) CHECK_EVERYWHERE(sinh) CHECK_ABOVE(sinh) CHECK_EVERYWHERE(cosh) CHECK_ABOVE(cosh)
  CHECK_EVERYWHERE(asinh) CHECK_ABOVE(asinh) CHECK_ABOVE(acosh) CHECK_EVERYWHERE(atanh) CHECK_EVERYWHERE(erf) CHECK_ABOVE(erf)
  CHECK_EVERYWHERE(erfc) CHECK_ABOVE(erfc)
  CHECK_LONG_DOUBLE(erf, 2.05L) CHECK_LONG_DOUBLE(erf, 8.3L) CHECK_LONG_DOUBLE(erfc, 2.05L) CHECK_LONG_DOUBLE(atan, 0.12L)
  CHECK_LONG_DOUBLE(asinh, 0x1p41L) CHECK_LONG_DOUBLE(acosh, 0x1p41L) CHECK_LONG_DOUBLE(asinh, 0x1p61L) CHECK_LONG_DOUBLE(acosh, 0x1p61L)
  constexpr long double power = math::standard_math::pow(1.7L, 2.3L), angle = math::standard_math::atan2(-1.0L, -3.0L),
                        side = math::standard_math::hypot(3.0L, 4.0L);
  const volatile long double x = 1.7L;
  check_long_double(power, std::pow(x, 2.3L));
  check_long_double(angle, std::atan2(-1.0L, -3.0L));
  check_long_double(side, 5.0L);
}
