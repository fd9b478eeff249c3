// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/stream.hpp>

#include "catch.hpp"

#include <iomanip>
#include <sstream>
#include <string>
#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace tl = tapeless;
using namespace tl::literals;

namespace {
constexpr auto x = tl::input<"x">;
constexpr auto W = tl::parameter<"W", tl::mat<2, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
constexpr auto c = tl::parameter<"c">;

template <class... T>
std::string written(const T&... values) {
  std::ostringstream out;
  (out << ... << values);
  return out.str();
}

/// As loggers have it, and INFO.
struct stream_of_anything {
  template <class T>
  stream_of_anything& operator<<(const T& value) {
    out << value;
    return *this;
  }
  std::ostringstream out{};
};

/// A number that no stream takes.
struct lanes {
  double at[2];
};
template <class T>
concept is_written = requires(std::ostream& out, const T& value) { out << value; };
}  // namespace

TEST_CASE("an expression written to a stream is its formula, and so it is where a check fails") {
  CHECK(written(x * x + 1_c, ", ", x) == "x * x + 1, x");
  stream_of_anything log;
  log << sin(x) << tl::show::text(x);
  CHECK(log.out.str() == "sin(x)x");
  CHECK(Catch::Detail::stringify(derivative(sin(x), x)) == "cos(x)");
}

TEST_CASE("tensors are written as they are made from braces, with the stream's precision") {
  CHECK(written(tl::tensor<double, tl::vec<3>>{1, -2.5, 1e-20}) == "{1, -2.5, 1e-20}");
  CHECK(written(tl::tensor<float, tl::mat<2, 3>>{{1, 2, 3}, {4, 5, 6}}) == "{{1, 2, 3}, {4, 5, 6}}");
  CHECK(written(tl::tensor<double, tl::vec<1>>{7}) == "{7}");
  CHECK(written(tl::tensor<double, tl::scalar>{7}) == "7");
  CHECK(written(std::setprecision(3), tl::tensor<double, tl::vec<2>>{1. / 3, 2}) == "{0.333, 2}");
  CHECK(Catch::Detail::stringify(tl::tensor<double, tl::vec<2>>{1, 2}) == "{1, 2}");
}

TEST_CASE("packs are written by variable, and so are gradients") {
  tl::pack<double, decltype(W), decltype(b), decltype(c)> theta{1, 2, 3, 4, 5, 6, 7};
  const auto& as_const = theta;
  CHECK(written(theta) == "{W = {{1, 2}, {3, 4}}, b = {5, 6}, c = 7}");
  CHECK(written(theta[W], as_const[b], theta[c]) == "{{1, 2}, {3, 4}}{5, 6}7");
  CHECK(written(tl::pack<double>{}) == "{}");
  CHECK(Catch::Detail::stringify(as_const) == "{W = {{1, 2}, {3, 4}}, b = {5, 6}, c = 7}");

  constexpr auto step = tl::value_and_gradient(c * dot(b, b));
  CHECK(written(step(b = {1, 2}, c = 3.0)) == "{value = 15, gradient = {b = {6, 12}, c = 5}}");
  constexpr auto by_node = tl::value_and_gradient(exp(x * c) + x * c, tl::wrt(x * c));
  CHECK(written(by_node(x = 0.0, c = 1.0).gradient) == "{x * c = 2}");
}

TEST_CASE("what a stream cannot take is not there for it, and no error inside") {
  STATIC_REQUIRE(is_written<tl::tensor<float, tl::vec<2>>>);
  STATIC_REQUIRE_FALSE(is_written<tl::tensor<lanes, tl::vec<2>>>);
  STATIC_REQUIRE_FALSE(is_written<tl::pack<lanes, decltype(b)>>);
}
