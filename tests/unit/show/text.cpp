// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/text.hpp>

#include "catch.hpp"

#include <sstream>
#include <string>
#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace tl = tapeless;
using namespace tl::literals;

namespace {
constexpr auto x = tl::input<"x">;

template <int Rungs, class X>
constexpr auto ladder(X a) {
  if constexpr (Rungs == 0) return a;
  else return ladder<Rungs - 1>(sin(a) * a + cos(a));
}
}  // namespace

TEST_CASE("a text is a std::string, and can be written to a stream") {
  const std::string s = tl::show::text(x * x + 1_c);
  std::ostringstream out;
  out << tl::show::text(sin(x));
  CHECK(s == "x * x + 1");
  CHECK(out.str() == "sin(x)");
}

TEST_CASE("a shared graph has a text of linear size") {
  const auto size = tl::show::text(ladder<100>(x)).size();
  CHECK(size < 100 * 40);
  CHECK(tl::show::text(derivative(ladder<100>(x), x)).size() < 100 * 200);
}
