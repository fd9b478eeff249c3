// SPDX-License-Identifier: BSL-1.0
#include <tapeless/diff/forward.hpp>

// Chains of scalar functions, whose gradients are made forward, against the expressions that reverse accumulation makes.
#include <cmath>
#include <string>
#include <tapeless/tapeless.hpp>
#include <tuple>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto z = tl::input<"z">;
constexpr auto w = tl::input<"w">;
constexpr auto u = tl::input<"u">;

template <int K, class A>
constexpr auto chain(A a) {
  if constexpr (K == 0) return a;
  else if constexpr (K % 5 == 0) return chain<K - 1>(select(gt(a, 0.25_c), tanh(a) * y, log(2_c + a * a)));
  else if constexpr (K % 5 == 1) return chain<K - 1>(sin(a) + max(a, x) * x);
  else if constexpr (K % 5 == 2) return chain<K - 1>(exp(-square(a)) / (1_c + y * y) + z);
  else if constexpr (K % 5 == 3) return chain<K - 1>(cos(a) * w + stop_gradient(a) * a);
  else return chain<K - 1>(atan2(a, 2_c + hypot(a, w)) - relu(a));
}
constexpr auto E = chain<13>(x + 0.5_c);

template <class Program>
bool is_forward(Program program) {
  return std::string(tl::show::cpp(program, "f")).find("forward") != std::string::npos;
}

void compare(double at_x, double at_y) {
  constexpr auto program = tl::value_and_gradient(E, tl::wrt(x, y, z, w));
  REQUIRE(is_forward(program));
  const auto got = program(x = at_x, y = at_y, z = 0.75, w = -0.4);
  const auto [value, by_x, by_y, by_z, by_w] =
      tl::function(E, tl::derivative(E, x), tl::derivative(E, y), tl::derivative(E, z), tl::derivative(E, w))(x = at_x, y = at_y, z = 0.75, w = -0.4);
  CHECK(got.value == value);
  CHECK(got.gradient[x] == Approx(by_x).epsilon(1e-12).margin(1e-13));
  CHECK(got.gradient[y] == Approx(by_y).epsilon(1e-12).margin(1e-13));
  CHECK(got.gradient[z] == Approx(by_z).epsilon(1e-12).margin(1e-13));
  CHECK(got.gradient[w] == Approx(by_w).epsilon(1e-12).margin(1e-13));
}

template <int K, class A, class B>
constexpr auto ladder(A a, B b) {
  if constexpr (K == 0) return b;
  else return ladder<K - 1>(b, sin(b) * a + b);
}

}  // namespace

TEST_CASE("derivatives of a chain by up to four variables are those of reverse accumulation", "[diff]") {
  for (const double at_x : {-1.25, -0.3, 0.0, 0.4, 2.5})
    for (const double at_y : {-0.7, 0.2, 1.5}) compare(at_x, at_y);
}

TEST_CASE("the same bits in constant expressions and at run time", "[diff]") {
  constexpr auto program = tl::value_and_gradient(ladder<9>(x, y), tl::wrt(x, y));
  REQUIRE(is_forward(program));
  constexpr auto constant = program(x = 0.3, y = 0.4);
  const volatile double at = 0.3;
  const auto run = program(x = double{at}, y = 0.4);
  CHECK(run.value == constant.value);
  CHECK(run.gradient[x] == constant.gradient[x]);
  CHECK(run.gradient[y] == constant.gradient[y]);
}

TEST_CASE("what is accumulated and what is asked of inner nodes", "[diff]") {
  constexpr auto inner = x * y + 1_c;
  constexpr auto long_chain = ladder<9>(inner, sin(inner));
  constexpr auto program = tl::value_and_gradient(long_chain, tl::wrt(inner, x));
  REQUIRE(is_forward(program));
  const auto got = program(x = 0.3, y = 0.4);
  const auto [by_inner, by_x] = tl::function(tl::derivative(long_chain, inner), tl::derivative(long_chain, x))(x = 0.3, y = 0.4);
  CHECK(got.gradient[inner] == Approx(by_inner).epsilon(1e-13));
  CHECK(got.gradient[x] == Approx(by_x).epsilon(1e-13));

  auto total = tl::zeros<double>(tl::wrt(inner, x));
  total[x] = 10;
  program.accumulate(total, x = 0.3, y = 0.4);
  CHECK(total[x] == Approx(10 + by_x).epsilon(1e-13));
}

TEST_CASE("many variables, short chains and wide programs are differentiated in reverse", "[diff]") {
  CHECK_FALSE(is_forward(tl::value_and_gradient(ladder<9>(x + u, y * z * w), tl::wrt(x, y, z, w, u))));
  CHECK_FALSE(is_forward(tl::value_and_gradient(ladder<5>(x, y), tl::wrt(x, y))));
  CHECK_FALSE(is_forward(tl::value_and_gradient(ladder<9>(x, y) + ladder<9>(y, x) + ladder<9>(x, x) + ladder<9>(y, y), tl::wrt(x, y))));
}

TEST_CASE("what only a condition reads has the slope 0", "[diff]") {
  constexpr auto E_of_condition = ladder<9>(y, select(gt(x, 0_c), sin(y), y));
  constexpr auto program = tl::value_and_gradient(E_of_condition, tl::wrt(x, y));
  REQUIRE(is_forward(program));
  for (const double at_x : {-0.3, 0.3}) {
    const auto got = program(x = at_x, y = 0.4);
    CHECK(got.gradient[x] == 0);
    CHECK(got.gradient[y] == Approx(tl::function(tl::derivative(E_of_condition, y))(x = at_x, y = 0.4)).epsilon(1e-13));
  }
  constexpr auto none = tl::value_and_gradient(ladder<9>(x, stop_gradient(y)), tl::wrt(y));
  CHECK(none(x = 0.3, y = 0.4).gradient[y] == 0);
}

TEST_CASE("the root itself, and nothing at all", "[diff]") {
  constexpr auto root = ladder<9>(x, y);
  const auto by_root = tl::value_and_gradient(root, tl::wrt(root, x))(x = 0.3, y = 0.4);
  CHECK(by_root.gradient[root] == 1);
  CHECK(by_root.gradient[x] == Approx(tl::function(tl::derivative(root, x))(x = 0.3, y = 0.4)).epsilon(1e-13));
  CHECK(tl::value_and_gradient(root, tl::wrt())(x = 0.3, y = 0.4).value == by_root.value);
}

TEST_CASE("the branch that is not taken stays out of it", "[diff]") {
  constexpr auto safe = ladder<9>(x, select(gt(x, 0_c), sqrt(x), 0_c));
  constexpr auto program = tl::value_and_gradient(safe, tl::wrt(x));
  REQUIRE(is_forward(program));
  CHECK(std::isfinite(program(x = -1.0).gradient[x]));
  CHECK(program(x = -1.0).gradient[x] == Approx(tl::function(tl::derivative(safe, x))(x = -1.0)).epsilon(1e-13));
}
