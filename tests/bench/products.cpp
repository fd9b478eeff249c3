// SPDX-License-Identifier: BSL-1.0
// Products of two matrices of float alone, as batches have them: W7's own (X W1ᵀ, A W2ᵀ, Dᵀ X) and larger ones. Against Eigen's matrices of
// constant size.
#include "measure.hpp"
#if __has_include(<Eigen/Dense>)
#include <Eigen/Dense>
#define TAPELESS_BENCH_EIGEN
#endif

namespace {

using namespace bench;

template <std::size_t R, std::size_t C>
tl::tensor<float, tl::mat<R, C>> matrix() {
  tl::tensor<float, tl::mat<R, C>> m{};
  fill(m);
  return m;
}
template <bool Transposed, class M>
constexpr auto turned(M m) {
  if constexpr (Transposed) return transpose(m);
  else return m;
}

#ifdef TAPELESS_BENCH_EIGEN
template <std::size_t R, std::size_t C>
auto mapped(auto* numbers) {
  using dense = Eigen::Matrix<float, int{R}, int{C}, Eigen::RowMajor>;
  return Eigen::Map<std::conditional_t<std::is_const_v<std::remove_pointer_t<decltype(numbers)>>, const dense, dense>>(numbers);
}
template <bool Transposed>
auto turned_by_eigen(auto m) {
  if constexpr (Transposed) return m.transpose();
  else return m;
}
#endif

/// (M×K)(K×N), of operands that lie as they are or transposed.
template <std::size_t M, std::size_t K, std::size_t N, bool LeftTransposed = false, bool RightTransposed = false>
bool add_product(const std::string& name) {
  static constexpr std::size_t R1 = LeftTransposed ? K : M, C1 = LeftTransposed ? M : K, R2 = RightTransposed ? N : K, C2 = RightTransposed ? K : N;
  static constexpr work done{static_cast<double>(M * K * N), "float"};
  static constexpr auto A = tl::input<"A", tl::mat<R1, C1>>;
  static constexpr auto B = tl::input<"B", tl::mat<R2, C2>>;
#ifdef TAPELESS_BENCH_EIGEN
  add(name + "/by hand, Eigen", [](run& runner) {
    auto a = matrix<R1, C1>();
    auto b = matrix<R2, C2>();
    auto c = matrix<M, N>();
    runner.measure([&] {
      mapped<M, N>(c.data()).noalias() =
          turned_by_eigen<LeftTransposed>(mapped<R1, C1>(a.data())) * turned_by_eigen<RightTransposed>(mapped<R2, C2>(b.data()));
      return std::span(c);
    }, a, b);
  }, done);
#endif
  return add(name + "/generated", [](run& runner) {
    constexpr auto product = tl::function(turned<LeftTransposed>(A) * turned<RightTransposed>(B));
    auto a = matrix<R1, C1>();
    auto b = matrix<R2, C2>();
    runner.measure([&] { return product(A = a, B = b); }, a, b);
  }, done);
}

[[maybe_unused]] const bool added[] = {
    add_product<32, 64, 128>("product 32x64 * 64x128"),
    add_product<32, 64, 128, false, true>("product 32x64 * (128x64)ᵀ"),
    add_product<32, 128, 10, false, true>("product 32x128 * (10x128)ᵀ"),
    add_product<128, 32, 64, true, false>("product (32x128)ᵀ * 32x64"),
    add_product<64, 128, 128>("product 64x128 * 128x128"),
    add_product<128, 128, 128>("product 128x128 * 128x128"),
};

}  // namespace
