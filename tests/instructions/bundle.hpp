// SPDX-License-Identifier: BSL-1.0
// The reprojection error of bundle adjustment (ADBench's formula, for a rotation that is not 0), as an expression. tests/bench has it, too.
#pragma once
#include <tapeless/tapeless.hpp>

namespace reprojection {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto in = tl::input<"in", tl::vec<15>>;
constexpr auto feature = tl::input<"feature", tl::vec<2>>;

constexpr auto rotated() {
  constexpr auto r0 = in[0_c];
  constexpr auto r1 = in[1_c];
  constexpr auto r2 = in[2_c];
  constexpr auto q0 = in[11_c] - in[3_c];
  constexpr auto q1 = in[12_c] - in[4_c];
  constexpr auto q2 = in[13_c] - in[5_c];
  constexpr auto theta = sqrt(r0 * r0 + r1 * r1 + r2 * r2);
  constexpr auto c = cos(theta);
  constexpr auto s = sin(theta);
  constexpr auto w0 = r0 / theta;
  constexpr auto w1 = r1 / theta;
  constexpr auto w2 = r2 / theta;
  constexpr auto along = (w0 * q0 + w1 * q1 + w2 * q2) * (1_c - c);
  return concat(q0 * c + (w1 * q2 - w2 * q1) * s + w0 * along, q1 * c + (w2 * q0 - w0 * q2) * s + w1 * along,
                q2 * c + (w0 * q1 - w1 * q0) * s + w2 * along);
}
constexpr auto error() {
  constexpr auto p = rotated();
  constexpr auto p0 = p[0_c] / p[2_c];
  constexpr auto p1 = p[1_c] / p[2_c];
  constexpr auto rsq = p0 * p0 + p1 * p1;
  constexpr auto L = 1_c + (in[9_c] + in[10_c] * rsq) * rsq;
  return concat(in[14_c] * (p0 * L * in[6_c] + in[7_c] - feature[0_c]), in[14_c] * (p1 * L * in[6_c] + in[8_c] - feature[1_c]));
}
constexpr auto e = error();

}  // namespace reprojection
