// SPDX-License-Identifier: BSL-1.0
// The reprojection error of bundle adjustment (ADBench's formula, for a rotation that is not 0) and its Jacobian, 2×15: rotation vector,
// centre, focal length, principal point, two radial distortions of a camera; a point; a weight.
#include "functions.hpp"
#include "measure.hpp"
#include "../instructions/bundle.hpp"
#include <algorithm>
#include <w6_ba.hpp>

namespace {

using namespace bench;
using namespace reprojection;
using namespace tl::literals;

template <class Program>
void generated(run& runner, Program program) {
  tl::tensor<double, tl::vec<15>> camera{};
  std::ranges::copy(bundle::at(), camera.begin());
  auto seen = numbers<2>();
  runner.measure([&] { return program(in = camera, feature = seen); }, camera, seen);
}
template <class F>
void by_hand(run& runner, F f) {
  auto camera = bundle::at();
  auto seen = numbers<2>(), residual = seen;
  auto J = numbers<30>();
  runner.measure([&] {
    if constexpr (std::is_invocable_v<F&, double*, double*, double*>) {
      f(camera.data(), seen.data(), residual.data());
      return std::span(residual);
    } else {
      f(camera.data(), seen.data(), residual.data(), J.data());
      return std::tuple(std::span(residual), std::span(J));
    }
  }, camera, seen);
}

[[maybe_unused]] const bool added[] = {
    add("w6/generated", [](run& runner) { generated(runner, tl::function(e, tl::jacobian(e, in))); }),
    add("w6/by hand", [](run& runner) { by_hand(runner, [](auto p, auto f, auto errors, auto J) { w6_ba_jac(p, f, errors, J); }); }),
    add("w6/value, generated", [](run& runner) { generated(runner, tl::function(e)); }),
    add("w6/value by hand", [](run& runner) { by_hand(runner, [](auto p, auto f, auto errors) { w6_ba_value(p, f, errors); }); }),
};

}  // namespace
