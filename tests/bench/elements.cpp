// SPDX-License-Identifier: BSL-1.0
// A vector that is read element by element: Rosenbrock's function of n variables, Σ 100 (x_{i+1} - x_i²)² + (1 - x_i)²
// (H. H. Rosenbrock, The Computer Journal 3, 1960, in the usual form for more than two), its value and gradient.
#include "measure.hpp"

namespace {

using namespace bench;
using namespace tl::literals;

template <std::size_t N>
struct rosenbrock {
  using vector = tl::tensor<double, tl::vec<N>>;
  static constexpr auto x = tl::input<"x", tl::vec<N>>;
  static constexpr auto E = tl::unroll<N - 1>(0_c, [](auto sum, auto k) {
    constexpr auto a = x[k];
    constexpr auto b = x[k + 1_c];
    return sum + (100_c * square(b - square(a)) + square(1_c - a));
  });
  static constexpr work terms{static_cast<double>(N - 1), "double"};

  static double by_hand(const vector& at, vector& gradient) {
    double sum = 0;
    gradient = {};
    for (std::size_t i = 0; i + 1 < N; ++i) {
      const double t = at[i + 1] - at[i] * at[i], u = 1 - at[i];
      sum += 100 * t * t + u * u;
      gradient[i] -= 400 * t * at[i] + 2 * u;
      gradient[i + 1] = 200 * t;
    }
    return sum;
  }
  /// f(x)
  template <class F>
  static auto measured(F f) {
    return [=](run& runner) {
      auto inputs = numbers<N>();
      runner.measure([&] { return f(inputs); }, inputs);
    };
  }
  static bool add_all() {
    const std::string name = "elements, Rosenbrock's function, " + std::to_string(N) + "/";
    add(name + "generated", measured([](const vector& inputs) { return tl::value_and_gradient(E, tl::wrt(x))(x = inputs); }), terms);
    add(name + "by hand", measured([](const vector& inputs) {
          std::tuple<double, vector> result;
          std::get<0>(result) = by_hand(inputs, std::get<1>(result));
          return result;
        }), terms);
    return true;
  }
};

[[maybe_unused]] const bool added[] = {rosenbrock<2>::add_all(), rosenbrock<4>::add_all(), rosenbrock<8>::add_all(), rosenbrock<16>::add_all(), rosenbrock<32>::add_all()};

}  // namespace
