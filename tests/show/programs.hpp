// SPDX-License-Identifier: BSL-1.0
#pragma once
// The programs that are printed, compiled and compared.
#include <tapeless/diff/derivative.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>

namespace programs {

namespace tl = tapeless;
using namespace tl::literals;

inline constexpr auto p = tl::input<"p">;
inline constexpr auto q = tl::input<"q">;
inline constexpr auto i = tl::input<"i">;            // needed as an index
inline constexpr auto odd = tl::input<"new value">;  // no identifier
inline constexpr auto u = tl::input<"u", tl::vec<2>>;
inline constexpr auto t = tl::input<"t", tl::vec<3>>;
inline constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
inline constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
inline constexpr auto W2 = tl::parameter<"W2", tl::mat<3, 3>>;
inline constexpr auto b2 = tl::parameter<"b2", tl::vec<3>>;

// a network with the mean of squares, and one with cross-entropy
inline constexpr auto y = W2 * tanh(W1 * u + b1) + b2;
inline constexpr auto squares = 0.5_c * sum(square(y - t));
inline constexpr auto entropy = cross_entropy(y, t) + 1e-3_c * sum(square(W1));

// every scalar function
inline constexpr auto scalars = sin(p) * q / (cos(q) + 3_c) - exp(-p) * log(q) + tanh(p * q) * sigmoid(p) + sqrt(q) +
                                relu(p - q) * softplus(q) + square(p) * select(gt(p, q), p, -q) + i * odd;

// every structured operation
inline constexpr auto logs = log(softmax(y) + 1_c);
inline constexpr auto tensors = outer(b1, transpose(W1) * logs) * u * p + W2(1_c, 2_c) * t;
inline constexpr auto root = logsumexp(tensors) + dot(t, W2 * W2 * b1) + u[1_c] * sum(transpose(W2) * W1) +
                             sum(relu(W1) - tl::broadcast<tl::mat<3, 2>>(q));

// vectors that are read in parts and put together
inline constexpr auto joined = concat(concat(tl::segment<0, 2>(b1), sin(p)), tl::reshape<tl::vec<6>>(W1) * q);
inline constexpr auto parts = joined[1_c] * joined[5_c] + tl::reshape<tl::scalar>(tl::reshape<tl::mat<1, 1>>(p * q)) * sum(square(tl::segment<2, 4>(joined))) +
                              dot(tl::row<0>(W1), sin(tl::row<2>(W1)));

}  // namespace programs
