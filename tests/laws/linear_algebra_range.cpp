// SPDX-License-Identifier: BSL-1.0
// Products of tiny, huge and mixed operands, in float, double and long double: against 40 digits, and by a law. Scaling
// an operand by a power of two scales the result and the derivatives by it and changes no other bit.
#include <tapeless/op/linear_algebra.hpp>

#include <cmath>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

/// dot(a, b) and (a b)ᵀ·b for an incoming adjoint of -2 and of (2, -1).
template <class T, std::size_t N, std::size_t Count>
int check(const reduction_case<N> (&cases)[Count]) {
  constexpr auto a = tl::input<"a", tl::vec<N>>;
  constexpr auto b = tl::input<"b", tl::vec<N>>;
  constexpr auto rows = tl::input<"rows", tl::mat<2, N>>;
  constexpr auto weight = tl::input<"weight", tl::vec<2>>;
  constexpr auto of_dot = tl::value_and_gradient(u * dot(a, b), tl::wrt(a, b, u));
  constexpr auto of_product = tl::value_and_gradient(dot(weight, rows * b), tl::wrt(rows, b, weight));
  int count = 0;
  for (const auto& reference : cases) {
    long double sizes = 0;
    for (std::size_t i = 0; i < N; ++i)
      sizes += std::fabs(static_cast<long double>(reference.a[i]) * static_cast<long double>(reference.b[i]));
    if (!all_fit<T>(reference.a) || !fits<T>(2 * sizes)) continue;
    ++count;
    INFO("case of " << reference.a[0] << ", " << reference.a[1] << " …");
    const auto at_a = as<T>(reference.a), at_b = as<T>(reference.b);
    std::array<T, 2 * N> both{};
    std::copy(at_b.begin(), at_b.end(), std::copy(at_a.begin(), at_a.end(), both.begin()));
    const long double allowed = (N / 4 + 1) * epsilon<T> * sizes;
    const auto product = of_dot(a = at_a, b = at_b, u = T(-2));
    const auto products = of_product(rows = both, b = at_b, weight = {T(2), T(-1)});
    CHECK(std::fabs(static_cast<long double>(product.gradient[u]) - reference.dot.value()) <= allowed);
    CHECK(std::fabs(static_cast<long double>(products.gradient[weight][0]) - reference.dot.value()) <= allowed);
    for (std::size_t i = 0; i < N; ++i) {
      CHECK(product.gradient[a][i] == T(-2) * at_b[i]);
      CHECK(product.gradient[b][i] == T(-2) * at_a[i]);
      CHECK(products.gradient[rows](0, i) == T(2) * at_b[i]);
      CHECK(products.gradient[rows](1, i) == -at_b[i]);
      const long double by_b = 2 * static_cast<long double>(at_a[i]) - static_cast<long double>(at_b[i]);
      CHECK(near(products.gradient[b][i], by_b, {1}));
    }
  }
  return count;
}

template <class T, std::size_t N>
std::array<T, N> scaled(const double (&values)[N], int exponent) {
  auto result = as<T>(values);
  for (T& value : result) value = std::ldexp(value, exponent);
  return result;
}

template <class T, class Got>
bool is_scaled(const Got& got, const Got& by, int exponent) {
  return std::equal(got.begin(), got.end(), by.begin(), [&](T g, T b) { return g == std::ldexp(b, exponent); });
}

/// Σ weight⊙f(a, b), with a, b and weight multiplied by powers of two.
template <class T, class Left, class Right, class F, std::size_t M, std::size_t N, std::size_t K>
void check_scaling(F f, const double (&left)[M], const double (&right)[N], const double (&weights)[K]) {
  constexpr auto a = tl::input<"a", Left>;
  constexpr auto b = tl::input<"b", Right>;
  constexpr auto weight = tl::input<"weight", typename decltype(f(a, b))::shape_type>;
  constexpr auto program = tl::value_and_gradient(sum(hadamard(weight, f(a, b))), tl::wrt(a, b, weight));
  constexpr int most = std::numeric_limits<T>::max_exponent;
  const auto base = program(a = as<T>(left), b = as<T>(right), weight = as<T>(weights));
  for (const int sign : {1, -1}) {
    const int of_a = sign * most * 3 / 8, of_b = sign * most / 4, of_weight = -sign * most / 8;
    const auto r =
        program(a = scaled<T>(left, of_a), b = scaled<T>(right, of_b), weight = scaled<T>(weights, of_weight));
    CHECK(is_scaled<T>(r.gradient[weight], base.gradient[weight], of_a + of_b));
    CHECK(is_scaled<T>(r.gradient[a], base.gradient[a], of_b + of_weight));
    CHECK(is_scaled<T>(r.gradient[b], base.gradient[b], of_a + of_weight));
  }
}

}  // namespace

TEST_CASE("products of rows whose terms are 2^-80 to 2^80, or cancel", "[op]") {
  CHECK(check<double>(reductions_6) >= 24);
  CHECK(check<float>(reductions_6) >= 18);
  CHECK(check<long double>(reductions_6) >= 24);
  CHECK(check<double>(reductions_20) == 6);
  CHECK(check<float>(reductions_20) == 6);
  CHECK(check<long double>(reductions_20) == 6);
}

TEMPLATE_TEST_CASE("products of operands times powers of two are the products times them, to the last bit", "[op]",
                   float, double, long double) {
  using T = TestType;
  const auto product = [](auto a, auto b) { return a * b; };
  const auto& thin = matmul_7x17x1;
  const auto& wide = matmul_3x5x7;
  check_scaling<T, tl::mat<7, 17>, tl::vec<17>>(product, thin.a, thin.b, thin.weight);
  check_scaling<T, tl::mat<3, 5>, tl::mat<5, 7>>(product, wide.a, wide.b, wide.weight);
  check_scaling<T, tl::vec<7>, tl::vec<3>>([](auto a, auto b) { return outer(a, b); }, outer_7x3.a, outer_7x3.b,
                                           outer_7x3.weight);
}
