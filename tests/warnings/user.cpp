// SPDX-License-Identifier: BSL-1.0
// A user's code with every warning on: the whole public API in each of its scalar types, instantiated in one file that has
// the headers by -I and not as system headers. CMakeLists.txt says with which flags.
#include <array>
#include <boost/hana/for_each.hpp>
#include <cstddef>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <tapeless/tapeless.hpp>
#include <vector>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto a = tl::input<"a">;
constexpr auto b = tl::input<"b">;
constexpr auto v = tl::input<"v", tl::vec<5>>;
constexpr auto u = tl::input<"u", tl::vec<5>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 5>>;
constexpr auto c = tl::parameter<"c", tl::vec<3>>;
constexpr auto X = tl::input<"X", tl::mat<4, 5>>;

/// An operation of the user's.
struct cube_operation : tl::elementwise_operation<1> {
  static constexpr std::string_view name = "cube";
  static constexpr bool on_lanes = true;
  template <class Math, class T>
  static constexpr T value(T x) {
    return x * x * x;
  }
  template <class Term>
  static constexpr Term contribution(int, Term, Term delta, const Term* x) {
    return delta * (3.0 * square(x[0]));
  }
};

/// Every function of one operand, of something between 0 and 1.
constexpr auto functions_of(auto x) {
  const auto inside = 0.5_c + 0.25_c * x;
  return abs(x) + sign(x) + square(x) + sqrt(inside) + cbrt(x) + exp(x) + exp2(x) + expm1(x) + log(inside) + log2(inside) +
         log10(inside) + log1p(inside) + sin(x) + cos(x) + tan(x) + asin(inside) + acos(inside) + atan(x) + sinh(x) + cosh(x) +
         tanh(x) + asinh(x) + acosh(1_c + inside) + atanh(inside) + erf(x) + erfc(x) + sigmoid(x) + relu(x) + softplus(x) +
         silu(x) + gelu(x) + gelu_tanh(x) + stop_gradient(x) + tl::apply<cube_operation>(x);
}
/// Every one of several.
constexpr auto functions_of(auto x, auto y) {
  return -x / (2_c + y) + hadamard(x, y) + pow(2_c + x, y) + pow(x, 3_c) + atan2(x, y) + hypot(x, y) + min(x, y) + max(x, y) +
         clamp(x, 0_c, y) + select(lt(x, y), x, y) + select(ge(x, 0.5_c), le(x, y), gt(x, y));
}
constexpr auto scalars = functions_of(a) + functions_of(a, b);
constexpr auto vectors = sum(functions_of(v)) + sum(functions_of(v, u));

constexpr auto h = tl::named<"h">(tanh(W * v + c));
constexpr auto rows = tanh(X * transpose(W) + tl::broadcast<tl::mat<4, 3>>(c));
constexpr auto rows_and_columns = dot(h, c) + sum(outer(h, v)) + mean(v) + squared_norm(u) + norm(v) + max_element(v) + logsumexp(h) +
                        dot(softmax(h), log_softmax(h)) + cross_entropy(h, c) + sum(matmul(transpose(W), h)) +
                        cross_entropy(rows, softmax(rows)) + sum(log_softmax(rows)) +
                        v[1_c] * W(2_c, 0_c) + sum(concat(a, tl::segment<1, 3>(v), tl::row<1>(W))) +
                        sum(tl::reshape<tl::vec<15>>(W)) + tl::unroll<3>(a, [](auto s, auto k) { return s * v[k]; });

