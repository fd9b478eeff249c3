// SPDX-License-Identifier: BSL-1.0
// Operations of a user's own: values, derivatives of every order, printing, and check_gradient on wrong derivatives.
#include <tapeless/expr/custom.hpp>

#include <cmath>
#include <string>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

// a·σ(a)
struct swish_operation : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "swish";
  static constexpr bool on_lanes = true;
  template <class Math, class T>
  static constexpr T value(T a) {
    return a * Math::sigmoid(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term y, Term delta, const Term* x) {
    const Term s = sigmoid(x[0]);
    return delta * (s + y * (1.0 - s));
  }
};
constexpr auto swish(auto a) { return tl::apply<swish_operation>(a); }

// log(eᵃ + eᵇ)
struct log_add_exp_operation : tl::elementwise_operation<2> {
  static constexpr std::string_view name = "log_add_exp";
  template <class Math, class T>
  static constexpr T value(T a, T b) {
    return a + Math::softplus(b - a);
  }
  template <class Term>
  static constexpr Term contribution(int slot, Term, Term delta, const Term* x) {
    return delta * sigmoid(x[slot] - x[1 - slot]);
  }
};
constexpr auto log_add_exp(auto a, auto b) { return tl::apply<log_add_exp_operation>(a, b); }

// yᵢ = a₀ + … + aᵢ, and its transpose yᵢ = aᵢ + … + aₙ₋₁: each is the other's derivative
struct sums_from_the_end;
struct running_sums : tl::structured_operation<1> {
  static constexpr std::string_view name = "running_sums";
  static constexpr tl::extents shape(tl::extents, const tl::extents* x) { return x[0]; }
  template <class Math, class T, class Site, class Out, class A>
  static constexpr void value(Site, Out out, A a) {
    T sum(0);
    for (std::size_t i = 0; i < Site::out.size(); ++i) out.put(i, sum += a(i));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return apply<sums_from_the_end>(delta);
  }
};
struct sums_from_the_end : tl::structured_operation<1> {
  static constexpr std::string_view name = "sums_from_the_end";
  static constexpr tl::extents shape(tl::extents, const tl::extents* x) { return x[0]; }
  template <class Math, class T, class Site, class Out, class A>
  static constexpr void value(Site, Out out, A a) {
    T sum(0);
    for (std::size_t i = Site::out.size(); i-- > 0;) out.put(i, sum += a(i));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return apply<running_sums>(delta);
  }
};

// a run-time function, not constexpr; its derivative is another
struct digamma_by_differences : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "digamma";
  template <class Math, class T>
  static T value(T a) {
    T shift(0);
    for (; a < T(10); a += T(1)) shift -= T(1) / a;
    const T r = T(1) / (a * a);  // the asymptotic series, DLMF 5.11.2
    return shift + std::log(a) - T(0.5) / a - r * (T(1) / 12 - r * (T(1) / 120 - r * (T(1) / 252 - r / 240)));
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term*) {
    return delta.filled(0.0);  // not needed here
  }
};
struct lgamma_operation : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "lgamma";
  template <class Math, class T>
  static T value(T a) {
    return std::lgamma(a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * apply<digamma_by_differences>(x[0]);
  }
};

constexpr auto x = tl::parameter<"x">;
constexpr auto y = tl::parameter<"y">;
constexpr auto v = tl::parameter<"v", tl::vec<4>>;
constexpr auto w = tl::parameter<"w", tl::vec<4>>;

double swish_of(double a) { return a / (1 + std::exp(-a)); }

}  // namespace

TEST_CASE("a custom operation has a value, at run time and in constant expressions") {
  for (const double a : {-3.0, -0.5, 0.0, 0.7, 4.0}) CHECK(std::abs(tl::function(swish(x))(x = a) - swish_of(a)) < 1e-15);
  static_assert(tl::function(swish(x))(x = 0.0) == 0.0);
  static_assert(tl::value_and_gradient(swish(x))(x = 0.0).gradient[x] == 0.5);
}

TEST_CASE("its nodes are shared like any other") {
  static_assert(swish(x) == swish(x));
  static_assert(swish(x) != swish(y));
  static_assert(tl::node_count(swish(x) + swish(x)) == 3);
  static_assert(tl::apply<running_sums>(v) != tl::apply<sums_from_the_end>(v));
}

TEST_CASE("it is differentiated to any order, with an adjoint other than 1") {
  constexpr auto E = 3_c * square(swish(x * y));
  CHECK(tl::check_gradient(E, x = 0.7, y = -1.3));
  constexpr auto second = tl::derivative(tl::derivative(E, x), y);
  CHECK(tl::check_gradient(second, x = 0.7, y = -1.3));
  // (a·σ(a))'' = σ'(a)·(2 + a·(1 - 2σ(a))); at 0 it is 1/2
  CHECK(tl::function(tl::derivative(tl::derivative(swish(x), x), x))(x = 0.0) == 0.5);
}

