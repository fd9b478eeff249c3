// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/softmax.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <type_traits>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

/// Results in [0, 1] and their derivatives may miss by a few epsilons; logits themselves by theirs.
template <class T, class Got, std::size_t N>
bool all_near(const Got& got, const double (&expected)[N], double epsilons) {
  using reference_type = std::conditional_t<std::is_same_v<T, float>, float, double>;
  for (std::size_t i = 0; i < N; ++i)
    if (!near(static_cast<reference_type>(got[i]), static_cast<long double>(expected[i]), {4, epsilons})) {
      UNSCOPED_INFO("element " << i << " is " << static_cast<double>(got[i]) << ", not " << expected[i]);
      return false;
    }
  return true;
}

template <class T, std::size_t N>
void check(const softmax_case<N>& reference) {
  using rounded = std::conditional_t<std::is_same_v<T, float>, float, double>;
  constexpr auto z = tl::input<"z", tl::vec<N>>;
  constexpr auto t = tl::input<"t", tl::vec<N>>;
  constexpr double many = N;
  std::array<T, N> logits{}, weight{}, target{};
  double largest = 0;
  for (std::size_t i = 0; i < N; ++i) {
    logits[i] = static_cast<T>(reference.logits[i]);
    weight[i] = static_cast<T>(reference.weight[i]);
    target[i] = static_cast<T>(reference.target[i]);
    largest = std::fmax(largest, std::fabs(reference.logits[i]));
  }

  const auto soft = tl::value_and_gradient(dot(t, softmax(z)), tl::wrt(z, t))(z = logits, t = weight);
  CHECK(all_near<T>(soft.gradient[t], reference.softmax, 4));
  CHECK(all_near<T>(soft.gradient[z], reference.softmax_by_logits, many));

  const auto log_sum = tl::value_and_gradient(u * logsumexp(z), tl::wrt(z, u))(z = logits, u = T(-2));
  CHECK(near(static_cast<rounded>(log_sum.gradient[u]), static_cast<long double>(reference.logsumexp), {2, 4}));
  CHECK(near(static_cast<rounded>(log_sum.value), -2 * static_cast<long double>(reference.logsumexp), {2, 8}));
  for (std::size_t i = 0; i < N; ++i)
    CHECK(near(static_cast<rounded>(log_sum.gradient[z][i]), -2 * static_cast<long double>(reference.softmax[i]),
               {4, 8}));

  const auto entropy =
      tl::value_and_gradient(u * cross_entropy(z, t), tl::wrt(z, t, u))(z = logits, t = target, u = T(-2));
  CHECK(near(static_cast<rounded>(entropy.gradient[u]), static_cast<long double>(reference.cross_entropy), {4, many}));
  for (std::size_t i = 0; i < N; ++i) {
    CHECK(near(static_cast<rounded>(entropy.gradient[z][i]),
               -2 * static_cast<long double>(reference.cross_entropy_by_logits[i]), {4, many}));
    CHECK(near(static_cast<rounded>(entropy.gradient[t][i]),
               -2 * static_cast<long double>(reference.cross_entropy_by_target[i]), {4, many}));
  }
}

}  // namespace

TEST_CASE("yᵢ = exp zᵢ/Σ exp zₖ: dz = y⊙(δ - yᵀδ); d log Σ exp z = y·dz; d cross entropy = (y·Σt - t)·dz", "[op]") {
  check<double>(softmax_0);
  check<double>(softmax_1);
  check<double>(softmax_2);
  check<double>(softmax_3);
  check<float>(softmax_0);
  check<float>(softmax_3);
  check<long double>(softmax_1);
}

TEST_CASE("normalised exponentials of equal logits and of a tiny spread", "[op]") {
  check<double>(softmax_4);
  check<double>(softmax_5);
  check<float>(softmax_4);
  check<float>(softmax_5);
}

TEST_CASE("normalised exponentials of a large spread", "[op]") {
  check<double>(softmax_6);
  check<double>(softmax_7);
  check<double>(softmax_8);
  check<float>(softmax_6);
  check<long double>(softmax_7);
}

TEST_CASE("normalised exponentials of logits ±1e300", "[op]") {
  check<double>(softmax_9);
  check<double>(softmax_10);
  check<double>(softmax_11);
  check<long double>(softmax_9);
}

TEST_CASE("no NaN comes of finite logits and a one-hot target", "[op]") {
  constexpr double extremes[] = {0.0, 1e-300, -1e300, 1e300, 745.0, -745.0};
  constexpr auto program = tl::value_and_gradient(cross_entropy(v, w), tl::wrt(v));
  constexpr auto values = tl::function(softmax(v), logsumexp(v));
  for (const double a : extremes)
    for (const double b : extremes)
      for (const double c : extremes) {
        INFO("logits " << a << ", " << b << ", " << c);
        const auto r = program(v = {a, b, c}, w = {0., 1., 0.});
        const auto [soft, log_sum] = values(v = {a, b, c});
        CHECK(r.value >= 0.0);
        CHECK(soft[0] + soft[1] + soft[2] == Approx(1.0).epsilon(1e-15));
        CHECK(log_sum >= std::fmax(a, std::fmax(b, c)));
        for (std::size_t i = 0; i < 3; ++i) CHECK(std::fabs(r.gradient[v][i]) <= 1.0);
      }
}

