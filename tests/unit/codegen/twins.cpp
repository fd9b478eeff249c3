// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/twins.hpp>

// Rows of a Jacobian that are made alike are computed two by two, and give the bits that each gives alone.
#include <array>
#include <cstddef>
#include <tapeless/tapeless.hpp>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "instructions/bundle.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto in = reprojection::in;
constexpr auto feature = reprojection::feature;
constexpr auto e = reprojection::e;
constexpr auto unlike = concat(in[0_c] * in[1_c] + in[2_c], exp(in[3_c]) / in[4_c]);

template <class Program>
constexpr int pairs_in(Program) {
  int total = 0;
  for (const int other : tl::codegen::twins_of<Program::graph>.of) total += other >= 0;
  return total / 2;
}
template <class Program>
constexpr int pairs_in_steps(Program) {
  int total = 0;
  for (const auto& s : tl::codegen::plan_of<Program::graph>.steps) total += s.pack == 2 && tl::op::table[Program::graph.at[s.vertex].op].is_simple;
  return total;
}
/// Does every step come behind those that it needs?
template <class Program>
constexpr bool is_in_order(Program) {
  const auto& order = tl::codegen::order_of<Program::graph>;
  std::array<bool, Program::graph.size> seen{};
  for (const int vertex : order.vertex) {
    for (const int o : Program::graph.at[static_cast<std::size_t>(vertex)].operand)
      if (o >= 0 && !seen[static_cast<std::size_t>(o)]) return false;
    if (seen[static_cast<std::size_t>(vertex)]) return false;
    seen[static_cast<std::size_t>(vertex)] = true;
  }
  return true;
}

constexpr std::array<double, 15> at = {0.1, -0.2, 0.3, 0.2, -0.1, 0.4, 1.5, 0.32, 0.24, 0.01, -0.002, 1.2, 0.7, 5, 1.25};
constexpr std::array seen = {0.31, 0.25};

/// The compiler's numbers are the program's, and those of `map`, where numbers stand side by side already.
template <class Program>
void check(Program program) {
  STATIC_REQUIRE(is_in_order(program));
  constexpr auto constant = program(in = at, feature = seen);
  auto run_time = at;
  const volatile double first = at[0];
  run_time[0] = first;
  const auto run = program(in = run_time, feature = seen);
  constexpr std::size_t count = 11, size = std::tuple_size_v<decltype(at)>;
  std::vector<double> cameras, out(count * run.size());
  for (std::size_t k = 0; k < count; ++k) cameras.insert(cameras.end(), at.begin(), at.end());
  REQUIRE(cameras.size() == count * size);
  program.map(out, in = cameras, feature = seen);
  for (std::size_t i = 0; i < run.size(); ++i) {
    CHECK(run.data()[i] == constant.data()[i]);
    for (std::size_t k = 0; k < count; ++k) CHECK(out[k * run.size() + i] == run.data()[i]);
  }
}

}  // namespace

TEST_CASE("the rows of a Jacobian are computed two by two", "[codegen]") {
  constexpr auto program = tl::function(tl::jacobian(e, in));
  STATIC_REQUIRE(pairs_in(program) > 50);
  STATIC_REQUIRE(pairs_in_steps(program) == pairs_in(program));
  check(program);
  const auto J = program(in = at, feature = seen);
  const double step = 1e-6;
  for (std::size_t j = 0; j < at.size(); ++j) {
    auto above = at, below = at;
    above[j] += step;
    below[j] -= step;
    const auto high = tl::function(e)(in = above, feature = seen), low = tl::function(e)(in = below, feature = seen);
    for (std::size_t i = 0; i < 2; ++i) CHECK(J(i, j) == Approx((high[i] - low[i]) / (2 * step)).epsilon(1e-7).margin(1e-9));
  }
}

TEST_CASE("an odd row is computed alone, and so are rows that are not alike", "[codegen]") {
  constexpr auto three = tl::function(tl::jacobian(concat(e, in[0_c] * in[1_c]), in));
  STATIC_REQUIRE(pairs_in(three) > 50);
  STATIC_REQUIRE(is_in_order(three));
  constexpr auto shifted = tl::function(tl::jacobian(concat(in[5_c], e), in));
  STATIC_REQUIRE(pairs_in(shifted) == 0);
  constexpr auto two_unlike = tl::function(tl::jacobian(unlike, in));
  STATIC_REQUIRE(pairs_in(two_unlike) == 0);
}