TEST_CASE("element-wise ones take vectors, and scalars with them") {
  constexpr auto E = dot(v, log_add_exp(w, x * swish(v)));
  CHECK(tl::check_gradient(E, v = {0.3, -1.0, 2.0, 0.0}, w = {1.0, 0.5, -2.0, 0.25}, x = 1.5));
  constexpr auto scalar_beside = sum(log_add_exp(v, x));
  CHECK(tl::check_gradient(scalar_beside, v = {0.3, -1.0, 2.0, 0.0}, x = 0.5));
}

TEST_CASE("structured ones see whole vectors") {
  constexpr auto r = tl::apply<running_sums>(v);
  const auto sums = tl::function(r)(v = {1, 2, 3, 4.5});
  CHECK((sums[0] == 1 && sums[1] == 3 && sums[2] == 6 && sums[3] == 10.5));
  constexpr auto E = sum(hadamard(square(r), w));
  CHECK(tl::check_gradient(E, v = {0.3, -1.0, 2.0, 0.5}, w = {1.0, 0.5, -2.0, 0.25}));
  CHECK(tl::check_gradient(dot(tl::derivative(E, v), w), v = {0.3, -1.0, 2.0, 0.5}, w = {1.0, 0.5, -2.0, 0.25}));
}

TEST_CASE("the fan-out sum, Jacobians and directional derivatives go through it") {
  constexpr auto s = swish(x);
  constexpr auto E = s * s + sin(s);
  static_assert(hana::fold_left(hana::transform(tl::fanout(E, s), [E](auto edge) { return tl::contribution(E, edge); }),
                               hana::plus) == tl::derivative(E, s));
  constexpr auto J = tl::jacobian(swish(v), v);
  static_assert(J.nonzeros().size() == 4);
  const auto at = tl::function(J)(v = {0.3, -1.0, 2.0, 0.5});
  const double slope = tl::function(tl::derivative(swish(x), x))(x = -1.0);
  CHECK((at(1, 1) == slope && at(0, 1) == 0));
  CHECK(tl::function(tl::directional(swish(x), x, y))(x = -1.0, y = 2.0) == 2 * slope);
  static_assert(tl::equivalent(swish(x + y), swish(y + x)));
  static_assert(!tl::equivalent(swish(x), tl::apply<lgamma_operation>(x)));
}

TEST_CASE("values need not be constexpr") {
  constexpr auto f = tl::value_and_gradient(tl::apply<lgamma_operation>(x) * y);
  const auto [value, gradient] = f(x = 4.5, y = 2.0);
  CHECK(std::abs(value - 2 * std::lgamma(4.5)) < 1e-14);
  CHECK(std::abs(gradient[x] - 2 * 1.3888709263595289) < 1e-12);  // digamma(9/2), mpmath
  CHECK(tl::function(tl::apply<lgamma_operation>(1_c / 2_c))() == std::lgamma(0.5));
}

TEST_CASE("it is printed by its name") {
  static_assert(tl::show::text(swish(x) * y) == "swish(x) * y");
  static_assert(tl::show::text(sum(tl::apply<running_sums>(v))) == "sum(running_sums(v))");
  const std::string text(tl::show::cpp(tl::value_and_gradient(sum(tl::apply<running_sums>(v)) * swish(x)), "f").view());
  INFO(text);
  CHECK(text.find("= swish(x);") != std::string::npos);
  CHECK(text.find("running_sums(v1, v);") != std::string::npos);
  CHECK(text.find("sums_from_the_end(") != std::string::npos);
}

// --- wrong derivatives ----------------------------------------------------------------------------------------------

namespace {

template <int Mistake>
struct wrong : tl::elementwise_operation<1> {
  static constexpr std::string_view name = Mistake == 0   ? "one percent off"
                                           : Mistake == 1 ? "wrong sign"
                                                          : "missing factor";
  template <class Math, class T>
  static constexpr T value(T a) {
    return Math::sin(T(3) * a);
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* operand) {
    const Term slope = cos(3.0 * operand[0]);
    return delta * (Mistake == 0 ? 3.03 * slope : Mistake == 1 ? -(3.0 * slope) : slope);
  }
};

template <int Mistake>
void finds() {
  // only element 2 of v goes through the wrong operation
  constexpr auto E = sum(square(v)) + w[1_c] * tl::apply<wrong<Mistake>>(v[2_c]);
  const auto report = tl::check_gradient(E, v = {0.3, -1.0, 0.2, 0.5}, w = {1.0, 0.5, -2.0, 0.25});
  const std::string message(report.message());
  INFO(message);
  CHECK_FALSE(report);
  CHECK(message.find("v[2]") != std::string::npos);
}

}  // namespace

TEST_CASE("check_gradient finds a derivative that is wrong, and names the entry") {
  finds<0>();
  finds<1>();
  finds<2>();
}
