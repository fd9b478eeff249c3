// SPDX-License-Identifier: BSL-1.0
// What a layer of n units with n inputs does, at round and odd n, of double: W x, Wᵀ d, W + d xᵀ, and all three in the gradient of
// ½|W x|² by W and x. Against plain loops and Eigen's matrices of constant size.
#include "measure.hpp"
#if __has_include(<Eigen/Dense>)
#include <Eigen/Dense>
#define TAPELESS_BENCH_EIGEN
#endif

namespace {

using namespace bench;
using namespace tl::literals;

template <std::size_t N>
struct by_loops {
  using vector = tl::tensor<double, tl::vec<N>>;
  using matrix = tl::tensor<double, tl::mat<N, N>>;

  static void multiply(const matrix& W, const vector& x, vector& y) {
    for (std::size_t i = 0; i < N; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < N; ++j) sum += W(i, j) * x[j];
      y[i] = sum;
    }
  }
  static void multiply_transposed(const matrix& W, const vector& d, vector& y) {
    y = {};
    for (std::size_t i = 0; i < N; ++i)
      for (std::size_t j = 0; j < N; ++j) y[j] += W(i, j) * d[i];
  }
  static void add_outer(const matrix& W, const vector& d, const vector& x, matrix& y) {
    for (std::size_t i = 0; i < N; ++i)
      for (std::size_t j = 0; j < N; ++j) y(i, j) = W(i, j) + d[i] * x[j];
  }
  static double gradient(const matrix& W, const vector& x, matrix& by_W, vector& by_x) {
    vector h;
    multiply(W, x, h);
    double sum = 0;
    for (std::size_t i = 0; i < N; ++i) sum += h[i] * h[i];
    for (std::size_t i = 0; i < N; ++i)
      for (std::size_t j = 0; j < N; ++j) by_W(i, j) = h[i] * x[j];
    multiply_transposed(W, h, by_x);
    return 0.5 * sum;
  }
};

#ifdef TAPELESS_BENCH_EIGEN
template <std::size_t N>
struct by_eigen {
  using vector = tl::tensor<double, tl::vec<N>>;
  using matrix = tl::tensor<double, tl::mat<N, N>>;
  using square = Eigen::Matrix<double, int{N}, int{N}, Eigen::RowMajor>;
  using column = Eigen::Matrix<double, int{N}, 1>;
  static auto of(const matrix& m) { return Eigen::Map<const square>(m.data()); }
  static auto of(const vector& v) { return Eigen::Map<const column>(v.data()); }
  static auto of(matrix& m) { return Eigen::Map<square>(m.data()); }
  static auto of(vector& v) { return Eigen::Map<column>(v.data()); }

  static void multiply(const matrix& W, const vector& x, vector& y) { of(y).noalias() = of(W) * of(x); }
  static void multiply_transposed(const matrix& W, const vector& d, vector& y) { of(y).noalias() = of(W).transpose() * of(d); }
  static void add_outer(const matrix& W, const vector& d, const vector& x, matrix& y) { of(y).noalias() = of(W) + of(d) * of(x).transpose(); }
  static double gradient(const matrix& W, const vector& x, matrix& by_W, vector& by_x) {
    const column h = of(W) * of(x);
    of(by_W).noalias() = h * of(x).transpose();
    of(by_x).noalias() = of(W).transpose() * h;
    return 0.5 * h.squaredNorm();
  }
};
#endif

template <std::size_t N>
struct layer {
  static constexpr auto W = tl::parameter<"W", tl::mat<N, N>>;
  static constexpr auto x = tl::input<"x", tl::vec<N>>;
  static constexpr auto d = tl::input<"d", tl::vec<N>>;
  static constexpr work product{static_cast<double>(N * N), "double"}, whole{3.0 * static_cast<double>(N * N), "double"};
  using vector = tl::tensor<double, tl::vec<N>>;
  using matrix = tl::tensor<double, tl::mat<N, N>>;

  /// f(W, x, d)
  template <class F>
  static auto measured(F f) {
    return [=](run& runner) {
      matrix weights{};
      fill(weights);
      auto inputs = numbers<N>(), deltas = numbers<N>();
      runner.measure([&] { return f(weights, inputs, deltas); }, weights, inputs, deltas);
    };
  }
  static std::string name(const char* what) { return "sizes, " + std::string(what) + ", " + std::to_string(N) + "/"; }

  template <class Program>
  static auto generated(Program program) {
    return measured([=](const matrix& weights, const vector& inputs, const vector& deltas) { return program(W = weights, x = inputs, d = deltas); });
  }
  template <class Hand>
  static void add_by_hand(const std::string& who) {
    add(name("W x") + who, measured([](const matrix& weights, const vector& inputs, const vector&) {
          vector result;
          Hand::multiply(weights, inputs, result);
          return result;
        }), product);
    add(name("Wᵀ d") + who, measured([](const matrix& weights, const vector&, const vector& deltas) {
          vector result;
          Hand::multiply_transposed(weights, deltas, result);
          return result;
        }), product);
    add(name("W + d xᵀ") + who, measured([](const matrix& weights, const vector& inputs, const vector& deltas) {
          matrix result;
          Hand::add_outer(weights, deltas, inputs, result);
          return result;
        }), product);
    add(name("gradient") + who, measured([](const matrix& weights, const vector& inputs, const vector&) {
          std::tuple<double, matrix, vector> result;
          std::get<0>(result) = Hand::gradient(weights, inputs, std::get<1>(result), std::get<2>(result));
          return result;
        }), whole);
  }
  static bool add_all() {
    add(name("W x") + "generated", generated(tl::function(W * x)), product);
    add(name("Wᵀ d") + "generated", generated(tl::function(transpose(W) * d)), product);
    add(name("W + d xᵀ") + "generated", generated(tl::function(W + outer(d, x))), product);
    add(name("gradient") + "generated", generated(tl::value_and_gradient(0.5_c * squared_norm(W * x), tl::wrt(W, x))), whole);
    add_by_hand<by_loops<N>>("by hand, loops");
#ifdef TAPELESS_BENCH_EIGEN
    add_by_hand<by_eigen<N>>("by hand, Eigen");
#endif
    return true;
  }
};

[[maybe_unused]] const bool added[] = {layer<3>::add_all(),  layer<4>::add_all(),  layer<5>::add_all(),  layer<7>::add_all(), layer<8>::add_all(),
                                       layer<16>::add_all(), layer<17>::add_all(), layer<32>::add_all(), layer<33>::add_all()};

}  // namespace
