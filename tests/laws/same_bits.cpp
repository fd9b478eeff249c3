// SPDX-License-Identifier: BSL-1.0
// What a constant expression computes is what runs, to the last bit: sums, products and reductions of every length have
// one order of summation, on lanes and one by one. (With -ffp-contract=off, as TAPELESS_SAME_BITS sets it.)
#include <bit>
#include <cstdint>
#include <tapeless/tapeless.hpp>

#include "catch.hpp"

namespace tl = tapeless;

namespace {

template <std::size_t N>
struct program {
  static constexpr auto x = tl::input<"x", tl::vec<N>>;
  static constexpr auto y = tl::input<"y", tl::vec<N>>;
  static constexpr auto W = tl::parameter<"W", tl::mat<3, N>>;
  static constexpr auto E = logsumexp(x) + dot(x, y) + sum(hadamard(x, tanh(y))) + norm(x - y) + max_element(x) +
                            cross_entropy(x, softmax(y)) + sum(square(W * x)) + sum(tanh(transpose(W) * (W * x))) +
                            sum(square(log_softmax(y))) + sum(square(W * transpose(W)));

  template <class T>
  static constexpr auto run(std::uint32_t state) {
    const auto next = [&] {
      state = state * 1664525u + 1013904223u;
      return static_cast<T>(static_cast<int>(state >> 8) - (1 << 23)) / static_cast<T>(1 << 22);
    };
    tl::tensor<T, tl::vec<N>> at_x{}, at_y{};
    tl::tensor<T, tl::mat<3, N>> at_W{};
    for (auto& e : at_x) e = next();
    for (auto& e : at_y) e = next();
    for (auto& e : at_W) e = next();
    return tl::value_and_gradient(E, tl::wrt(x, y, W))(x = at_x, y = at_y, W = at_W);
  }

  template <class T>
  static void compare() {
    using bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    constexpr auto known = run<T>(7);
    volatile std::uint32_t seed = 7;
    const auto now = run<T>(seed);
    CHECK(std::bit_cast<bits>(known.value) == std::bit_cast<bits>(now.value));
    for (std::size_t i = 0; i < known.gradient.size(); ++i) {
      INFO("length " << N << ", element " << i << " of the gradient");
      CHECK(std::bit_cast<bits>(known.gradient.data()[i]) == std::bit_cast<bits>(now.gradient.data()[i]));
    }
  }
};

template <class T, std::size_t... N>
void compare_all() {
  (program<N>::template compare<T>(), ...);
}

}  // namespace

TEST_CASE("programs of many lengths: the same bits in constant expressions and at run time") {
  compare_all<double, 3, 5, 10, 17>();
  compare_all<float, 7, 35>();
}
