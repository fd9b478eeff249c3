// SPDX-License-Identifier: BSL-1.0
// What the tests of the operations share: the table of references, errors in units in the last place, and the checks
// of an element-wise function as a scalar, inside vectors and matrices, and against central differences.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <tapeless/tapeless.hpp>
#include <vector>

#include "catch.hpp"

/// An exact result as the sum of two doubles.
struct exact {
  double high;
  double low;
  constexpr long double value() const { return static_cast<long double>(high) + static_cast<long double>(low); }
};

struct unary_point {
  double x;
  exact value, derivative;
};
struct binary_point {
  double a, b;
  exact value, by_a, by_b;
};
struct ternary_point {
  double a, low, high;
  exact value, by_a, by_low, by_high;
};
template <std::size_t N>
struct dot_case {
  double a[N], b[N], value, sum, mean;
};
template <std::size_t M, std::size_t N>
struct outer_case {
  double a[M], b[N], weight[M * N], value[M * N], by_a[M], by_b[N];
};
template <std::size_t R, std::size_t K, std::size_t C>
struct matmul_case {
  double a[R * K], b[K * C], weight[R * C], value[R * C], by_a[R * K], by_b[K * C];
};
template <std::size_t N>
struct softmax_case {
  double logits[N], weight[N], target[N];
  double softmax[N], softmax_by_logits[N];
  double logsumexp, cross_entropy;
  double cross_entropy_by_logits[N], cross_entropy_by_target[N];
};
/// squared_norm is 0 where it does not fit a double, and of the zero vector.
template <std::size_t N>
struct reduction_case {
  double a[N], b[N];
  exact dot, sum, mean, squared_norm, norm;
  exact norm_by[N], max_element_by[N];
};
template <std::size_t N>
struct logits_case {
  double logits[N], weight[N], target[N];
  exact softmax[N], softmax_by_logits[N];
  exact log_softmax[N], log_softmax_by_logits[N];
  exact logsumexp, cross_entropy;
  exact cross_entropy_by_logits[N];
};

#include "reference/op.inc"

