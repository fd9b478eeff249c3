// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/emit.hpp>

// Programs that are several functions, and those that are not; a sine and a cosine of one angle.
#include <cmath>
#include <cstddef>
#include <tapeless/tapeless.hpp>
#include <tuple>
#include <vector>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto w = tl::parameter<"w", tl::vec<3>>;

/// a[k+1] = sin(a[k])·a[k-1] + cos(a[k])·w₀: every value is needed on the way back.
template <int Steps, class A, class B>
constexpr auto ladder(A before, B now) {
  if constexpr (Steps == 0) return now;
  else return ladder<Steps - 1>(now, sin(now) * before + cos(now) * w[0_c]);
}
template <int Steps>
constexpr auto error = ladder<Steps>(x, y) * sum(tanh(w));
template <int Steps>
constexpr auto program = tl::value_and_gradient(error<Steps>, tl::wrt(x, y, w));
using call = tl::tensor<double, tl::vec<3>>;
template <int Steps>
using code = tl::codegen::call<program<Steps>.graph, decltype(x = 0.5), decltype(y = 0.5), decltype(w = call{})>;

struct dual {
  double value, slope[5];
};
/// The same by a loop, with the derivatives by x, y and w beside it.
dual by_loop(int steps, double at_x, double at_y, const call& at_w) {
  dual before{at_x, {1}}, now{at_y, {0, 1}};
  for (int k = 0; k < steps; ++k) {
    const double s = std::sin(now.value), c = std::cos(now.value);
    dual next{s * before.value + c * at_w[0], {}};
    for (int i = 0; i < 5; ++i)
      next.slope[i] = (c * before.value - s * at_w[0]) * now.slope[i] + s * before.slope[i] + (i == 2 ? c : 0);
    before = now;
    now = next;
  }
  double factor = 0;
  for (std::size_t i = 0; i < 3; ++i) factor += std::tanh(at_w[i]);
  for (double& s : now.slope) s *= factor;
  for (std::size_t i = 0; i < 3; ++i) now.slope[2 + i] += now.value * (1 - std::tanh(at_w[i]) * std::tanh(at_w[i]));
  now.value *= factor;
  return now;
}
bool near(double got, double expected) { return std::abs(got - expected) <= 1e-11 * (1 + std::abs(expected)); }

constexpr int many = 250;
constexpr call weights = {0.3, -0.2, 0.1};

constexpr auto sine = sin(x);
constexpr auto cosine = cos(x);
constexpr auto sine_first = exp(sine) * 3_c + cosine;
constexpr auto cosine_first = exp(cosine) * 3_c + sine;

template <class Program>
constexpr bool is_paired(Program) {
  for (const auto& s : tl::codegen::plan_of<Program::graph>.steps)
    if (s.cosine >= 0) return true;
  return false;
}
template <class... E>
void check(E...) {
  constexpr auto program = tl::function(E{}...);
  static_assert(is_paired(program));
  const auto got = program(x = 0.7);
  const auto expected = std::tuple(tl::function(E{})(x = 0.7)...);
  if constexpr (sizeof...(E) == 1) CHECK(got == std::get<0>(expected));
  else CHECK(got == expected);
}

}  // namespace

TEST_CASE("a long program is several functions, if most of its scalars would be in memory", "[codegen]") {
  STATIC_REQUIRE(tl::codegen::is_split<code<many>>());
  STATIC_REQUIRE(!tl::codegen::is_split<code<20>>());
  // forward, little is alive at once
  constexpr auto chain = tl::unroll<300>(x, [](auto a, auto) { return sin(a) * y + cos(a) * 0.5_c; });
  constexpr auto forward = tl::value_and_gradient(chain, tl::wrt(x));
  using forward_code = tl::codegen::call<forward.graph, decltype(x = 0.5), decltype(y = 0.5)>;
  STATIC_REQUIRE(tl::codegen::instructions_of<forward_code>.count > tl::codegen::most_instructions_of_function);
  STATIC_REQUIRE(!tl::codegen::is_split<forward_code>());
}

