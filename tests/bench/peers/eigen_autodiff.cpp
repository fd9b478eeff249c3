// SPDX-License-Identifier: BSL-1.0
// Eigen's AutoDiffScalar: forward, all derivatives at once in a vector of constant size.
#include "scalar_peer.hpp"

#include <Eigen/Core>
#include <unsupported/Eigen/AutoDiff>

namespace Eigen {

template <class D>
auto erfc(const AutoDiffScalar<D>& x) {  // it has none
  const double slope = -1.1283791670955126 * std::exp(-x.value() * x.value());
  return MakeAutoDiffScalar(std::erfc(x.value()), x.derivatives() * slope);
}

}  // namespace Eigen

namespace {

template <class F>
struct eigen_autodiff {
  static constexpr int n = static_cast<int>(F::inputs);
  using number = Eigen::AutoDiffScalar<Eigen::Matrix<double, n, 1>>;
  F f;
  void operator()(const double* at, double* values, double* jacobian) const {
    number in[F::inputs], out[F::outputs];
    for (int i = 0; i < n; ++i) in[i] = number(at[i], n, i);
    f(in, out);
    for (std::size_t k = 0; k < F::outputs; ++k) {
      values[k] = out[k].value();
      for (std::size_t i = 0; i < F::inputs; ++i) jacobian[k * F::inputs + i] = out[k].derivatives()[static_cast<int>(i)];
    }
  }
};

[[maybe_unused]] const bool added = bench::add_peer<eigen_autodiff>("Eigen AutoDiff");

}  // namespace
