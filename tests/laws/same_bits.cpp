// SPDX-License-Identifier: BSL-1.0
// What a constant expression computes is what runs, to the last bit: sums, products and reductions of every length have
// one order of summation, on lanes and one by one. (With -ffp-contract=off, as TAPELESS_SAME_BITS sets it.)
#include <bit>
#include <cstdint>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;
using namespace tl::literals;

namespace {

template <std::size_t N>
struct program {
  static constexpr auto x = tl::input<"x", tl::vec<N>>;
  static constexpr auto y = tl::input<"y", tl::vec<N>>;
  static constexpr auto W = tl::parameter<"W", tl::mat<3, N>>;
  static constexpr auto E = logsumexp(x) + dot(x, y) + sum(hadamard(x, tanh(y))) + norm(x - y) + max_element(x) +
                            cross_entropy(x, softmax(y)) + sum(square(W * x)) + sum(tanh(transpose(W) * (W * x))) +
                            sum(square(log_softmax(y))) + sum(square(W * transpose(W)));

  static constexpr auto variables = tl::wrt(x, y, W);
};

/// So many functions, and products of so many rows, that they are loops.
template <std::size_t N>
struct layers {
  static constexpr auto x = tl::input<"x", tl::vec<N>>;
  static constexpr auto y = tl::input<"y", tl::vec<N>>;
  static constexpr auto W = tl::parameter<"W", tl::mat<N, N>>;
  static constexpr auto V = tl::parameter<"V", tl::mat<N, N>>;
  static constexpr auto h = tanh(W * x + V * y);
  static constexpr auto E = sum(hadamard(exp(sin(h)), sigmoid(V * h)) + log(square(h) + 1_c));
  static constexpr auto variables = tl::wrt(x, y, W, V);
};

template <class Program, class T>
constexpr auto run(std::uint32_t state) {
  auto all = tl::zeros<T>(Program::variables);
  for (std::size_t i = 0; i < all.size(); ++i) {
    state = state * 1664525u + 1013904223u;
    all.data()[i] = static_cast<T>(static_cast<int>(state >> 8) - (1 << 23)) / static_cast<T>(1 << 22);
  }
  return tl::value_and_gradient(Program::E, Program::variables)(all);
}

template <class Program, class T>
void compare() {
  using bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
  constexpr auto known = run<Program, T>(7);
  volatile std::uint32_t seed = 7;
  const auto now = run<Program, T>(seed);
  CHECK(std::bit_cast<bits>(known.value) == std::bit_cast<bits>(now.value));
  std::size_t same = 0;
  const auto element = [](const auto& result, std::size_t i) { return std::bit_cast<bits>(result.gradient.data()[i]); };
  while (same < known.gradient.size() && element(known, same) == element(now, same)) ++same;
  INFO("the first that differs is element " << same << " of the gradient");
  CHECK(same == known.gradient.size());
}

template <class T, std::size_t... N>
void compare_all() {
  (compare<program<N>, T>(), ...);
}

/// Element-wise functions of outer products, which are computed row by row where they are read.
template <class T, std::size_t Rows, std::size_t Columns>
struct outer_products {
  static constexpr auto d = tl::input<"d", tl::vec<Rows>>;
  static constexpr auto x = tl::input<"x", tl::vec<Columns>>;
  static constexpr auto W = tl::parameter<"W", tl::mat<Rows, Columns>>;
  static constexpr auto add = tl::function(W + outer(d, x));
  static constexpr auto chain = tl::function(hadamard(sqrt(square(outer(d, x))), W) - outer(d, x));

  struct arguments {
    tl::tensor<T, tl::vec<Rows>> d{};
    tl::tensor<T, tl::vec<Columns>> x{};
    tl::tensor<T, tl::mat<Rows, Columns>> W{};
  };
  static constexpr arguments at(int scale) {
    arguments a;
    for (std::size_t i = 0; i < Rows; ++i) a.d[i] = static_cast<T>(scale) / static_cast<T>(3 + i);
    for (std::size_t j = 0; j < Columns; ++j) a.x[j] = static_cast<T>(scale) / static_cast<T>(7 + j);
    for (std::size_t i = 0; i < a.W.size(); ++i) a.W[i] = static_cast<T>(scale) / static_cast<T>(11 + i);
    return a;
  }
  template <class Program>
  static constexpr auto run(Program program, const arguments& a) {
    return program(d = a.d, x = a.x, W = a.W);
  }
  template <class Program>
  static void compare(Program program) {
    constexpr auto known = run(Program{}, at(1));
    volatile int scale = 1;
    const auto a = at(scale);
    const auto now = run(program, a);
    bool same = true;
    for (std::size_t i = 0; i < now.size(); ++i) same = same && known.data()[i] == now.data()[i];
    CHECK(same);
  }
  static void compare() {
    INFO(Rows << " x " << Columns);
    compare(add);
    compare(chain);
    const auto a = at(1);
    const auto sums = run(add, a);
    bool right = true;
    for (std::size_t i = 0; i < Rows; ++i)
      for (std::size_t j = 0; j < Columns; ++j) right = right && sums(i, j) == a.W(i, j) + a.d[i] * a.x[j];
    CHECK(right);
  }
};

}  // namespace

TEST_CASE("programs of many lengths: the same bits in constant expressions and at run time") {
  compare_all<double, 3, 17>();
  compare_all<float, 35>();
}

TEST_CASE("functions and products in loops: the same bits in constant expressions and at run time") {
  compare<layers<33>, double>();
  compare<layers<22>, float>();
}

TEST_CASE("outer products of many sizes: the same bits in constant expressions and at run time", "[laws]") {
  outer_products<double, 3, 5>::compare();
  outer_products<float, 7, 7>::compare();
  if constexpr (every_case) {
    outer_products<double, 2, 17>::compare();
    outer_products<float, 33, 6>::compare();
  }
}
