// SPDX-License-Identifier: BSL-1.0
// The networks of the examples, for check_printed.py: Bishop's in scalars, the others in vectors.
#include "fuzz/fuzz.hpp"

namespace {

/// Numbers between -1/2 and 1/2, 41 different ones.
template <class Shape>
constexpr auto numbers() {
  tl::tensor<double, Shape> t{};
  for (std::size_t i = 0; i < t.size(); ++i) t[i] = 0.5 * static_cast<double>(i * 37 % 41) / 20.5 - 0.5;
  return t;
}

}  // namespace

namespace bishop {
constexpr auto x1 = tl::input<"x1">;
constexpr auto x2 = tl::input<"x2">;
constexpr auto t1 = tl::input<"t1">;
constexpr auto t2 = tl::input<"t2">;
template <tl::meta::fixed_string Name>
constexpr auto theta = tl::parameter<Name>;
constexpr auto h1 = tanh(theta<"w11"> * x1 + theta<"w12"> * x2 + theta<"w10">);
constexpr auto h2 = tanh(theta<"w21"> * x1 + theta<"w22"> * x2 + theta<"w20">);
constexpr auto h3 = tanh(theta<"w31"> * x1 + theta<"w32"> * x2 + theta<"w30">);
constexpr auto out_1 = theta<"v11"> * h1 + theta<"v12"> * h2 + theta<"v13"> * h3 + theta<"v10">;
constexpr auto out_2 = theta<"v21"> * h1 + theta<"v22"> * h2 + theta<"v23"> * h3 + theta<"v20">;
constexpr auto E = 0.5_c * (square(out_1 - t1) + square(out_2 - t2));
}  // namespace bishop

TEST_CASE("the network of the example bishop") {
  using namespace bishop;
  constexpr auto all = tl::wrt(x1, x2, t1, t2, theta<"w10">, theta<"w11">, theta<"w12">, theta<"w20">, theta<"w21">, theta<"w22">, theta<"w30">, theta<"w31">, theta<"w32">,
                               theta<"v10">, theta<"v11">, theta<"v12">, theta<"v13">, theta<"v20">, theta<"v21">, theta<"v22">, theta<"v23">);
  auto at = tl::zeros<double>(all);
  for (std::size_t i = 0; i < at.size(); ++i) at.data()[i] = at_run_time(numbers<tl::vec<21>>()[i]);
  constexpr auto step = tl::value_and_gradient<tl::math::libm_math>(E, all);
  const auto got = step(at);
  record("bishop", step, got, all, at);
  check_near(got.gradient[t1], at[t1] - tl::function(out_1)(at));
}

TEST_CASE("the network of the example xor") {
  constexpr auto x = tl::input<"x", tl::vec<2>>;
  constexpr auto t = tl::input<"t">;
  constexpr auto W1 = tl::parameter<"W1", tl::mat<3, 2>>;
  constexpr auto b1 = tl::parameter<"b1", tl::vec<3>>;
  constexpr auto w2 = tl::parameter<"w2", tl::vec<3>>;
  constexpr auto b2 = tl::parameter<"b2">;
  constexpr auto y = dot(w2, tanh(W1 * x + b1)) + b2;
  constexpr auto all = tl::wrt(x, t, W1, b1, w2, b2);
  constexpr auto step = tl::value_and_gradient(0.5_c * square(y - t), all);
  auto at = tl::zeros<double>(all);
  for (std::size_t i = 0; i < at.size(); ++i) at.data()[i] = numbers<tl::vec<16>>()[i];
  const auto got = step(at);
  record("exclusive_or", step, got, all, at);
  check_near(got.gradient[b2], tl::function(y)(at) - at[t]);
}

TEST_CASE("the network of the example digits") {
  constexpr auto x = tl::input<"x", tl::vec<64>>;
  constexpr auto target = tl::input<"target", tl::vec<10>>;
  constexpr auto W1 = tl::parameter<"W1", tl::mat<32, 64>>;
  constexpr auto b1 = tl::parameter<"b1", tl::vec<32>>;
  constexpr auto W2 = tl::parameter<"W2", tl::mat<10, 32>>;
  constexpr auto b2 = tl::parameter<"b2", tl::vec<10>>;
  constexpr auto logits = W2 * tanh(W1 * x + b1) + b2;
  constexpr auto all = tl::wrt(x, target, W1, b1, W2, b2);
  constexpr auto step = tl::value_and_gradient(cross_entropy(logits, target), all);
  auto at = tl::zeros<double>(all);
  at[x] = numbers<tl::vec<64>>();
  at[target][3] = 1;
  at[W1] = numbers<tl::mat<32, 64>>();
  at[W2] = numbers<tl::mat<10, 32>>();
  const auto got = step(at);
  record("digits", step, got, all, at);
  check_near(got.gradient[b2][3], tl::function(softmax(logits))(at)[3] - 1);
}
