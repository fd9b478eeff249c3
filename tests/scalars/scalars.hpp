// SPDX-License-Identifier: BSL-1.0
// A program on packs of lanes gives in each lane what it gives for that lane's numbers alone.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tapeless/tapeless.hpp>
#include <vector>

#include "catch.hpp"

namespace scalars {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto r = tl::input<"r">;
constexpr auto s = tl::input<"s">;
constexpr auto x = tl::input<"x", tl::vec<2>>;
constexpr auto t = tl::input<"t", tl::vec<2>>;
constexpr auto X = tl::input<"X", tl::mat<3, 2>>;
constexpr auto W = tl::parameter<"W", tl::mat<3, 2>>;
constexpr auto b = tl::parameter<"b", tl::vec<3>>;
constexpr auto V = tl::parameter<"V", tl::mat<2, 3>>;
constexpr auto c = tl::parameter<"c", tl::vec<2>>;

/// Of every kind of value rule one.
constexpr auto network = 0.5_c * sum(square(V * tanh(W * x + b) + c - t));
constexpr auto choices = select(gt(s, r), s * r, sin(s)) + relu(s - r) + max(s, r) * min(s, 2_c * r) + abs(s) + clamp(s, -0.25_c, r) + sign(r);
constexpr auto functions = s * exp2(r) + sigmoid(r) + softplus(s) + pow(2_c + r, s) + atan2(s, 1_c + square(r));
constexpr auto matrices = cross_entropy(X * V, broadcast<tl::mat<3, 3>>(b)) + norm(b) + logsumexp(softmax(x)) + max_element(x);

/// Repeatable numbers in [-1, 1).
template <class Range>
void fill(Range& numbers, unsigned state) {
  for (auto& p : numbers) p = static_cast<double>((state = state * 1664525u + 1013904223u) >> 8) * 0x1p-23 - 1;
}

/// `lane(pack, k)` is number k of a pack, `pack_of(f)` the pack whose number k is f(k).
template <class Pack, std::size_t Lanes, class E, class Variables, class PackOf, class Lane>
void same_in_each_lane(E e, Variables variables, PackOf pack_of, Lane lane) {
  constexpr auto step = tl::value_and_gradient(E{}, Variables{});
  std::vector alone(Lanes, tl::zeros<double>(variables));
  for (std::size_t k = 0; k < Lanes; ++k) fill(alone[k], static_cast<unsigned>(k + 1));
  auto together = tl::zeros<Pack>(variables);
  for (std::size_t i = 0; i < together.size(); ++i) together.data()[i] = pack_of([&](std::size_t k) { return alone[k].data()[i]; });

  const auto [value, gradient] = step(together);
  auto twice = gradient;
  const Pack again = step.accumulate(twice, together);
  const Pack value_alone = tl::function(e)(together);
  for (std::size_t k = 0; k < Lanes; ++k) {
    CAPTURE(k);
    const auto expected = step(alone[k]);
    const auto near = [](double number) { return Approx(number).margin(1e-14).epsilon(1e-14); };
    CHECK(lane(value, k) == near(expected.value));
    CHECK(lane(again, k) == near(expected.value));
    CHECK(lane(value_alone, k) == near(expected.value));
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      CHECK(lane(gradient.data()[i], k) == near(expected.gradient.data()[i]));
      CHECK(lane(twice.data()[i], k) == near(2 * expected.gradient.data()[i]));
    }
  }
}

template <class Pack, std::size_t Lanes, class PackOf, class Lane>
void all_the_same_in_each_lane(PackOf pack_of, Lane lane) {
  same_in_each_lane<Pack, Lanes>(network, tl::wrt(W, b, V, c, x, t), pack_of, lane);
  same_in_each_lane<Pack, Lanes>(choices, tl::wrt(r, s), pack_of, lane);
  same_in_each_lane<Pack, Lanes>(functions, tl::wrt(r, s), pack_of, lane);
  same_in_each_lane<Pack, Lanes>(matrices, tl::wrt(X, V, b, x), pack_of, lane);
}

}  // namespace scalars