namespace op_test {

namespace tl = tapeless;

/// The references, sums of two doubles, have 106 bits and none below the least double, before they are multiplied by up to 4: longer
/// numbers (64-bit Arm has a long double of 113 bits) are held to what the references can tell.
template <class T>
inline constexpr int digits = std::min(std::numeric_limits<T>::digits, 106);
template <class T>
inline constexpr long double epsilon = std::max(static_cast<long double>(std::numeric_limits<T>::epsilon()), 0x1p-105L);
template <class T>
inline constexpr long double least = digits<T> < std::numeric_limits<T>::digits
                                         ? 4 * static_cast<long double>(std::numeric_limits<double>::denorm_min())
                                         : static_cast<long double>(std::numeric_limits<T>::denorm_min());

/// The unit in the last place of a T of this size.
template <class T>
long double ulp(long double value) {
  const long double size = std::fabs(value);
  if (size < static_cast<long double>(std::numeric_limits<T>::min())) return least<T>;
  return std::max(least<T>, std::ldexp(1.0L, std::ilogb(size) + 1 - digits<T>));
}

/// What a result may miss its reference by: so many ulp, or so many epsilon in all where cancellation is unavoidable.
struct tolerance {
  double ulps = 0;
  double epsilons = 0;
};

template <class T>
bool near(T got, long double expected, tolerance allowed) {
  const long double error = std::fabs(static_cast<long double>(got) - expected);
  return error <= static_cast<long double>(allowed.ulps) * ulp<T>(expected) +
                      static_cast<long double>(allowed.epsilons) * epsilon<T>;
}

template <class T>
bool fits(double x) {
  return static_cast<double>(static_cast<T>(x)) == x;
}
template <class T>
bool fits(long double x) {
  return std::fabs(x) <= static_cast<long double>(std::numeric_limits<T>::max());
}
template <class T, std::size_t N>
bool all_fit(const double (&values)[N]) {
  return std::all_of(values, values + N, [](double value) { return fits<T>(value); });
}
template <class T, std::size_t N>
std::array<T, N> as(const double (&values)[N]) {
  std::array<T, N> result{};
  for (std::size_t i = 0; i < N; ++i) result[i] = static_cast<T>(values[i]);
  return result;
}

/// Are the operands Ts, and do the results fit a T, four times them too?
template <class T>
bool usable(const unary_point& p) {
  return fits<T>(p.x) && fits<T>(4 * p.value.value()) && fits<T>(4 * p.derivative.value());
}
template <class T>
bool usable(const binary_point& p) {
  return fits<T>(p.a) && fits<T>(p.b) && fits<T>(4 * p.value.value()) && fits<T>(4 * p.by_a.value()) &&
         fits<T>(4 * p.by_b.value());
}
template <class T>
bool usable(const ternary_point& p) {
  return fits<T>(p.a) && fits<T>(p.low) && fits<T>(p.high) && fits<T>(4 * p.value.value());
}

/// The incoming adjoint of element i. Multiplying by it is exact.
constexpr int weight_of(std::size_t i) {
  constexpr int weights[] = {2, -1, 4, -2, 1, -4};
  return weights[i % 6];
}
template <class T, std::size_t Size>
std::array<T, Size> all_weights() {
  std::array<T, Size> result{};
  for (std::size_t i = 0; i < Size; ++i) result[i] = T(weight_of(i));
  return result;
}

/// One check for all instantiations: what CHECK itself expands to is more code than most of the programs.
template <class T>
void check_near(const char* what, double at, T got, long double expected, tolerance allowed) {
  INFO(what << " at " << at << ": " << static_cast<long double>(got) << ", expected " << expected);
  CHECK(near(got, expected, allowed));
}
template <class T>
void check_near(const char* what, const binary_point& at, T got, long double expected, double ulps) {
  INFO(what << " at " << at.a << ", " << at.b << ": " << static_cast<long double>(got) << ", expected " << expected);
  CHECK(near(got, expected, {ulps}));
}
inline void check_difference(double at, double got, double quotient, double margin) {
  INFO("at " << at);
  CHECK(got == Approx(quotient).epsilon(1e-8).margin(margin));
}

/// The usable points, so many at a time; the last group may begin within the one before.
template <class T, std::size_t Size, class Point, std::size_t N>
auto groups(const Point (&points)[N]) {
  std::vector<const Point*> of;
  for (const Point& p : points)
    if (usable<T>(p)) of.push_back(&p);
  REQUIRE(of.size() >= Size);
  std::vector<std::array<const Point*, Size>> result;
  for (std::size_t end = Size;; end = std::min(end + Size, of.size())) {
    std::copy_n(of.begin() + static_cast<std::ptrdiff_t>(end - Size), Size, result.emplace_back().begin());
    if (end == of.size()) return result;
  }
}

inline constexpr auto x = tl::input<"x">;
inline constexpr auto y = tl::input<"y">;
inline constexpr auto u = tl::input<"u">;
inline constexpr auto v = tl::input<"v", tl::vec<3>>;
inline constexpr auto w = tl::input<"w", tl::vec<3>>;
inline constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
inline constexpr auto B = tl::input<"B", tl::mat<2, 3>>;
inline constexpr auto W = tl::input<"W", tl::mat<2, 3>>;

/// u·f(x) with its derivatives by x and u: generated once, called from everywhere.
template <class T, class F>
[[gnu::noinline]] auto at_point(F f, T at, T weight) {
  return tl::value_and_gradient(u * f(x), tl::wrt(x, u))(x = at, u = weight);
}

/// u·f(x) at the points that are Ts, for an incoming adjoint u = -3: value, ∂/∂u = f(x), ∂/∂x = u·f′(x).
template <class T, class F, std::size_t N>
int check_points(F f, const unary_point (&points)[N], tolerance value, tolerance derivative) {
  int count = 0;
  for (const unary_point& p : points) {
    if (!usable<T>(p)) continue;
    ++count;
    const auto result = at_point(f, static_cast<T>(p.x), T(-3));
    check_near("f", p.x, result.gradient[u], p.value.value(), value);
    check_near("-3 f", p.x, result.value, -3 * p.value.value(), {value.ulps * 2 + 1, value.epsilons * 3});
    check_near("-3 f'", p.x, result.gradient[x], -3 * p.derivative.value(),
               {derivative.ulps * 2 + 1, derivative.epsilons * 3});
  }
  return count;
}

/// The same for the elements of a vector or matrix, each with its own incoming adjoint.
template <class T, class Shape, class F, std::size_t N>
void check_tensors(F f, const unary_point (&points)[N], tolerance value, tolerance derivative) {
  constexpr auto a = tl::input<"a", Shape>;
  constexpr auto weight = tl::input<"weight", Shape>;
  constexpr auto program = tl::value_and_gradient(sum(hadamard(weight, f(a))), tl::wrt(a, weight));
  for (const auto& p : groups<T, Shape::size>(points)) {
    std::array<T, Shape::size> at{};
    for (std::size_t i = 0; i < at.size(); ++i) at[i] = static_cast<T>(p[i]->x);
    const auto result = program(a = at, weight = all_weights<T, Shape::size>());
    for (std::size_t i = 0; i < at.size(); ++i) {
      check_near("element", p[i]->x, result.gradient[weight][i], p[i]->value.value(), value);
      check_near("derivative by element", p[i]->x, result.gradient[a][i], weight_of(i) * p[i]->derivative.value(),
                 {derivative.ulps, derivative.epsilons * 4});
    }
  }
}

/// The derivative against central differences.
template <class F, std::size_t N>
void check_differences(F f, const double (&at)[N]) {
  constexpr double h = 0x1p-17;
  for (const double p : at) {
    const double difference = (at_point(f, p + h, 1.0).value - at_point(f, p - h, 1.0).value) / (2 * h);
    check_difference(p, at_point(f, p, 2.5).gradient[x], 2.5 * difference, 1e-9);
  }
}

/// Everything above for one function of one operand. Three elements are a register and a rest of lanes, six are several;
/// who is not a double goes through one of the two.
template <class F, std::size_t N, std::size_t M>
void check_unary(F f, const unary_point (&points)[N], tolerance value, tolerance derivative, const double (&at)[M]) {
  CHECK(check_points<double>(f, points, value, derivative) >= 20);
  CHECK(check_points<float>(f, points, value, derivative) >= 12);
  CHECK(check_points<long double>(f, points, value, derivative) >= 20);
  check_tensors<double, tl::vec<3>>(f, points, value, derivative);
  check_tensors<float, tl::mat<2, 3>>(f, points, value, derivative);
  check_tensors<long double, tl::vec<3>>(f, points, value, derivative);
  check_differences(f, at);
}

// Tolerances: {ulp, epsilons} of the value and of the derivative.
#define CHECK_FUNCTION(name, value, derivative, at)                                    \
  TEST_CASE("values and derivatives of " #name, "[op]") {                              \
    check_unary([](auto a) { return name(a); }, name##_points, value, derivative, at); \
  }
#define TOLERANCE(...) {__VA_ARGS__}

/// u·f(x, y) with its derivatives by x, y and u.
template <class T, class F>
[[gnu::noinline]] auto at_point(F f, T a, T b, T weight) {
  return tl::value_and_gradient(u * f(x, y), tl::wrt(x, y, u))(x = a, y = b, u = weight);
}

/// u·f(a, b) for an incoming adjoint u = -2, which is exact.
template <class T, class F, std::size_t N>
int check_pairs(F f, const binary_point (&points)[N], double ulps) {
  int count = 0;
  for (const binary_point& p : points) {
    if (!usable<T>(p)) continue;
    ++count;
    const auto result = at_point(f, static_cast<T>(p.a), static_cast<T>(p.b), T(-2));
    check_near("-2 f", p, result.value, -2 * p.value.value(), ulps);
    check_near("f", p, result.gradient[u], p.value.value(), ulps);
    check_near("-2 df/da", p, result.gradient[x], -2 * p.by_a.value(), ulps);
    check_near("-2 df/db", p, result.gradient[y], -2 * p.by_b.value(), ulps);
  }
  return count;
}

/// The same for the elements of vectors or matrices, each with its own incoming adjoint.
template <class T, class Shape, class F, std::size_t N>
void check_tensors(F f, const binary_point (&points)[N], double ulps) {
  constexpr auto a = tl::input<"a", Shape>;
  constexpr auto b = tl::input<"b", Shape>;
  constexpr auto weight = tl::input<"weight", Shape>;
  constexpr auto program = tl::value_and_gradient(sum(hadamard(weight, f(a, b))), tl::wrt(a, b, weight));
  for (const auto& p : groups<T, Shape::size>(points)) {
    std::array<T, Shape::size> at_a{}, at_b{};
    for (std::size_t i = 0; i < at_a.size(); ++i) {
      at_a[i] = static_cast<T>(p[i]->a);
      at_b[i] = static_cast<T>(p[i]->b);
    }
    const auto result = program(a = at_a, b = at_b, weight = all_weights<T, Shape::size>());
    for (std::size_t i = 0; i < at_a.size(); ++i) {
      check_near("element", *p[i], result.gradient[weight][i], p[i]->value.value(), ulps);
      check_near("derivative by a", *p[i], result.gradient[a][i], weight_of(i) * p[i]->by_a.value(), ulps);
      check_near("derivative by b", *p[i], result.gradient[b][i], weight_of(i) * p[i]->by_b.value(), ulps);
    }
  }
}

/// Both partial derivatives against central differences.
template <class F, std::size_t N>
void check_differences(F f, const double (&at)[N][2]) {
  constexpr double h = 0x1p-17;
  for (const auto& [a, b] : at) {
    const double by_a = (at_point(f, a + h, b, 1.0).value - at_point(f, a - h, b, 1.0).value) / (2 * h);
    const double by_b = (at_point(f, a, b + h, 1.0).value - at_point(f, a, b - h, 1.0).value) / (2 * h);
    const auto r = at_point(f, a, b, 2.5);
    check_difference(a, r.gradient[x], 2.5 * by_a, 1e-8);
    check_difference(b, r.gradient[y], 2.5 * by_b, 1e-8);
  }
}

/// Everything above for one function of two operands, with the shapes and types of check_unary.
template <class F, std::size_t N, std::size_t M>
void check_binary(F f, const binary_point (&points)[N], double ulps, const double (&at)[M][2]) {
  CHECK(check_pairs<double>(f, points, ulps) >= 20);
  CHECK(check_pairs<float>(f, points, ulps) >= 12);
  CHECK(check_pairs<long double>(f, points, ulps) >= 20);
  check_tensors<double, tl::vec<3>>(f, points, ulps);
  check_tensors<float, tl::mat<2, 3>>(f, points, ulps);
  check_tensors<long double, tl::vec<3>>(f, points, ulps);
  check_differences(f, at);
}

/// A function of two operands for every pair of shapes that conform: elements, and sums for the scalar operand.
/// `by_a` and `by_b` are its partial derivatives.
template <class F, class ByA, class ByB>
void check_broadcasting(F f, ByA by_a, ByB by_b) {
  constexpr double a[] = {0.5, -1.25, 2.0, 3.5, -0.75, 1.5}, b[] = {1.5, 0.75, -2.5, -1.0, 4.0, 0.25};
  constexpr double weight[] = {2, -1, 0.5, -3, 1, 0.25};
  constexpr std::size_t n = 6;
  const auto close = [](double got, double expected) { return got == Approx(expected).epsilon(1e-14).margin(1e-15); };

  SECTION("tensor and tensor") {
    constexpr auto program = tl::value_and_gradient(sum(hadamard(W, f(A, B))), tl::wrt(A, B, W));
    const auto r = program(A = a, B = b, W = weight);
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(close(r.gradient[W][i], f(a[i], b[i])));
      CHECK(close(r.gradient[A][i], weight[i] * by_a(a[i], b[i])));
      CHECK(close(r.gradient[B][i], weight[i] * by_b(a[i], b[i])));
    }
  }
  SECTION("tensor and scalar: the scalar receives the sum") {
    constexpr auto program = tl::value_and_gradient(sum(hadamard(W, f(A, y))), tl::wrt(A, y, W));
    const auto r = program(A = a, y = 1.5, W = weight);
    double total = 0;
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(close(r.gradient[W][i], f(a[i], 1.5)));
      CHECK(close(r.gradient[A][i], weight[i] * by_a(a[i], 1.5)));
      total += weight[i] * by_b(a[i], 1.5);
    }
    CHECK(close(r.gradient[y], total));
  }
  SECTION("scalar and tensor: the scalar receives the sum") {
    constexpr auto program = tl::value_and_gradient(sum(hadamard(W, f(x, B))), tl::wrt(x, B, W));
    const auto r = program(x = -1.5, B = b, W = weight);
    double total = 0;
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(close(r.gradient[W][i], f(-1.5, b[i])));
      CHECK(close(r.gradient[B][i], weight[i] * by_b(-1.5, b[i])));
      total += weight[i] * by_a(-1.5, b[i]);
    }
    CHECK(close(r.gradient[x], total));
  }
  SECTION("the sum alone: no weights, an adjoint of ones") {
    constexpr auto program = tl::value_and_gradient(sum(f(A, y)), tl::wrt(A, y));
    const auto r = program(A = a, y = 1.5);
    double value = 0, total = 0;
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(close(r.gradient[A][i], by_a(a[i], 1.5)));
      value += f(a[i], 1.5);
      total += by_b(a[i], 1.5);
    }
    CHECK(close(r.value, value));
    CHECK(close(r.gradient[y], total));
  }
}

}  // namespace op_test
