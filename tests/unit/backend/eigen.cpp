// SPDX-License-Identifier: BSL-1.0
#include <tapeless/backend/eigen.hpp>

// Products by Eigen are the products of the library: operands as they are and transposed, in gradients, and added to packs.
#include <cstddef>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using by_eigen = tl::eigen_products<tl::math::standard_math, 9 * 5 * 7>;

constexpr auto A = tl::parameter<"A", tl::mat<9, 7>>;
constexpr auto B = tl::parameter<"B", tl::mat<7, 5>>;
constexpr auto At = tl::parameter<"At", tl::mat<7, 9>>;
constexpr auto Bt = tl::parameter<"Bt", tl::mat<5, 7>>;
constexpr auto Ct = tl::parameter<"Ct", tl::mat<70, 7>>;  // without Eigen, of its transpose there is a panel at a time

/// Small whole numbers, whose products and sums are exact.
template <class Range>
void fill(Range& numbers) {
  int k = 1;
  for (auto& p : numbers) p = static_cast<std::remove_reference_t<decltype(p)>>((k = (k * 37 + 11) % 101) % 9 - 4);
}

template <class T, class E>
void same_product(E e) {
  auto theta = tl::zeros<T>(tl::wrt(A, B, At, Bt, Ct));
  fill(theta);
  CHECK(tl::function<by_eigen>(e)(theta) == tl::function(e)(theta));
}

/// A policy that counts what it is asked to multiply.
int products = 0;
struct counting : by_eigen {
  template <bool Add, bool LeftTransposed, bool RightTransposed, std::size_t Rows, std::size_t Columns, std::size_t Inner, class T>
  static void multiply(T* out, const T* left, const T* right) {
    ++products;
    by_eigen::multiply<Add, LeftTransposed, RightTransposed, Rows, Columns, Inner>(out, left, right);
  }
};

}  // namespace

TEST_CASE("products by Eigen are those of the library, transposed or not", "[backend]") {
  same_product<double>(A * B);
  same_product<double>(transpose(At) * B);
  same_product<float>(A * transpose(Bt));
  same_product<float>(A * transpose(Ct));
  same_product<double>(transpose(At) * transpose(Ct));
}

TEST_CASE("gradients by Eigen's products are those of the library, also added to a pack", "[backend]") {
  constexpr auto mine = tl::value_and_gradient<by_eigen>(sum(square(A * B)));
  constexpr auto plain = tl::value_and_gradient(sum(square(A * B)));
  auto theta = tl::zeros<double>(tl::wrt(A, B));
  fill(theta);
  const auto a = mine(theta), b = plain(theta);
  CHECK(a.value == b.value);
  CHECK(a.gradient == b.gradient);
  auto sums = a.gradient;
  mine.accumulate(sums, theta);
  for (std::size_t i = 0; i < sums.size(); ++i) CHECK(sums.data()[i] == 2 * b.gradient.data()[i]);
}

TEST_CASE("Eigen multiplies what is large enough, and the derivatives of it", "[backend]") {
  auto theta = tl::zeros<double>(tl::wrt(A, B));
  fill(theta);
  products = 0;
  [[maybe_unused]] const auto product = tl::function<counting>(A * B)(theta);
  CHECK(products == 1);
  products = 0;
  [[maybe_unused]] const auto step = tl::value_and_gradient<counting>(sum(square(A * B)))(theta);
  CHECK(products == 3);  // A·B, δ·Bᵀ, Aᵀ·δ
  products = 0;
  [[maybe_unused]] const auto column = tl::function<counting>(A * tl::row<0>(Bt))(theta, Bt = tl::tensor<double, tl::mat<5, 7>>{});
  CHECK(products == 0);  // a vector
}

TEST_CASE("smaller products, and those in constant expressions, are the library's", "[backend]") {
  using large_only = tl::eigen_products<tl::math::standard_math, 9 * 5 * 7 + 1>;
  static_assert(!large_only::multiplies<double>(9, 5, 7) && by_eigen::multiplies<double>(9, 5, 7));
  static_assert(!by_eigen::multiplies<long double>(9, 5, 7));
  constexpr double identity[2][2] = {{1, 0}, {0, 1}};
  constexpr auto M = tl::input<"M", tl::mat<2, 2>>;
  static_assert(tl::function<tl::eigen_products<tl::math::standard_math, 1>>(sum(M * M))(M = identity) == 2);
}