TEST_CASE("pairs that need each other are computed one by one", "[codegen]") {
  constexpr auto rows = [](auto first, auto second) {
    constexpr auto z = in[6_c];
    return tl::reshape<tl::mat<2, 4>>(concat(first * in[3_c], first * in[4_c], first * in[5_c] - z, first * in[7_c] * z, second * in[3_c], second * in[4_c],
                                             second * in[5_c] - z, second * in[7_c] * z));
  };
  constexpr auto a = in[0_c] * in[1_c];
  constexpr auto needs_the_first = tl::function(rows(a, in[0_c] * a));
  STATIC_REQUIRE(pairs_in(needs_the_first) > 0);
  STATIC_REQUIRE(pairs_in_steps(needs_the_first) == 0);
  STATIC_REQUIRE(is_in_order(needs_the_first));
  // the second needs exp(in₂), which goes side by side with exp(a), which needs the first
  constexpr auto through_functions = tl::function(concat(exp(a) + exp(in[2_c]), in[0_c]), rows(a, in[0_c] * exp(in[2_c])));
  STATIC_REQUIRE(pairs_in(through_functions) > 0);
  STATIC_REQUIRE(pairs_in_steps(through_functions) == 0);
  STATIC_REQUIRE(is_in_order(through_functions));
  const auto given = [](double first) {
    auto point = at;
    point[0] = first;
    return point;
  };
  const volatile double first = at[0];
  constexpr auto constant = through_functions(in = at);
  const auto run = through_functions(in = given(first));
  for (std::size_t i = 0; i < 8; ++i) CHECK(std::get<1>(run).data()[i] == std::get<1>(constant).data()[i]);
}

TEST_CASE("rings that need each other are noticed", "[codegen]") {
  constexpr auto program = tl::function(in[0_c] * in[1_c] + sin(in[2_c] * in[3_c]));
  constexpr const auto& graph = decltype(program)::graph;
  constexpr std::size_t size = graph.size;
  constexpr auto no_twins = tl::codegen::rings_of(graph, tl::codegen::twins<size>{});
  STATIC_REQUIRE(tl::codegen::have_order(graph, no_twins));
  for (std::size_t i = 0; i < size; ++i)
    for (const int o : graph.at[i].operand) {
      if (o < 0 || tl::op::is_leaf(graph.at[static_cast<std::size_t>(o)].op)) continue;
      auto ring = no_twins;  // of a vertex and its operand
      ring.first[i] = ring.next[i] = o;
      ring.next[o] = static_cast<int>(i);
      CHECK_FALSE(tl::codegen::have_order(graph, ring));
    }
}

TEST_CASE("rows that share most of what they are made of", "[codegen]") {
  constexpr auto v = tl::input<"v", tl::vec<4>>;
  constexpr auto f = exp(v[0_c] * v[1_c]) * sin(v[1_c] * v[2_c]) + log(squared_norm(v)) * v[0_c] * v[1_c] * v[2_c] / v[3_c];
  constexpr auto program = tl::function(tl::hessian(f, v));
  STATIC_REQUIRE(is_in_order(program));
  constexpr std::array point = {0.5, -1.25, 2.0, 0.75};
  constexpr auto constant = program(v = point);
  const volatile double first = point[0];
  const auto H = program(v = std::array{double{first}, point[1], point[2], point[3]});
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j) CHECK(H(i, j) == constant(i, j));
}

TEST_CASE("float in two lanes", "[codegen]") {
  constexpr auto program = tl::function(tl::jacobian(e, in));
  constexpr auto at_float = [] {
    std::array<float, 15> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<float>(at[i]);
    return numbers;
  }();
  constexpr std::array seen_float = {0.31f, 0.25f};
  constexpr auto constant = program(in = at_float, feature = seen_float);
  auto run_time = at_float;
  const volatile float first = at_float[0];
  run_time[0] = first;
  const auto run = program(in = run_time, feature = seen_float);
  for (std::size_t i = 0; i < run.size(); ++i) CHECK(run.data()[i] == constant.data()[i]);
}
