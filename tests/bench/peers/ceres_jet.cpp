// SPDX-License-Identifier: BSL-1.0
// Ceres' Jet: forward, all derivatives at once in a vector of constant size.
#include "scalar_peer.hpp"

#include <ceres/jet.h>

namespace {

template <class F>
struct ceres_jet {
  static constexpr int n = static_cast<int>(F::inputs);
  using number = ceres::Jet<double, n>;
  F f;
  void operator()(const double* at, double* values, double* jacobian) const {
    number in[F::inputs], out[F::outputs];
    for (int i = 0; i < n; ++i) in[i] = number(at[i], i);
    f(in, out);
    for (std::size_t k = 0; k < F::outputs; ++k) {
      values[k] = out[k].a;
      for (std::size_t i = 0; i < F::inputs; ++i) jacobian[k * F::inputs + i] = out[k].v[static_cast<int>(i)];
    }
  }
};

[[maybe_unused]] const bool added = bench::add_peer<ceres_jet>("Ceres Jet");

}  // namespace
