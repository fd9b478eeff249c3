// SPDX-License-Identifier: BSL-1.0
// Sums, norms and the largest element of vectors and matrices, against 40 digits, with an incoming adjoint of -2. A sum
// may miss by so many epsilons of the sum of its terms' sizes; norms are sums of squares and lose nothing.
#include <tapeless/op/reductions.hpp>

#include <cmath>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

/// Is the sum of squares neither too large for a T nor below its normal numbers?
template <class T>
bool squares_fit(exact squares) {
  return squares.value() >= static_cast<long double>(std::numeric_limits<T>::min()) && fits<T>(2 * squares.value());
}

template <class T, class Shape, std::size_t N, std::size_t Count>
int check(const reduction_case<N> (&cases)[Count]) {
  constexpr auto a = tl::input<"a", Shape>;
  constexpr auto of_sum = tl::value_and_gradient(u * sum(a), tl::wrt(a, u));
  constexpr auto of_mean = tl::value_and_gradient(u * mean(a), tl::wrt(a, u));
  constexpr auto of_squares = tl::value_and_gradient(u * squared_norm(a), tl::wrt(a, u));
  constexpr auto of_norm = tl::value_and_gradient(u * norm(a), tl::wrt(a, u));
  constexpr auto of_largest = tl::value_and_gradient(u * max_element(a), tl::wrt(a, u));
  int count = 0;
  for (const auto& reference : cases) {
    if (!all_fit<T>(reference.a)) continue;
    ++count;
    INFO("case of " << reference.a[0] << ", " << reference.a[1] << " …");
    const auto at = as<T>(reference.a);
    long double sizes = 0;
    for (const double a_i : reference.a) sizes += std::fabs(static_cast<long double>(a_i));
    const auto total = of_sum(a = at, u = T(-2)), average = of_mean(a = at, u = T(-2));
    const auto squares = of_squares(a = at, u = T(-2));
    const auto length = of_norm(a = at, u = T(-2)), largest = of_largest(a = at, u = T(-2));

    const auto miss = [](T got, exact expected) { return std::fabs(static_cast<long double>(got) - expected.value()); };
    CHECK(miss(total.gradient[u], reference.sum) <= N / 4 * epsilon<T> * sizes);
    CHECK(miss(average.gradient[u], reference.mean) <= epsilon<T> * sizes);
    CHECK(near(length.gradient[u], reference.norm.value(), {2}));
    CHECK(largest.gradient[u] == *std::max_element(at.begin(), at.end()));
    const bool fit = squares_fit<T>(reference.squared_norm);
    if (fit) CHECK(near(squares.gradient[u], reference.squared_norm.value(), {2}));
    for (std::size_t i = 0; i < N; ++i) {
      CHECK(total.gradient[a][i] == T(-2));
      CHECK(average.gradient[a][i] == T(-2) / T(N));
      if (fit) CHECK(squares.gradient[a][i] == T(-4) * at[i]);
      CHECK(near(length.gradient[a][i], -2 * reference.norm_by[i].value(), {4}));
      CHECK(near(largest.gradient[a][i], -2 * reference.max_element_by[i].value(), {1}));
    }
  }
  return count;
}

}  // namespace

TEST_CASE("dΣa = Σda, d mean = Σda/n, dΣa² = Σ2a·da, d‖a‖ = aᵀda/‖a‖, d max a = da of the largest", "[op]") {
  CHECK(check<double, tl::vec<6>>(reductions_6) >= 24);
  CHECK(check<float, tl::vec<6>>(reductions_6) >= 20);
  CHECK(check<long double, tl::vec<6>>(reductions_6) >= 24);
}

TEST_CASE("the same of a matrix, over all its elements", "[op]") {
  CHECK(check<double, tl::mat<2, 3>>(reductions_6) >= 24);
  CHECK(check<float, tl::mat<2, 3>>(reductions_6) >= 20);
  CHECK(check<long double, tl::mat<2, 3>>(reductions_6) >= 24);
}

TEST_CASE("the same of more elements than a register holds", "[op]") {
  CHECK(check<double, tl::vec<20>>(reductions_20) == 6);
  CHECK(check<float, tl::mat<4, 5>>(reductions_20) == 6);
  CHECK(check<long double, tl::mat<5, 4>>(reductions_20) == 6);
}
