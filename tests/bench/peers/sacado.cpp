// SPDX-License-Identifier: BSL-1.0
// Sacado's SFad: forward, all derivatives at once in an array of constant size, expression templates.
#include "scalar_peer.hpp"

#define TRILINOS_NO_CONFIG_H  // which would ask for Kokkos, Teuchos and MPI
#include <Sacado_No_Kokkos.hpp>

namespace Sacado::Fad {

template <int N>
SFad<double, N> erfc(const SFad<double, N>& x) {  // it has none
  SFad<double, N> y(std::erfc(x.val()));
  const double slope = -1.1283791670955126 * std::exp(-x.val() * x.val());
  for (int i = 0; i < N; ++i) y.fastAccessDx(i) = slope * x.fastAccessDx(i);
  return y;
}

}  // namespace Sacado::Fad

namespace {

template <class F>
struct sacado {
  static constexpr int n = static_cast<int>(F::inputs);
  using number = Sacado::Fad::SFad<double, n>;
  F f;
  void operator()(const double* at, double* values, double* jacobian) const {
    number in[F::inputs], out[F::outputs];
    for (int i = 0; i < n; ++i) in[i] = number(n, i, at[i]);
    f(in, out);
    for (std::size_t k = 0; k < F::outputs; ++k) {
      values[k] = out[k].val();
      for (std::size_t i = 0; i < F::inputs; ++i) jacobian[k * F::inputs + i] = out[k].dx(static_cast<int>(i));
    }
  }
};

[[maybe_unused]] const bool added = bench::add_peer<sacado>("Sacado SFad");

}  // namespace
