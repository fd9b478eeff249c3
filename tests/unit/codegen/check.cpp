// SPDX-License-Identifier: BSL-1.0
// check_gradient agrees with right gradients, and sees and names a wrong one. The library has no wrong rule to offer,
// so the wrong gradient is one by a kink, where the central difference is what differs.
#include <tapeless/codegen/check.hpp>

#include <string>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto E = sum(square(tanh(W * x)));
constexpr auto s = tl::input<"s">;

static_assert(tl::check_gradient(sin(s) * exp(s), s = 0.3));

}  // namespace

TEST_CASE("check_gradient agrees with a right gradient, and compares every entry of every variable") {
  const auto check = tl::check_gradient(E, x = {0.3f, -0.7f}, W = {{0.1f, 0.2f}, {0.3f, -0.4f}, {0.5f, 0.6f}});
  CHECK(check.passed);
  CHECK(check.entries == 8);
  CHECK(check.error < 1e-9);
  CHECK(check.message().find("agrees") != std::string::npos);
}

TEST_CASE("check_gradient names the entry that differs") {
  const auto check = tl::check_gradient(sum(relu(x)), x = {1.0, 0.0});
  CHECK_FALSE(check);
  CHECK(check.variable == "x");
  CHECK(check.index == 1);
  CHECK(check.generated == 0.0);
  CHECK(check.difference_quotient == Approx(0.5));
  CHECK(check.message().substr(0, 5) == "x[1]:");
  CHECK(check.message().find("differs") != std::string::npos);
}

TEST_CASE("check_gradient takes NaN for a difference") {
  const auto check = tl::check_gradient(sqrt(s), s = -1.0);
  CHECK_FALSE(check);
  CHECK(check.variable == "s");
}
