// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/schedule.hpp>

// Equal functions of scalars are computed side by side, and give the bits that they give alone.
#include <cmath>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;

template <class Program>
constexpr int steps_side_by_side(Program) {
  int total = 0;
  for (const auto& s : tl::codegen::plan_of<Program::graph>.steps) total += s.pack;
  return total;
}

/// Two, three and nine of a function, whose operands depend on each other's neighbours only.
template <class F>
void check(F f) {
  constexpr auto nine = tl::unroll<9>(x, [](auto sum_so_far, auto k) { return sum_so_far + F{}(y + k * 0.125_c); });
  constexpr auto program = tl::function(f(x) - f(y), f(x * y) * f(x + y) / f(x * 0.5_c), nine);
  CHECK(steps_side_by_side(program) >= 13);
  constexpr auto constant = program(x = 0.25, y = 0.7);
  const volatile double at = 0.25;
  const auto run = program(x = double{at}, y = 0.7);
  CHECK(std::get<0>(run) == std::get<0>(constant));
  CHECK(std::get<1>(run) == std::get<1>(constant));
  CHECK(std::get<2>(run) == std::get<2>(constant));
  CHECK(std::get<0>(run) == tl::function(f(x))(x = 0.25) - tl::function(f(x))(x = 0.7));
}

}  // namespace

TEST_CASE("functions side by side have the bits of functions alone", "[codegen]") {
  check([](auto a) { return tanh(a); });
  check([](auto a) { return exp(a); });
  check([](auto a) { return sin(a); });
  check([](auto a) { return sigmoid(a); });
  check([](auto a) { return pow(a, 1.7_c); });
}

TEST_CASE("what needs another one does not go side by side, and quotients do not", "[codegen]") {
  CHECK(steps_side_by_side(tl::function(x / y, y / x, 1_c / (x + y))) == 0);
  CHECK(steps_side_by_side(tl::function(exp(exp(exp(x))))) == 0);
  CHECK(steps_side_by_side(tl::function(exp(x) + exp(exp(x)) + exp(exp(y)))) == 4);  // of x and y, and of these
}

TEST_CASE("a network of scalars has its hidden units side by side, forward and back", "[codegen]") {
  constexpr auto w = tl::parameter<"w">;
  constexpr auto h1 = tanh(w * x), h2 = h1;
  constexpr auto net = tanh(w * x) + tanh(w * y) + tanh(w * (x + y));
  static_assert(h1 == h2);
  constexpr auto program = tl::value_and_gradient(net, tl::wrt(w));
  CHECK(steps_side_by_side(program) == 3);
  const auto got = program(w = 0.5, x = 0.25, y = -1.5);
  CHECK(got.value == std::tanh(0.0) + tl::function(tanh(x))(x = 0.125) + tl::function(tanh(x))(x = -0.75) + tl::function(tanh(x))(x = -0.625));
}
