// SPDX-License-Identifier: BSL-1.0
#include <tapeless/diff/gradient.hpp>

// Random expressions with heavy sharing: gradients against references found forward, with dual numbers, and eq. 5.55
// for the most shared node of each.
#include <boost/hana/fold_left.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/transform.hpp>
#include <cmath>
#include <cstddef>
#include <tapeless/pass/verify.hpp>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

constexpr auto a = tl::input<"a">;
constexpr auto b = tl::input<"b">;
constexpr auto c = tl::input<"c">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;

/// Inputs in the order a, b, c, v, w, and what comes of them.
struct random_graph {
  double inputs[9];
  double value;
  double gradient[9];
};

#include "reference/random_graphs.inc"

/// Each graph has some 30 nodes of moderate values: rounding errors of a hundred epsilons would be many.
bool close(double got, double expected) { return std::fabs(got - expected) <= 3e-14 * (1 + std::fabs(expected)); }

template <class Result>
void check(const Result& got, const random_graph& expected, int index) {
  INFO("graph " << index);
  CHECK(close(got.value, expected.value));
  for (std::size_t i = 0; i < 9; ++i) {
    INFO("element " << i << ": " << got.gradient.data()[i] << ", expected " << expected.gradient[i]);
    CHECK(close(got.gradient.data()[i], expected.gradient[i]));
  }
}

}  // namespace

TEST_CASE("gradients of random graphs agree with references", "[diff]") {
  int index = 0;
  const auto compare = [&](auto root, auto, const random_graph& reference) {
    constexpr auto variables = tl::wrt(a, b, c, v, w);
    constexpr auto program = tl::value_and_gradient(decltype(root){}, variables);
    static_assert(tl::pass::verify(program.graph) == tl::pass::fault::none);
    auto inputs = tl::zeros<double>(variables);
    for (std::size_t i = 0; i < 9; ++i) inputs.data()[i] = reference.inputs[i];
    check(program(inputs), reference, index++);
  };
  if constexpr (every_case) for_each_graph(compare);
  else for_few_graphs(compare);
  CHECK(index == (every_case ? 16 : 8));
}

TEST_CASE("gradients of random graphs as raised expressions are the same programs", "[diff]") {
  for_few_graphs([](auto root, auto, const random_graph& reference) {
    auto inputs = tl::zeros<double>(tl::wrt(a, b, c, v, w));
    for (std::size_t i = 0; i < 9; ++i) inputs.data()[i] = reference.inputs[i];
    const auto [by_c, by_v] = tl::function(tl::derivative(root, c), tl::derivative(root, v))(inputs);
    CHECK(close(by_c, reference.gradient[2]));
    for (std::size_t i = 0; i < 3; ++i) CHECK(close(by_v[i], reference.gradient[3 + i]));
  });
}

TEST_CASE("eq. 5.55: the derivative by the most shared node is the sum of its edges' contributions", "[diff]") {
  for_few_graphs([](auto root, auto shared, const random_graph&) {
    constexpr auto contributions = hana::transform(
        tl::fanout(decltype(root){}, decltype(shared){}),
        [](auto edge) { return tl::contribution(decltype(root){}, edge); });
    STATIC_REQUIRE(decltype(hana::size(contributions))::value >= 2);
    STATIC_REQUIRE(decltype(hana::fold_left(contributions, 0_c, hana::plus) == tl::derivative(root, shared))::value);
  });
}