TEST_CASE("normalised exponentials against central differences", "[op]") {
  constexpr auto t = tl::input<"t", tl::vec<3>>;
  constexpr auto E = x * dot(t, softmax(v)) + y * logsumexp(v) + u * cross_entropy(v, t);
  constexpr auto program = tl::value_and_gradient(E, tl::wrt(v));
  const double weights[] = {0.5, -0.25, 2.0};
  const auto at = [&](const std::array<double, 3>& z) {
    return program(v = z, t = weights, x = 2.0, y = -3.0, u = 0.5);
  };
  const std::array<double, 3> z = {0.3, -1.2, 2.1};
  for (std::size_t i = 0; i < 3; ++i) {
    constexpr double h = 0x1p-17;
    auto above = z, below = z;
    above[i] += h;
    below[i] -= h;
    CHECK(at(z).gradient[v][i] == Approx((at(above).value - at(below).value) / (2 * h)).epsilon(1e-8));
  }
}

TEST_CASE("logsumexp of a matrix goes over all its elements", "[op]") {
  const auto r = tl::value_and_gradient(logsumexp(A), tl::wrt(A))(A = {{1., 1., 1.}, {1., 1., 1.}});
  CHECK(r.value == Approx(1 + std::log(6.0)).epsilon(1e-15));
  for (const double g : r.gradient) CHECK(g == Approx(1 / 6.0).epsilon(1e-15));
}

TEST_CASE("d cross entropy/dt = -log softmax z, to a few epsilons whatever the size of the logits", "[op]") {
  constexpr auto program = tl::value_and_gradient(cross_entropy(v, w), tl::wrt(w));
  for (const double z : {0.0, 1e3, 1e8, 1e12, 1e17, 1e300, -1e300}) {
    INFO("logits " << z);
    const auto r = program(v = {z, z, z}, w = {1., 0., 0.});
    for (std::size_t i = 0; i < 3; ++i) CHECK(r.gradient[w][i] == Approx(std::log(3.0)).epsilon(1e-14));
  }
}

TEST_CASE("cross entropy is no NaN where the spread of the logits overflows", "[op]") {
  constexpr auto program = tl::value_and_gradient(cross_entropy(v, w), tl::wrt(v));
  const auto r = program(v = {1.7e308, -1.7e308, 0.}, w = {1., 0., 0.});
  CHECK(r.value == 0.0);
}

namespace {

constexpr auto five_logits = tl::input<"z", tl::vec<5>>;
constexpr auto five_targets = tl::input<"t", tl::vec<5>>;
constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("infinite logits, in constant expressions too") {
  constexpr auto of_sum = tl::function(logsumexp(five_logits));
  static_assert(of_sum(five_logits = {1.0, infinite, 2.0, 0.0, 1.0}) == infinite);
  static_assert(of_sum(five_logits = {-infinite, -infinite, -infinite, -infinite, -infinite}) == -infinite);
  constexpr auto loss = tl::function(cross_entropy(five_logits, five_targets));
  constexpr double known = loss(five_logits = {1.0, 2.0, -infinite, 3.0, 4.0}, five_targets = {0, 0, 0, 1, 0});
  static_assert(known > 1.4401 && known < 1.4402);  // log(e⁻² + e⁻¹ + 1 + e): the impossible class counts nothing
  const std::array<double, 5> logits = {1.0, 2.0, -infinite, 3.0, 4.0};
  CHECK(loss(five_logits = logits, five_targets = {0, 0, 0, 1, 0}) == known);
}

TEST_CASE("a NaN among the elements is the largest element, wherever it stands") {
  constexpr auto largest = tl::function(max_element(five_logits));
  constexpr auto either = tl::function(max(five_logits, five_targets), min(five_logits, five_targets));
  for (std::size_t place = 0; place < 5; ++place) {
    std::array<double, 5> a = {1, 2, 3, 4, 5}, b = {2, 2, 2, 2, 2};
    a[place] = std::numeric_limits<double>::quiet_NaN();
    CHECK(std::isnan(largest(five_logits = a)));
    const auto [larger, smaller] = either(five_logits = a, five_targets = b);
    const auto [larger_too, smaller_too] = either(five_logits = b, five_targets = a);
    CHECK((std::isnan(larger[place]) && std::isnan(smaller[place])));
    CHECK((std::isnan(larger_too[place]) && std::isnan(smaller_too[place])));
  }
}

namespace {

/// A policy with an exponential and a logarithm of its own.
struct powers_of_two : tl::math::standard_math {
  template <class T>
  static constexpr T exp(const T& x) {
    return tl::math::standard_math::exp2(x);
  }
  template <class T>
  static constexpr T log(const T& x) {
    return tl::math::standard_math::log2(x);
  }
};

}  // namespace

TEST_CASE("a policy's own exp and log are those of softmax, log_softmax and cross_entropy") {
  constexpr std::array<double, 5> z = {0, 0, 1, 1, 1}, t = {0, 1, 0, 0, 0};
  const auto shares = tl::function<powers_of_two>(softmax(five_logits))(five_logits = z);
  CHECK(shares[0] == Approx(0.125));
  CHECK(shares[4] == Approx(0.25));
  CHECK(tl::function<powers_of_two>(log_softmax(five_logits))(five_logits = z)[0] == Approx(-3));
  CHECK(tl::function<powers_of_two>(cross_entropy(five_logits, five_targets))(five_logits = z, five_targets = t) == Approx(3));
}
