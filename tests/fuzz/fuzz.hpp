// SPDX-License-Identifier: BSL-1.0
#pragma once
// What the generated programs are written in: their inputs, and the comparison with 60 digits.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tapeless/tapeless.hpp>
#include <tuple>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

inline constexpr auto a = tl::input<"a">;
inline constexpr auto b = tl::input<"b">;
inline constexpr auto v = tl::input<"v", tl::vec<3>>;
inline constexpr auto w = tl::input<"w", tl::vec<3>>;
inline constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
inline constexpr auto M = tl::parameter<"M", tl::mat<3, 3>>;

/// Rounding grows with what is summed: the error is measured by the largest number in sight.
inline void check_near(double got, double wanted, double scale = 1) {
  INFO(got << " instead of " << wanted);
  CHECK(std::abs(got - wanted) <= 1e-11 * std::max({1.0, std::abs(wanted), scale}));
}

template <class Pack, std::size_t N>
void check_near(const Pack& got, const double (&wanted)[N]) {
  REQUIRE(got.size() == N);
  double scale = 1;
  for (const double x : wanted) scale = std::max(scale, std::abs(x));
  for (std::size_t i = 0; i < N; ++i) {
    INFO("entry " << i);
    check_near(got.data()[i], wanted[i], scale);
  }
}
