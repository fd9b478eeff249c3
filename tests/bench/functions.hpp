// SPDX-License-Identifier: BSL-1.0
#pragma once
// The scalar workloads as peers take them: functions that are templates over the type of their numbers, and where they
// are differentiated.
#include "versions.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace bench {

/// Bishop's network 2-3-2, of its 17 weights.
struct bishop {
  static constexpr const char* workload = "w1";
  static constexpr std::size_t inputs = 17, outputs = 1;
  std::array<double, 2> x{}, t{};
  bishop() { fill(x), fill(t); }
  static std::array<double, inputs> at() {
    std::array<double, inputs> weights{};
    fill(weights);
    return weights;
  }
  template <class T>
  void operator()(const T* w, T* out) const {
    using std::tanh;
    T h[3], d[2];
    for (std::size_t i = 0; i < 3; ++i) {
      const T z = w[2 * i] * x[0] + w[2 * i + 1] * x[1] + w[6 + i];
      h[i] = tanh(z);
    }
    for (std::size_t k = 0; k < 2; ++k) d[k] = w[9 + 3 * k] * h[0] + w[10 + 3 * k] * h[1] + w[11 + 3 * k] * h[2] + w[15 + k] - t[k];
    out[0] = 0.5 * (d[0] * d[0] + d[1] * d[1]);
  }
};

/// 30 dependent sines, of the first two rungs.
struct ladder {
  static constexpr const char* workload = "w2";
  static constexpr std::size_t inputs = 2, outputs = 1;
  static constexpr std::array<double, inputs> at() { return {0.3, 0.4}; }
  template <class T>
  void operator()(const T* in, T* out) const {
    using std::sin;
    T a = in[0], b = in[1];
    for (int k = 0; k < 30; ++k) {
      const T next = sin(b) * a + b;
      a = b;
      b = next;
    }
    out[0] = b;
  }
};

/// The reprojection error of bundle adjustment, of camera, point and weight.
struct bundle {
  static constexpr const char* workload = "w6";
  static constexpr std::size_t inputs = 15, outputs = 2;
  std::array<double, 2> feature{};
  bundle() { fill(feature); }
  static constexpr std::array<double, inputs> at() {
    return {0.1, -0.2, 0.3, 0.2, -0.1, 0.4, 500, 320, 240, 0.01, -0.002, 1.2, 0.7, 5, 1};
  }
  template <class T>
  void operator()(const T* in, T* out) const {
    using std::cos, std::sin, std::sqrt;
    const T square = in[0] * in[0] + in[1] * in[1] + in[2] * in[2];
    const T theta = sqrt(square), c = cos(theta), s = sin(theta);
    const T w[3] = {in[0] / theta, in[1] / theta, in[2] / theta};
    const T q[3] = {in[11] - in[3], in[12] - in[4], in[13] - in[5]};
    const T along = (w[0] * q[0] + w[1] * q[1] + w[2] * q[2]) * (1.0 - c);
    T p[3];
    for (int i = 0; i < 3; ++i) {
      const int j = (i + 1) % 3, k = (i + 2) % 3;
      p[i] = q[i] * c + (w[j] * q[k] - w[k] * q[j]) * s + w[i] * along;
    }
    const T u = p[0] / p[2], v = p[1] / p[2], rsq = u * u + v * v;
    const T zoom = (1.0 + (in[9] + in[10] * rsq) * rsq) * in[6];
    out[0] = in[14] * (u * zoom + in[7] - feature[0]);
    out[1] = in[14] * (v * zoom + in[8] - feature[1]);
  }
};

/// The price of a call option by Black and Scholes, of spot, strike, time and volatility; the rate is 1 %.
struct call_option {
  static constexpr std::size_t inputs = 4, outputs = 1;
  static constexpr std::array<double, inputs> at() { return {80, 120, 0.1, 0.1}; }
  template <class T>
  void operator()(const T* in, T* out) const {
    using std::erfc, std::exp, std::log, std::sqrt;
    const T &S = in[0], &K = in[1], &t = in[2], &v = in[3];
    const T moneyness = S / K, spread = v * sqrt(t);
    const T d1 = (log(moneyness) + (0.01 + 0.5 * (v * v)) * t) / spread, d2 = d1 - spread;
    const T a = -0.70710678118654752 * d1, b = -0.70710678118654752 * d2, rt = -0.01 * t;
    out[0] = 0.5 * (S * erfc(a) - K * exp(rt) * erfc(b));
  }
};

/// 4,096 options with their prices and derivatives.
struct market {
  static constexpr std::size_t options = 4096;
  std::vector<double> S = range(80, 120), K = range(120, 80), t = range(0.1, 2), v = range(0.1, 0.6);
  std::vector<double> value = range(0, 0), by_S = value, by_K = value, by_t = value, by_v = value;

  auto results() const { return std::tie(value, by_S, by_K, by_t, by_v); }
  static std::vector<double> range(double first, double last) {
    std::vector<double> numbers(options);
    for (std::size_t i = 0; i < options; ++i) numbers[i] = first + (last - first) * static_cast<double>(i) / options;
    return numbers;
  }
};

}  // namespace bench
