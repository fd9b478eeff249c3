// SPDX-License-Identifier: BSL-1.0
// The training that device and host both run. What comes out is one number, made of the bits of all losses and weights.
#pragma once
#include <array>
#include <bit>
#include <cstdint>

#include "networks.hpp"

namespace networks {

inline constexpr int steps = 200, proved_steps = 10;

/// Numbers between -1 and 1, the same everywhere.
struct noise {
  std::uint32_t state = 1;
  constexpr float operator()() {
    state = 1664525 * state + 1013904223;
    return static_cast<float>(static_cast<std::int32_t>(state) >> 8) * 0x1p-23f;
  }
};

template <class Network>
struct training {
  typename Network::weights theta{};
  std::array<typename Network::inputs, 50> at{};
  std::array<typename Network::targets, 50> wanted{};
  std::uint32_t digest = 0x811c9dc5;  // FNV-1a

  constexpr training() {
    noise random;
    for (float& weight : theta) weight = 0.5f * random();
    for (std::size_t i = 0; i < at.size(); ++i) {
      for (float& number : at[i]) number = random();
      wanted[i] = Network::target(at[i]);
    }
  }

  constexpr void add(float number) { digest = (digest ^ std::bit_cast<std::uint32_t>(number)) * 0x01000193; }

  /// `one_step` is step<Network>, or that function compiled apart.
  template <class Step>
  constexpr void operator()(Step one_step, int count) {
    for (int i = 0; i < count; ++i) {
      const std::size_t example = static_cast<std::size_t>(i) % at.size();
      add(one_step(theta, at[example], wanted[example]));
    }
    for (const float weight : theta) add(weight);
  }
};

/// What the first steps give, computed by the compiler.
template <class Network>
inline constexpr std::uint32_t proved = [] {
  training<Network> run;
  run(step<Network>, proved_steps);
  return run.digest;
}();

}  // namespace networks
