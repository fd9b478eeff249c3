// SPDX-License-Identifier: BSL-1.0
#include <tapeless/diff/higher_order.hpp>

#include <array>
#include <cstddef>
#include <tapeless/tapeless.hpp>
#include <tuple>
#include <utility>

#include "catch.hpp"
#include "reference/black_scholes.inc"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

// A call option of four scalars (Black and Scholes 1973, without interest), and all derivatives up to the third order.
constexpr auto spot = tl::input<"spot">;
constexpr auto strike = tl::input<"strike">;
constexpr auto volatility = tl::input<"volatility">;
constexpr auto time_left = tl::input<"time">;
constexpr auto variables = std::tuple(spot, strike, volatility, time_left);

template <class E>
constexpr auto normal_distribution(E a) {
  return 0.5_c * erfc(-(sqrt(0.5_c) * a));
}
constexpr auto spread = volatility * sqrt(time_left);
constexpr auto d1 = (log(spot / strike) + 0.5_c * square(volatility) * time_left) / spread;
constexpr auto price = spot * normal_distribution(d1) - strike * normal_distribution(d1 - spread);

/// The derivatives of one order by variables in lexicographic order: by the first of them, then those of that one on.
template <int Order, std::size_t First, class E>
constexpr auto of_order(E e) {
  if constexpr (Order == 0) {
    return std::tuple(e);
  } else {
    return [&]<std::size_t... K>(std::index_sequence<K...>) {
      return std::tuple_cat(of_order<Order - 1, First + K>(tl::derivative(E{}, std::get<First + K>(variables)))...);
    }(std::make_index_sequence<4 - First>{});
  }
}
constexpr auto greeks = std::apply([](auto... e) { return tl::function(e...); },
                                   std::tuple_cat(of_order<0, 0>(price), of_order<1, 0>(price), of_order<2, 0>(price),
                                                  of_order<3, 0>(price)));

}  // namespace

TEST_CASE("an option price and its 34 derivatives up to the third order") {
  for (const auto& row : black_scholes) {
    const auto got = std::apply([](auto... value) { return std::array{value...}; },
                                greeks(spot = row[0], strike = row[1], volatility = row[2], time_left = row[3]));
    REQUIRE(got.size() == 35);
    for (std::size_t k = 0; k < got.size(); ++k) {
      INFO("derivative " << k << " at spot " << row[0]);
      CHECK(got[k] == Approx(row[4 + k]).epsilon(1e-12).margin(1e-13));
    }
  }
}

namespace {

constexpr auto x = tl::input<"x", tl::vec<3>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto u = tl::input<"u", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<4, 3>>;
constexpr auto V = tl::parameter<"V", tl::mat<2, 4>>;
constexpr auto y = V * tanh(W * x);
constexpr auto E = 0.5_c * sum(square(y - t)) + logsumexp(x);

constexpr std::array at = {0.3, -0.7, 1.1};
constexpr std::array along = {0.5, 2.0, -1.0};

template <class Program>
auto run(const Program& program, const std::array<double, 3>& point) {
  return program(x = point, u = along, t = {0.25, -0.5},
                 W = {{0.2, -0.4, 0.6}, {1.0, 0.3, -0.2}, {-0.8, 0.5, 0.1}, {0.7, 0.7, -0.9}},
                 V = {{0.5, -1.5, 0.75, 1.25}, {-0.25, 0.5, 2.0, -1.0}});
}
/// A five-point central difference along element j.
template <class Program>
auto difference(const Program& program, std::size_t j, std::size_t i) {
  const auto value = [&](double step) {
    auto moved = at;
    moved[j] += step;
    return run(program, moved).data()[i];
  };
  const double h = 1e-3;
  return (8 * (value(h) - value(-h)) - (value(2 * h) - value(-2 * h))) / (12 * h);
}

}  // namespace

TEST_CASE("Jacobian, Hessian and what is made without them, of a network") {
  constexpr auto outputs = tl::function(y);
  constexpr auto gradient = tl::function(tl::derivative(E, x));
  const auto jacobian = run(tl::function(tl::jacobian(y, x)), at);
  const auto hessian = run(tl::function(tl::hessian(E, x)), at);
  for (std::size_t j = 0; j < 3; ++j) {
    for (std::size_t i = 0; i < 2; ++i) CHECK(jacobian(i, j) == Approx(difference(outputs, j, i)).epsilon(1e-9));
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(hessian(i, j) == Approx(difference(gradient, j, i)).epsilon(1e-9));
      CHECK(hessian(i, j) == hessian(j, i));
    }
  }
  const auto product = run(tl::function(tl::hessian_vector(E, x, u)), at);
  const auto slope = run(tl::function(tl::directional(E, x, u)), at);
  const auto slopes = run(tl::function(tl::directional(y, x, u)), at);
  const auto gradient_here = run(gradient, at);
  double expected_slope = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    double expected = 0;
    for (std::size_t j = 0; j < 3; ++j) expected += hessian(i, j) * along[j];
    CHECK(product[i] == Approx(expected).epsilon(1e-13));
    expected_slope += gradient_here[i] * along[i];
  }
  CHECK(slope == Approx(expected_slope).epsilon(1e-13));
  for (std::size_t i = 0; i < 2; ++i) {
    double expected = 0;
    for (std::size_t j = 0; j < 3; ++j) expected += jacobian(i, j) * along[j];
    CHECK(slopes[i] == Approx(expected).epsilon(1e-13));
  }
}

TEST_CASE("a linearisation touches the function, in value and slope") {
  constexpr auto a = tl::input<"a", tl::vec<3>>;
  constexpr auto flat = tl::linearize(E, x, a);
  constexpr auto program = tl::value_and_gradient(flat, tl::wrt(x));
  constexpr auto original = tl::value_and_gradient(E, tl::wrt(x));
  const auto W_at = std::array<double, 12>{0.2, -0.4, 0.6, 1.0, 0.3, -0.2, -0.8, 0.5, 0.1, 0.7, 0.7, -0.9};
  const auto V_at = std::array<double, 8>{0.5, -1.5, 0.75, 1.25, -0.25, 0.5, 2.0, -1.0};
  const auto touch = original(x = at, t = {0.25, -0.5}, W = W_at, V = V_at);
  const auto here = program(x = at, a = at, t = {0.25, -0.5}, W = W_at, V = V_at);
  const auto away = program(x = {1., 2., 3.}, a = at, t = {0.25, -0.5}, W = W_at, V = V_at);
  CHECK(here.value == Approx(touch.value).epsilon(1e-14));
  double expected = touch.value;
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(away.gradient[x][i] == Approx(touch.gradient[x][i]).epsilon(1e-14));  // it has one slope everywhere
    expected += touch.gradient[x][i] * (static_cast<double>(i + 1) - at[i]);
  }
  CHECK(away.value == Approx(expected).epsilon(1e-13));
}
