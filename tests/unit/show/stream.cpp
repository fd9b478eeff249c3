// SPDX-License-Identifier: BSL-1.0
#include <tapeless/show/stream.hpp>

#include "catch.hpp"

#include <iomanip>
#include <ranges>
#include <sstream>
#include <string>
#include <utility>
#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/expr/named.hpp>

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

template <std::size_t... I>
auto many_variables(std::index_sequence<I...>) {
  return tl::zeros<double>(tl::parameter<"p", tl::vec<I + 1>>...);
}
}  // namespace

// What users may have for themselves.
namespace mine {
using pair = tl::tensor<double, tl::vec<2>>;

template <class Write>
std::string streamed(Write write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

template <class Program>
struct counted {
  static constexpr std::size_t operation_count() { return Program::operation_count(); }
  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, const counted&) {
    return out << "counted";
  }
};
struct values : pair {
  using tensor::tensor;
};
struct text_of_values : pair {
  using tensor::tensor;
  friend std::ostream& operator<<(std::ostream& out, const text_of_values&) { return out << "mine"; }
};

namespace ranges {
template <std::ranges::range Range>
std::ostream& operator<<(std::ostream& out, const Range&) {
  return out.write("a range", 7);
}
std::string written(const pair& t) { return streamed([&](std::ostream& out) { out << t; }); }
}  // namespace ranges
namespace of_one_kind {
template <class T, class Shape>
std::ostream& operator<<(std::ostream& out, const tl::tensor<T, Shape>&) {
  return out << "a tensor";
}
std::string written(const pair& t) { return streamed([&](std::ostream& out) { out << t; }); }
}  // namespace of_one_kind
namespace of_any_character {
template <class Char, class T, class Shape>
std::basic_ostream<Char>& operator<<(std::basic_ostream<Char>& out, const tl::tensor<T, Shape>&) {
  return out << "any";
}
std::string written(const pair& t) { return streamed([&](std::ostream& out) { out << t; }); }
}  // namespace of_any_character
}  // namespace mine

TEST_CASE("an expression written to a stream is its formula, and so it is where a check fails") {
  CHECK(written(x * x + 1_c, ", ", x) == "x * x + 1, x");
  stream_of_anything log;
  log << sin(x) << tl::show::text(x);
  CHECK(log.out.str() == "sin(x)x");
  CHECK(Catch::Detail::stringify(derivative(sin(x), x)) == "cos(x)");
}

TEST_CASE("tensors are written as elements in braces, with the stream's precision and width") {
  CHECK(written(tl::tensor<double, tl::vec<3>>{1, -2.5, 1e-20}) == "{1, -2.5, 1e-20}");
  CHECK(written(tl::tensor<float, tl::mat<2, 3>>{{1, 2, 3}, {4, 5, 6}}) == "{{1, 2, 3}, {4, 5, 6}}");
  CHECK(written(tl::tensor<double, tl::vec<1>>{7}) == "{7}");
  CHECK(written(tl::tensor<double, tl::scalar>{7}) == "7");
  CHECK(written(tl::tensor<unsigned char, tl::vec<2>>{65, 66}) == "{65, 66}");
  CHECK(written(std::setprecision(3), tl::tensor<double, tl::vec<2>>{1. / 3, 2}) == "{0.333, 2}");
  CHECK(written(std::setw(3), tl::tensor<double, tl::mat<2, 2>>{{1, 2}, {3, 4}}, 5) == "{{  1,   2}, {  3,   4}}5");
  CHECK(Catch::Detail::stringify(tl::tensor<double, tl::vec<2>>{1, 2}) == "{1, 2}");
  CHECK((std::ostringstream{} << tl::tensor<double, tl::vec<2>>{1, 2}).str() == "{1, 2}");
}

TEST_CASE("packs are written by variable, and so are gradients") {
  tl::pack<double, decltype(W), decltype(b), decltype(c)> theta{1, 2, 3, 4, 5, 6, 7};
  const auto& as_const = theta;
  CHECK(written(theta) == "{W = {{1, 2}, {3, 4}}, b = {5, 6}, c = 7}");
  CHECK(written(theta[W], as_const[b], theta[c]) == "{{1, 2}, {3, 4}}{5, 6}7");
  CHECK(written(std::setw(2), theta) == "{W = {{ 1,  2}, { 3,  4}}, b = { 5,  6}, c =  7}");
  CHECK(written(tl::pack<double>{}) == "{}");
  CHECK(Catch::Detail::stringify(as_const) == "{W = {{1, 2}, {3, 4}}, b = {5, 6}, c = 7}");
  CHECK(written(many_variables(std::make_index_sequence<2>{})) == "{p = {0}, p = {0, 0}}");
  CHECK(written(many_variables(std::make_index_sequence<300>{})).ends_with("0, 0}}"));

  constexpr auto step = tl::value_and_gradient(c * dot(b, b));
  CHECK(written(step(b = {1, 2}, c = 3.0)) == "{value = 15, gradient = {b = {6, 12}, c = 5}}");
}

TEST_CASE("a node in a list stands by its label, or by a formula of one line") {
  constexpr auto u = tl::named<"inner">(x * c);
  constexpr auto outside = u * u + u;
  constexpr auto E = exp(outside) + exp(u);
  const auto by = [&](auto node) { return written(tl::value_and_gradient(E, tl::wrt(node))(x = 0.0, c = 1.0).gradient); };
  CHECK(by(u) == "{inner = 2}");
  CHECK(by(outside) == "{inner * inner + inner = 1}");
  CHECK(by(exp(u)) == "{exp(inner) = 1}");
}

TEST_CASE("programs are written as their table, lists of variables and edges in braces, a check by its message") {
  constexpr auto E = c * dot(b, b);
  constexpr auto step = tl::value_and_gradient(E);
  CHECK(written(step) == std::string(tl::show::summary(step).view()));
  CHECK(written(tl::function(E)) == std::string(tl::show::summary(tl::function(E)).view()));
  CHECK(written(tl::parameters(E)) == "{b, c}");
  CHECK(written(tl::fanout(E, c)) == "{operand 0 of " + written(E) + "}");
  const auto found = tl::check_gradient(E, b = {1, 2}, c = 3.0);
  CHECK(written(found) == found.message());
}

TEST_CASE("what a stream cannot take is not there for it, and no error inside") {
  STATIC_REQUIRE(is_written<tl::tensor<float, tl::vec<2>>>);
  STATIC_REQUIRE_FALSE(is_written<tl::tensor<lanes, tl::vec<2>>>);
  STATIC_REQUIRE_FALSE(is_written<tl::tensor_view<lanes, tl::vec<2>>>);
  STATIC_REQUIRE_FALSE(is_written<tl::pack<lanes, decltype(b)>>);
  STATIC_REQUIRE_FALSE(is_written<tl::value_with_gradient<lanes, decltype(b)>>);
}

TEST_CASE("an operator of a user's is preferred") {
  const mine::values plain{1, 2};
  const mine::text_of_values own{1, 2};
  CHECK(written(plain, own) == "{1, 2}mine");
  CHECK(written(mine::counted<decltype(tl::function(sin(x)))>{}) == "counted");
  CHECK(mine::ranges::written({1, 2}) == "a range");
  CHECK(mine::of_one_kind::written({1, 2}) == "a tensor");
  CHECK(mine::of_any_character::written({1, 2}) == "any");
}