TEST_CASE("a program of several functions: call, accumulate and map", "[codegen]") {
  const dual expected = by_loop(many, 0.7, 0.4, weights);
  const auto got = program<many>(x = 0.7, y = 0.4, w = weights);
  CHECK(near(got.value, expected.value));
  CHECK(near(got.gradient[x], expected.slope[0]));
  CHECK(near(got.gradient[y], expected.slope[1]));
  for (std::size_t i = 0; i < 3; ++i) CHECK(near(got.gradient[w][i], expected.slope[2 + i]));

  auto total = tl::zeros<double>(tl::wrt(x, y, w));
  total[x] = 1;
  total[w] = {1, 2, 3};
  CHECK(program<many>.accumulate(total, x = 0.7, y = 0.4, w = weights) == got.value);
  CHECK(total[x] == 1 + got.gradient[x]);
  for (std::size_t i = 0; i < 3; ++i) CHECK(total[w][i] == double(i + 1) + got.gradient[w][i]);

  const std::size_t n = 11;  // lanes, and some left over
  std::vector<double> at_x(n), value(n), by_x(n), by_y(n), by_w(3 * n);
  for (std::size_t i = 0; i < n; ++i) at_x[i] = 0.1 * double(i);
  program<many>.map(value, by_x, by_y, by_w, x = at_x, y = 0.4, w = weights);
  for (std::size_t i = 0; i < n; ++i) {
    const auto one = program<many>(x = double(at_x[i]), y = 0.4, w = weights);
    CHECK(value[i] == one.value);
    CHECK(by_x[i] == one.gradient[x]);
    CHECK(by_w[3 * i + 2] == one.gradient[w][2]);
  }
}

TEST_CASE("a program of several functions in a constant expression", "[codegen]") {
  constexpr auto fixed = program<many>(x = 0.7, y = 0.4, w = weights);
  const auto got = program<many>(x = 0.7, y = 0.4, w = weights);
  CHECK(got.value == fixed.value);
  CHECK(got.gradient[w][0] == fixed.gradient[w][0]);
}

TEST_CASE("a sine and a cosine of one angle", "[codegen]") {
  check(sine_first);
  check(cosine_first);
  check(sine_first, sine);
  check(sine_first, cosine);
  check(sine_first, sine, cosine);
  check(cosine_first, sine);
  check(cosine_first, cosine);
  check(cosine, cosine_first, sine);
  check(sine, cosine);
  CHECK(std::abs(tl::function(sine_first)(x = 0.7) - (std::exp(std::sin(0.7)) * 3 + std::cos(0.7))) < 1e-14);
  CHECK(std::abs(tl::function(cosine_first)(x = 0.7) - (std::exp(std::cos(0.7)) * 3 + std::sin(0.7))) < 1e-14);
  for (const double zero : {0.0, -0.0}) {
    const auto [of_sine, of_cosine] = tl::function(sine, cosine)(x = zero);
    CHECK(of_sine == 0);
    CHECK(std::signbit(of_sine) == std::signbit(zero));
    CHECK(of_cosine == 1);
  }
}

TEST_CASE("many of them, which are called", "[codegen]") {
  constexpr auto twenty = tl::unroll<20>(x, [](auto a, auto) { return sin(a) * 0.5_c + cos(a) + a * 0.125_c; });
  constexpr auto program = tl::function(twenty);
  static_assert(tl::codegen::plan_of<decltype(program)::graph>.functions > 0);
  double a = 0.7;
  for (int k = 0; k < 20; ++k) a = std::sin(a) * 0.5 + std::cos(a) + a * 0.125;
  CHECK(std::abs(program(x = 0.7) - a) < 1e-13);
}

// more registers than one at a time, and what is left over; rows that end in the middle of a register
TEMPLATE_TEST_CASE("functions of long arrays are those of their elements", "[codegen]", float, double) {
  static constexpr auto u = tl::input<"u", tl::vec<9>>;
  static constexpr auto v = tl::input<"v", tl::vec<77>>;
  static constexpr auto M = tl::input<"M", tl::mat<9, 77>>;
  tl::tensor<TestType, tl::vec<9>> us{};
  tl::tensor<TestType, tl::vec<77>> vs{};
  tl::tensor<TestType, tl::mat<9, 77>> ms{};
  int k = 1;
  for (auto* values : {us.data(), vs.data(), ms.data()})
    for (std::size_t i = 0, end = values == us.data() ? us.size() : values == vs.data() ? vs.size() : ms.size(); i < end; ++i)
      values[i] = static_cast<TestType>((k = (k * 37 + 11) % 101) - 50) / 16;
  const auto whole = tl::function(exp(M))(M = ms);
  const auto by_rows = tl::function(exp(outer(u, v)))(u = us, v = vs);
  bool right = true;
  for (std::size_t i = 0; i < 9; ++i)
    for (std::size_t j = 0; j < 77; ++j)
      right = right && whole(i, j) == tl::math::exp(ms(i, j)) && by_rows(i, j) == tl::math::exp(us[i] * vs[j]);
  CHECK(right);
}
