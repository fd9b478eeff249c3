// SPDX-License-Identifier: BSL-1.0
// Rows side by side have the bits of vectors alone, however many there are and however long they are.
#include <tapeless/op/vectors_of.hpp>

#include <cstddef>
#include <limits>
#include <span>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace {

namespace tl = tapeless;

template <class T, std::size_t Rows, std::size_t N>
void check() {
  constexpr auto Z = tl::input<"Z", tl::mat<Rows, N>>;
  constexpr auto z = tl::input<"z", tl::vec<N>>;
  constexpr auto Y = tl::input<"Y", tl::mat<Rows, N>>;
  constexpr auto y = tl::input<"y", tl::vec<N>>;
  tl::tensor<T, tl::mat<Rows, N>> zs{}, ys{};
  int k = 5;
  for (std::size_t i = 0; i < zs.size(); ++i) zs[i] = static_cast<T>((k = (k * 37 + 11) % 101) - 50) / 8;
  for (std::size_t i = 0; i < Rows; ++i) ys(i, (3 * i) % N) = T(1);
  if (Rows > 2) zs(1, 0) = -std::numeric_limits<T>::infinity();

  const auto all = tl::function(softmax(Z), log_softmax(Z), cross_entropy(Z, Y))(Z = zs, Y = ys);
  T total = 0;
  for (std::size_t i = 0; i < Rows; ++i) {
    const std::span<const T, N> row_of_z(zs.data() + i * N, N), row_of_y(ys.data() + i * N, N);
    const auto one = tl::function(softmax(z), log_softmax(z), cross_entropy(z, y))(z = row_of_z, y = row_of_y);
    for (std::size_t j = 0; j < N; ++j) {
      CHECK(std::get<0>(all)(i, j) == std::get<0>(one)[j]);
      CHECK(std::get<1>(all)(i, j) == std::get<1>(one)[j]);
    }
    total = i == 0 ? std::get<2>(one) : total + std::get<2>(one);
  }
  CHECK(std::get<2>(all) == total);
}

}  // namespace

TEST_CASE("softmax, log_softmax and cross entropy by rows", "[op]") {
  check<double, 2, 3>();
  check<double, 19, 10>();  // one or more registers' worth, and some rows left
  check<float, 18, 17>();
  check<double, 9, 70>();  // long rows, one by one
}
