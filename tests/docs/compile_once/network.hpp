// SPDX-License-Identifier: BSL-1.0
#pragma once
#include <tapeless/codegen/pack.hpp>
#include <tapeless/expr/leaf.hpp>

namespace network {

inline constexpr auto W1 = tapeless::parameter<"W1", tapeless::mat<3, 2>>;
inline constexpr auto b1 = tapeless::parameter<"b1", tapeless::vec<3>>;
inline constexpr auto w2 = tapeless::parameter<"w2", tapeless::vec<3>>;

using parameters = tapeless::pack<float, decltype(W1), decltype(b1), decltype(w2)>;
using sample = tapeless::tensor<float, tapeless::vec<2>>;

float output(const parameters& theta, const sample& x);

/// Returns half the squared error, and adds its gradient.
float add_gradient(parameters& gradient, const parameters& theta, const sample& x, float target);

}  // namespace network