/// Calls with everything that can be bound, in one scalar type.
template <class T>
bool call() {
  constexpr auto number = [](double of) { return static_cast<T>(of); };
  std::array<T, 5> vs{};
  for (std::size_t i = 0; i < vs.size(); ++i) vs[i] = static_cast<T>(i + 1) / T{8};
  const std::vector<T> us(5, number(0.25));
  T xs[4][5] = {{1, 2, 3, 4, 5}};

  constexpr auto step = tl::value_and_gradient(rows_and_columns);
  auto theta = tl::zeros<T>(tl::parameters(rows_and_columns));
  theta[W](0, 1) = number(0.5);
  theta[c] = {number(0.5), number(0.25), number(0.125)};
  for (T& t : theta) t += number(0.0625);
  auto total = tl::zeros<T>(tl::parameters(rows_and_columns));
  std::vector<T> memory(step.template workspace_bytes<T>() / sizeof(T));
  const auto [value, gradient] = step(theta, v = vs, u = std::span(us), a = T{1}, X = xs, tl::workspace(memory));
  const T again = step.accumulate(total, theta, v = vs, u = us, a = 1, X = xs);
  theta -= number(0.125) * gradient;
  theta += total;
  theta *= number(0.5);
  total = {};

  constexpr auto two = tl::function(a * b, sum(hadamard(v, u)));
  const auto [product, products] = two(a = number(0.5), b = number(0.25), v = {1, 2, 3, 4, 5}, u = us);
  std::vector<T> at(9, number(0.5)), values(9), slopes(9);
  tl::value_and_gradient(tanh(a) * b, tl::wrt(a)).map(values, slopes, a = at, b = number(0.25));
  return value > 0 && again > 0 && product > 0 && products > 0 && values[8] > 0 && slopes[8] > 0;
}

bool functions() {
  const std::array<double, 5> vs = {0.1, 0.2, 0.3, 0.4, 0.5}, us = {0.5, 0.4, 0.3, 0.2, 0.1};
  constexpr auto of_numbers = tl::value_and_gradient(scalars, tl::wrt(a, b));
  const auto one = of_numbers(a = 0.5, b = 0.25);
  const auto of_vectors = tl::value_and_gradient<tl::math::libm_math>(vectors, tl::wrt(v))(v = vs, u = us);
  std::vector<float> at(9, 0.5f), values(9), by_a(9), by_b(9);
  of_numbers.map(values, by_a, by_b, a = at, b = 0.25f);
  return one.value > 0 && of_vectors.value > 0 && values[8] > 0 && by_a[8] > by_b[8];
}

constexpr auto length = squared_norm(h);

bool derivatives() {
  constexpr auto by_v = tl::gradient(length, tl::wrt(v, W));
  constexpr auto J = tl::jacobian(h, v);
  constexpr auto H = tl::hessian(length, v);
  constexpr auto f = tl::function(by_v[v], J.nonzero_values(), H.nonzero_values(), tl::directional(h, v, u),
                                  tl::hessian_vector(length, v, u), tl::linearize(length, v, u),
                                  tl::derivative(tl::derivative(a * b, a), b));
  const tl::tensor<double, tl::vec<5>> at{0.1, 0.2, 0.3, 0.4, 0.5};
  const auto theta = tl::zeros<double>(tl::wrt(W, c));
  const auto results = f(theta, v = at, u = at, a = 0.5, b = 0.25);
  boost::hana::for_each(tl::fanout(length, h), [](auto edge) { std::puts(tl::show::text(tl::contribution(length, edge)).c_str()); });
  const auto report = tl::check_gradient(length, theta, v = at);
  std::puts(report.message().c_str());
  return report && std::get<5>(results) >= 0 && tl::equivalent(square(a) - square(b), (a - b) * (a + b));
}

void printers() {
  constexpr auto step = tl::value_and_gradient(length);
  for (const std::string& text :
       {std::string(tl::show::text(scalars)), std::string(tl::show::latex(length)), std::string(tl::show::graphviz(length, h)),
        std::string(tl::show::mermaid(length)), std::string(tl::show::graphviz(step)),
        std::string(tl::show::mermaid(step, tl::show::sweep::backward)), std::string(tl::show::cpp(step, "step")),
        std::string(tl::show::json(step)), std::string(tl::show::summary(step))})
    std::puts(text.c_str());
}

}  // namespace

int main() {
  printers();
  return functions() && derivatives() && call<float>() && call<double>() && call<long double>() ? 0 : 1;
}
