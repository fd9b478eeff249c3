// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/workspace.hpp>

// A call in the caller's memory gives the bits of a call on the stack, and writes to no other.
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <tapeless/tapeless.hpp>
#include <vector>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto X = tl::input<"X", tl::mat<8, 12>>;
constexpr auto b = tl::parameter<"b", tl::vec<12>>;
constexpr auto y = tanh(X + tl::broadcast<tl::mat<8, 12>>(b));
constexpr auto step = tl::value_and_gradient(mean(square(y)) + logsumexp(y), tl::wrt(b, X));
constexpr std::size_t needed = step.workspace_bytes() / sizeof(double);

struct arguments {
  tl::tensor<double, tl::mat<8, 12>> xs{};
  tl::tensor<double, tl::vec<12>> bs{};
  constexpr arguments() {
    for (std::size_t i = 0; i < xs.size(); ++i) xs[i] = 0.03 * static_cast<double>(i) - 1;
    for (std::size_t i = 0; i < bs.size(); ++i) bs[i] = 0.1 * static_cast<double>(i);
  }
};

template <class R>
constexpr bool same(const R& one, const R& other) {
  bool all = one.value == other.value;
  for (std::size_t i = 0; i < one.gradient.size(); ++i) all = all && one.gradient.data()[i] == other.gradient.data()[i];
  return all;
}

}  // namespace

TEST_CASE("a call in memory of the caller's has the same results", "[codegen]") {
  const arguments a;
  static_assert(needed > 0);
  std::array<double, needed> buffer{};
  buffer.fill(std::numeric_limits<double>::quiet_NaN());
  const auto wanted = step(X = a.xs, b = a.bs);
  CHECK(same(step(X = a.xs, b = a.bs, tl::workspace(buffer)), wanted));
  CHECK(same(step(tl::workspace(buffer), b = a.bs, X = a.xs), wanted));

  double unaligned[needed + 9];
  for (double& d : unaligned) d = 7;
  std::span<double> inside(unaligned + 1, needed);
  CHECK(same(step(X = a.xs, tl::workspace(inside), b = a.bs), wanted));
  CHECK(unaligned[0] == 7);
  for (std::size_t i = needed + 1; i < needed + 9; ++i) CHECK(unaligned[i] == 7);
}

TEST_CASE("accumulation and functions take a workspace, too", "[codegen]") {
  const arguments a;
  std::vector<double> buffer(needed);
  auto total = tl::zeros<double>(tl::wrt(b, X));
  const double value = step.accumulate(total, X = a.xs, b = a.bs, tl::workspace(buffer));
  const auto wanted = step(X = a.xs, b = a.bs);
  CHECK(value == wanted.value);
  CHECK(total[b][5] == wanted.gradient[b][5]);
  CHECK(step(X = a.xs, b = a.bs, tl::workspace(std::span(buffer))).value == value);  // a span is a reference itself

  constexpr auto f = tl::function(sum(hadamard(exp(y), y)), max_element(y));
  std::vector<double> of_function(f.workspace_bytes() / sizeof(double));
  CHECK(f(X = a.xs, b = a.bs, tl::workspace(of_function)) == f(X = a.xs, b = a.bs));
}

TEST_CASE("a workspace that is too short throws, with both sizes", "[codegen]") {
  const arguments a;
  std::vector<double> buffer(needed - 1);
  try {
    static_cast<void>(step(X = a.xs, b = a.bs, tl::workspace(buffer)));
    FAIL("it did not throw");
  } catch (const std::length_error& e) {
    const std::string what = e.what();
    CHECK(what.find("a workspace requires " + std::to_string(needed)) != what.npos);
    CHECK(what.find(std::to_string(needed - 1)) != what.npos);
  }
}

TEST_CASE("constant expressions have a workspace like any other array", "[codegen]") {
  constexpr bool equal = [] {
    const arguments a;
    double buffer[needed]{};
    return same(step(X = a.xs, b = a.bs, tl::workspace(buffer)), step(X = a.xs, b = a.bs));
  }();
  static_assert(equal);
}
