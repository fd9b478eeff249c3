// SPDX-License-Identifier: BSL-1.0
// Boost.Math's autodiff: forward. Its number of many variables is nested, 2ⁿ coefficients for n inputs; so one sweep for each input.
#include "scalar_peer.hpp"

#include <boost/math/differentiation/autodiff.hpp>

namespace {

template <class F>
struct boost_autodiff {
  using number = boost::math::differentiation::autodiff_fvar<double, 1>;
  F f;
  void operator()(const double* at, double* values, double* jacobian) const {
    number in[F::inputs], out[F::outputs];
    for (std::size_t i = 0; i < F::inputs; ++i) in[i] = at[i];
    for (std::size_t i = 0; i < F::inputs; ++i) {
      in[i] = boost::math::differentiation::make_fvar<double, 1>(at[i]);
      f(in, out);
      in[i] = at[i];
      for (std::size_t k = 0; k < F::outputs; ++k) jacobian[k * F::inputs + i] = out[k].derivative(1);
    }
    for (std::size_t k = 0; k < F::outputs; ++k) values[k] = out[k].derivative(0);
  }
};

[[maybe_unused]] const bool added = bench::add_peer<boost_autodiff>("Boost.Math autodiff");

}  // namespace
