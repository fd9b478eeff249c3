// SPDX-License-Identifier: BSL-1.0
// A·x + B·y and its gradient for all kinds of sizes against plain loops: rows summed together, Aᵀd and d xᵀ in one pass.
#include <tapeless/op/rows.hpp>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <tapeless/tapeless.hpp>
#include <type_traits>
#include <utility>

#include "catch.hpp"

namespace {

namespace tl = tapeless;
using namespace tl::literals;

template <class T>
void fill(T& values, int seed) {
  int k = seed;
  for (auto& v : values) v = static_cast<std::remove_reference_t<decltype(v)>>((k = (k * 37 + 11) % 101) - 50) / 64;
}

/// So many numbers with NaN right before them, and behind them a page that nobody may read.
template <class T, std::size_t Size>
class surrounded {
  std::size_t page_ = static_cast<std::size_t>(sysconf(_SC_PAGESIZE)), used_ = (16 + Size) * sizeof(T) / page_ * page_ + page_;
  void* all_ = mmap(nullptr, used_ + page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  T* begin_ = static_cast<T*>(all_) + used_ / sizeof(T) - Size;

 public:
  std::span<T, Size> values{begin_, Size};
  explicit surrounded(int seed) {
    REQUIRE(all_ != MAP_FAILED);
    REQUIRE(mprotect(static_cast<char*>(all_) + used_, page_, PROT_NONE) == 0);
    std::fill_n(begin_ - 16, 16, std::numeric_limits<T>::quiet_NaN());
    fill(values, seed);
  }
  surrounded(const surrounded&) = delete;
  ~surrounded() { munmap(all_, used_ + page_); }
};

template <class T, std::size_t Rows, std::size_t N, std::size_t M>
void check() {
  constexpr auto A = tl::parameter<"A", tl::mat<Rows, N>>;
  constexpr auto B = tl::parameter<"B", tl::mat<Rows, M>>;
  constexpr auto x = tl::input<"x", tl::vec<N>>;
  constexpr auto y = tl::input<"y", tl::vec<M>>;
  constexpr auto w = tl::input<"w", tl::vec<Rows>>;
  constexpr auto h = A * x + B * y;
  constexpr auto E = sum(hadamard(w, square(h))) + dot(w, A * x);  // A·x is read twice, B·y once
  constexpr auto E2 = sum(hadamard(w, square(h)));                 // both once: summed together

  const surrounded<T, Rows * N> in_a(1);
  const surrounded<T, Rows * M> in_b(2);
  const surrounded<T, N> in_x(3);
  const surrounded<T, M> in_y(4);
  const surrounded<T, Rows> in_w(5);
  const auto a = in_a.values;
  const auto b = in_b.values;
  const auto xs = in_x.values;
  const auto ys = in_y.values;
  const auto ws = in_w.values;
  const double tolerance = sizeof(T) == 4 ? 2e-5 : 1e-12;
  const auto close = [&](auto got, double expected) {
    return std::fabs(static_cast<double>(got) - expected) <= tolerance * (1 + std::fabs(expected));
  };

  double product[Rows], sums[Rows], value = 0, extra = 0;
  for (std::size_t i = 0; i < Rows; ++i) {
    product[i] = sums[i] = 0;
    for (std::size_t j = 0; j < N; ++j) product[i] += static_cast<double>(a[i * N + j]) * static_cast<double>(xs[j]);
    for (std::size_t j = 0; j < M; ++j) sums[i] += static_cast<double>(b[i * M + j]) * static_cast<double>(ys[j]);
    sums[i] += product[i];
    value += static_cast<double>(ws[i]) * sums[i] * sums[i];
    extra += static_cast<double>(ws[i]) * product[i];
  }
  const auto agrees = [&](const auto& result, double more) {  // more: the derivative of E by A·x beyond that of E2
    bool right = true;
    double by_x[N]{}, by_y[M]{};
    for (std::size_t i = 0; i < Rows; ++i) {
      const double weight = static_cast<double>(ws[i]), d = 2 * weight * sums[i];
      for (std::size_t j = 0; j < N; ++j) {
        right = right && close(result.gradient[A](i, j), (d + more * weight) * static_cast<double>(xs[j]));
        by_x[j] += (d + more * weight) * static_cast<double>(a[i * N + j]);
      }
      for (std::size_t j = 0; j < M; ++j) {
        right = right && close(result.gradient[B](i, j), d * static_cast<double>(ys[j]));
        by_y[j] += d * static_cast<double>(b[i * M + j]);
      }
    }
    for (std::size_t j = 0; j < N; ++j) right = right && close(result.gradient[x][j], by_x[j]);
    for (std::size_t j = 0; j < M; ++j) right = right && close(result.gradient[y][j], by_y[j]);
    return right;
  };
  INFO(Rows << " x " << N << " and " << M);
  const auto first = tl::value_and_gradient(E, tl::wrt(A, B, x, y))(A = a, B = b, x = xs, y = ys, w = ws);
  CHECK(close(first.value, value + extra));
  CHECK(agrees(first, 1));
  constexpr auto step = tl::value_and_gradient(E2, tl::wrt(A, B, x, y));
  const auto second = step(A = a, B = b, x = xs, y = ys, w = ws);
  CHECK(close(second.value, value));
  CHECK(agrees(second, 0));

  auto total = second.gradient;  // accumulation doubles it, in the same pass
  CHECK(close(step.accumulate(total, A = a, B = b, x = xs, y = ys, w = ws), value));
  bool doubled = true;
  for (std::size_t i = 0; i < total.size(); ++i) doubled = doubled && close(total.data()[i], 2 * static_cast<double>(second.gradient.data()[i]));
  CHECK(doubled);
}

/// A·x, and what reads it and its lanes that are not filled, against plain loops: of so many rows and columns.
template <class T, std::size_t Rows, std::size_t Columns>
void check_columns() {
  constexpr auto A = tl::parameter<"A", tl::mat<Rows, Columns>>;
  constexpr auto x = tl::input<"x", tl::vec<Columns>>;
  const surrounded<T, Rows * Columns> a(1);
  const surrounded<T, Columns> xs(2);
  double product[Rows]{}, sum = 0, largest = -100;
  for (std::size_t i = 0; i < Rows; ++i) {
    for (std::size_t j = 0; j < Columns; ++j) product[i] += static_cast<double>(a.values[i * Columns + j]) * static_cast<double>(xs.values[j]);
    sum += std::tanh(product[i]);
    largest = std::fmax(largest, -std::exp(-product[i]));
  }
  const double tolerance = sizeof(T) == 4 ? 2e-5 : 1e-12;
  const auto close = [&](T got, double expected) { return std::fabs(static_cast<double>(got) - expected) <= tolerance * (1 + std::fabs(expected)); };
  INFO(Rows << " x " << Columns);
  const auto in_memory = tl::function(A * x)(A = a.values, x = xs.values);
  bool right = true;
  for (std::size_t i = 0; i < Rows; ++i) right = right && close(in_memory[i], product[i]);
  CHECK(right);
  CHECK(close(tl::function(max_element(-exp(-(A * x))))(A = a.values, x = xs.values), largest));
  const auto [value, gradient] = tl::value_and_gradient(tl::sum(tanh(A * x)), tl::wrt(A, x))(A = a.values, x = xs.values);
  CHECK(close(value, sum));
  double by_x[Columns]{};
  right = true;
  for (std::size_t i = 0; i < Rows; ++i)
    for (std::size_t j = 0; j < Columns; ++j) {
      const double d = 1 - std::tanh(product[i]) * std::tanh(product[i]);
      right = right && close(gradient[A](i, j), d * static_cast<double>(xs.values[j]));
      by_x[j] += d * static_cast<double>(a.values[i * Columns + j]);
    }
  for (std::size_t j = 0; j < Columns; ++j) right = right && close(gradient[x][j], by_x[j]);
  CHECK(right);
}
template <class T, std::size_t Rows, std::size_t... Columns>
void check_columns(std::index_sequence<Columns...>) {
  (check_columns<T, Rows, Columns>(), ...);
}

/// Every second row is NaN, and then the first column: what is loaded with the end of a row must not reach that row's result.
template <class T, std::size_t Columns, std::size_t ColumnsOfOther>
void check_rows_of_nan() {
  constexpr std::size_t rows = 5, n = Columns;
  constexpr auto A = tl::parameter<"A", tl::mat<rows, n>>;
  constexpr auto B = tl::parameter<"B", tl::mat<rows, ColumnsOfOther>>;
  constexpr auto x = tl::input<"x", tl::vec<n>>;
  constexpr auto y = tl::input<"y", tl::vec<ColumnsOfOther>>;
  constexpr auto d = tl::input<"d", tl::vec<rows>>;
  constexpr T nan = std::numeric_limits<T>::quiet_NaN();
  tl::tensor<T, tl::mat<rows, n>> nan_in_rows, nan_in_column;
  tl::tensor<T, tl::mat<rows, ColumnsOfOther>> b;
  tl::tensor<T, tl::vec<n>> xs;
  tl::tensor<T, tl::vec<ColumnsOfOther>> ys;
  tl::tensor<T, tl::vec<rows>> ds;
  fill(nan_in_rows, 1), fill(nan_in_column, 2), fill(b, 3), fill(xs, 4), fill(ys, 5), fill(ds, 6);
  for (std::size_t i = 0; i < rows; ++i) {
    nan_in_column(i, 0) = nan;
    for (std::size_t j = 0; j < n && i % 2 == 1; ++j) nan_in_rows(i, j) = nan;
  }
  INFO(n << " columns, " << ColumnsOfOther << " of the other");
  const auto one = tl::function(A * x)(A = nan_in_rows, x = xs);
  const auto two = tl::function(A * x + B * y)(A = nan_in_rows, x = xs, B = b, y = ys);
  const auto two_the_other_way = tl::function(B * y + A * x)(A = nan_in_rows, x = xs, B = b, y = ys);
  const auto transposed = tl::function(transpose(A) * d)(A = nan_in_column, d = ds);
  for (std::size_t i = 0; i < rows; ++i) {
    CHECK(std::isnan(one[i]) == (i % 2 == 1));
    CHECK(std::isnan(two[i]) == (i % 2 == 1));
    CHECK(std::isnan(two_the_other_way[i]) == (i % 2 == 1));
  }
  for (std::size_t j = 0; j < n; ++j) CHECK(std::isnan(transposed[j]) == (j == 0));
}

/// What is not tried with both types is tried with one of them.
template <class T>
constexpr bool is_float = std::is_same_v<T, float>;

}  // namespace

TEMPLATE_TEST_CASE("a row of NaN has a result of NaN, and no other has", "[op]", float, double) {
  if constexpr (is_float<TestType> || every_case) {
    check_rows_of_nan<TestType, 3, 16>();
    check_rows_of_nan<TestType, 11, 5>();
  }
  if constexpr (!is_float<TestType> || every_case) {
    check_rows_of_nan<TestType, 6, 3>();
    check_rows_of_nan<TestType, 7, 13>();
  }
}

TEMPLATE_TEST_CASE("matrices of few rows and columns, with nothing around them that may be read", "[op]", float, double) {
  if constexpr (is_float<TestType> || every_case) {
    check_columns<TestType, 2>(std::index_sequence<2, 7>{});
    check_columns<TestType, 3>(std::index_sequence<3, 9>{});
    check_columns<TestType, 7>(std::index_sequence<4, 6>{});
    check_columns<TestType, 10, 15>();
  }
  if constexpr (!is_float<TestType> || every_case) {
    check_columns<TestType, 2, 3>();
    check_columns<TestType, 3, 5>();
    check_columns<TestType, 5>(std::index_sequence<3, 4>{});
    check_columns<TestType, 17, 33>();
  }
}

TEMPLATE_TEST_CASE("products with vectors and their gradients", "[op]", float, double) {
  if constexpr (!is_float<TestType> || every_case) check<TestType, 1, 1, 2>();
  if constexpr (is_float<TestType> || every_case) check<TestType, 17, 7, 11>();
  check<TestType, 3, (is_float<TestType> ? 263 : 131), 5>();  // more columns than one pass sums in registers
}
