// SPDX-License-Identifier: BSL-1.0
#pragma once
// Products of large matrices by Eigen: a policy for programs, value_and_gradient<tl::eigen_products<>>(E). This header is
// included by itself, beside <tapeless/tapeless.hpp>, and needs Eigen 3; nothing else of the library does.
// in: a policy and a size; out: a policy that differs in products of matrices of that size and above, at run time.
#if !__has_include(<Eigen/Core>)
#error "tapeless: <tapeless/backend/eigen.hpp> requires Eigen 3; link tapeless::eigen, or add Eigen to the include path"
#endif
#include <Eigen/Core>
#include <concepts>
#include <cstddef>
#include <tapeless/math/policy.hpp>

namespace tapeless {

/// From how many multiplications on Eigen 3.4 was faster in tests/bench/products_eigen.cpp: with GCC for registers of up to
/// 32 bytes, from 256³ on; otherwise up to 1024³ never.
inline constexpr std::size_t eigen_is_faster_from = [] {
#if defined(__GNUC__) && !defined(__clang__)
  if (math::standard_math::native_lanes<double> <= 4) return std::size_t{256} * 256 * 256;
#endif
  return std::size_t{1024} * 1024 * 1024 + 1;
}();

/// A·B goes to Eigen from so many multiplications (rows·columns·inner) on, for float and double; all else is as with
/// Math. Values are the same to rounding. Eigen takes memory from the heap for its blocks.
template <class Math = math::standard_math, std::size_t Multiplications = eigen_is_faster_from>
struct eigen_products : Math {
  /// Does a product of these sizes go to Eigen?
  template <class T>
  static constexpr bool multiplies(std::size_t rows, std::size_t columns, std::size_t inner) {
    return (std::same_as<T, float> || std::same_as<T, double>)&&rows * columns * inner >= Multiplications;
  }

  /// out = A·B, or out += A·B; an operand that is read transposed lies there as its transpose.
  template <bool Add, bool LeftTransposed, bool RightTransposed, std::size_t Rows, std::size_t Columns, std::size_t Inner, class T>
  [[gnu::noinline]] static void multiply(T* out, const T* left, const T* right) {
    using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;  // of constant size, Eigen's blocks would lie on the stack
    const auto view = [](const T* from, bool transposed, std::size_t rows, std::size_t columns) {
      const auto r = static_cast<Eigen::Index>(rows), c = static_cast<Eigen::Index>(columns);
      return transposed ? Eigen::Map<const matrix>(from, c, r) : Eigen::Map<const matrix>(from, r, c);
    };
    Eigen::Map<matrix> result(out, static_cast<Eigen::Index>(Rows), static_cast<Eigen::Index>(Columns));
    const auto a = view(left, LeftTransposed, Rows, Inner), b = view(right, RightTransposed, Inner, Columns);
    const auto put = [&](const auto& product) {
      if constexpr (Add) result.noalias() += product;
      else result.noalias() = product;
    };
    if constexpr (LeftTransposed && RightTransposed) put(a.transpose() * b.transpose());
    else if constexpr (LeftTransposed) put(a.transpose() * b);
    else if constexpr (RightTransposed) put(a * b.transpose());
    else put(a * b);
  }
};

}  // namespace tapeless
