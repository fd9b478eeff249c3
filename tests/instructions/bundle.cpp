// SPDX-License-Identifier: BSL-1.0
// The reprojection error of bundle adjustment (ADBench's formula, for a rotation that is not 0) and its Jacobian, 2×15:
// rotation vector, centre, focal length, principal point, two radial distortions of a camera; a point; a weight. The two rows of the
// Jacobian are computed side by side, in two lanes (docs/design/006-fusion.md), where by hand they are a loop. What is divided by one
// number is divided five times, as written, where code by hand multiplies by the reciprocal.
// MOST: CALLED 0.93 INLINED 0.93
#include <algorithm>
#include <array>
#include <tapeless/tapeless.hpp>

#include "bundle.hpp"
#include "count.hpp"

namespace {

namespace tl = tapeless;
using namespace reprojection;
using namespace tl::literals;
using math = tl::math::standard_math;

constexpr auto program = tl::function(e, tl::jacobian(e, in));

using camera = tl::tensor<double, tl::vec<15>>;
using point = tl::tensor<double, tl::vec<2>>;
using result = decltype(program(in = camera{}, feature = point{}));

[[gnu::noinline]] result called(const camera* at, const point* seen) { return program(in = *at, feature = *seen); }
[[gnu::noinline, gnu::flatten]] result inlined(const camera* at, const point* seen) { return program(in = *at, feature = *seen); }

[[gnu::noinline, gnu::flatten]] void by_hand(const camera* at, const point* seen, result* __restrict out) {
  const double* const v = at->data();
  double* __restrict const J = std::get<1>(*out).data();
  const double f = v[6], k1 = v[9], k2 = v[10], weight = v[14];
  const double q0 = v[11] - v[3], q1 = v[12] - v[4], q2 = v[13] - v[5];
  const double angle = math::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]), inverse = 1 / angle;
  const auto both = math::sincos(angle);
  const double c = both.cos, s = both.sin, w0 = v[0] * inverse, w1 = v[1] * inverse, w2 = v[2] * inverse;
  const double x0 = w1 * q2 - w2 * q1, x1 = w2 * q0 - w0 * q2, x2 = w0 * q1 - w1 * q0;
  const double along = w0 * q0 + w1 * q1 + w2 * q2, rest = 1 - c, share = along * rest;
  const double c0 = q0 * c + x0 * s + w0 * share, c1 = q1 * c + x1 * s + w1 * share, c2 = q2 * c + x2 * s + w2 * share;
  const double depth = 1 / c2, p0 = c0 * depth, p1 = c1 * depth, rsq = p0 * p0 + p1 * p1;
  const double L = 1 + (k1 + k2 * rsq) * rsq, m = 2 * k1 + 4 * k2 * rsq, l0 = p0 * L, l1 = p1 * L;
  const double wf = weight * f, wfd = wf * depth;
  const double d01 = m * p0 * p1, d00 = m * p0 * p0 + L, d11 = m * p1 * p1 + L;
  const double off0 = l0 * f + v[7] - seen->data()[0], off1 = l1 * f + v[8] - seen->data()[1];
  std::get<0>(*out)[0] = weight * off0;
  std::get<0>(*out)[1] = weight * off1;
  const double by_point[2][3] = {{wfd * d00, wfd * d01, -wfd * (d00 * p0 + d01 * p1)}, {wfd * d01, wfd * d11, -wfd * (d01 * p0 + d11 * p1)}};
  const double u0 = c * x0 - s * q0 + s * along * w0, u1 = c * x1 - s * q1 + s * along * w1, u2 = c * x2 - s * q2 + s * along * w2;
#pragma GCC unroll 2
  for (int k = 0; k < 2; ++k) {
    const double a0 = by_point[k][0], a1 = by_point[k][1], a2 = by_point[k][2];
    double* __restrict const row = J + 15 * k;
    const double of_axis = rest * (a0 * w0 + a1 * w1 + a2 * w2), of_point = rest * along;
    const double g0 = c * a0 - s * (w1 * a2 - w2 * a1) + of_axis * w0;
    const double g1 = c * a1 - s * (w2 * a0 - w0 * a2) + of_axis * w1;
    const double g2 = c * a2 - s * (w0 * a1 - w1 * a0) + of_axis * w2;
    const double b0 = s * (q1 * a2 - q2 * a1) + of_point * a0 + of_axis * q0;
    const double b1 = s * (q2 * a0 - q0 * a2) + of_point * a1 + of_axis * q1;
    const double b2 = s * (q0 * a1 - q1 * a0) + of_point * a2 + of_axis * q2;
    const double by_angle = a0 * u0 + a1 * u1 + a2 * u2 - inverse * (b0 * w0 + b1 * w1 + b2 * w2);
    row[0] = w0 * by_angle + inverse * b0, row[1] = w1 * by_angle + inverse * b1, row[2] = w2 * by_angle + inverse * b2;
    row[3] = -g0, row[4] = -g1, row[5] = -g2;
    row[11] = g0, row[12] = g1, row[13] = g2;
  }
  const double r0 = wf * p0 * rsq, r1 = wf * p1 * rsq;
  J[6] = weight * l0, J[7] = weight, J[8] = 0, J[9] = r0, J[10] = r0 * rsq, J[14] = off0;
  J[21] = weight * l1, J[22] = 0, J[23] = weight, J[24] = r1, J[25] = r1 * rsq, J[29] = off1;
}
std::array<double, 32> numbers(const result& r) {
  std::array<double, 32> all;
  std::copy(std::get<0>(r).begin(), std::get<0>(r).end(), all.begin());
  std::copy(std::get<1>(r).begin(), std::get<1>(r).end(), all.begin() + 2);
  return all;
}

}  // namespace

int main() {
  const camera at = {0.1, -0.2, 0.3, 0.2, -0.1, 0.4, 500, 320, 240, 0.01, -0.002, 1.2, 0.7, 5, 1};
  const point seen = {310, 250};
  return instructions::compare(called, inlined, by_hand, numbers, &at + 0, &seen + 0);
}
