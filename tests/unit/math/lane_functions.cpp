// SPDX-License-Identifier: BSL-1.0
#include <tapeless/math/lane_functions.hpp>

// Functions of lanes, in one register or several: the bits of the functions of numbers.
#include <cmath>
#include <cstddef>
#include <limits>
#include <tapeless/math/functions.hpp>
#include <tapeless/math/names.hpp>

#include "catch.hpp"

#if TAPELESS_VECTOR_BYTES > 0
namespace {

namespace math = tapeless::math;

template <class T>
constexpr T inf = std::numeric_limits<T>::infinity();

/// In an order that puts unlike ones side by side.
template <class T>
constexpr T points[] = {T(0), T(26.5), T(-1e-5), inf<T>, T(0.7), T(-0.0), T(1e30), T(-3.25), T(88.5), T(0.3), -inf<T>,
                        T(1e-40), T(5.5), T(-0.9), T(3e6), T(1), T(-700), T(1.001), T(27.2), T(-1e30), T(-6.1), T(0.25),
                        T(709.5), T(-27.5), T(0.84), T(1e-9), T(-95), T(-1), T(2.5), T(-0.3), T(17),
                        std::numeric_limits<T>::max()};

template <class T, int N, class OfNumber, class OfLanes>
void check(const char* name, OfNumber of_number, OfLanes of_lanes) {
  constexpr std::size_t width = N;
  for (std::size_t first = 0; first < std::size(points<T>); first += width) {
    T got[width];
    of_lanes(math::lanes<T, N>::load(points<T> + first)).store(got);
    for (std::size_t i = 0; i < width; ++i) {
      const T wanted = of_number(points<T>[first + i]);
      INFO(name << " of " << points<T>[first + i] << " in " << N << " lanes: " << got[i] << " instead of " << wanted);
      CHECK(((std::isnan(got[i]) && std::isnan(wanted)) || math::to_bits(got[i]) == math::to_bits(wanted)));
    }
  }
}

template <class T, int N>
void check_all() {
#define ONE(f) check<T, N>(#f, [](T x) { return math::f(x); }, [](math::lanes<T, N> x) { return math::f(x); });
#define TWO(f) check<T, N>(#f, [](T x) { return math::f(x, T(1.75)); }, [](math::lanes<T, N> x) { return math::f(x, math::lanes<T, N>(T(1.75))); });
  TAPELESS_MATH_FUNCTIONS(ONE, TWO)
  ONE(sigmoid) ONE(softplus)
#undef ONE
#undef TWO
  check<T, N>("sincos().sin", [](T x) { return math::sin(x); }, [](math::lanes<T, N> x) { return math::sincos(x).sin; });
  check<T, N>("sincos().cos", [](T x) { return math::cos(x); }, [](math::lanes<T, N> x) { return math::sincos(x).cos; });
}

}  // namespace

TEST_CASE("functions of lanes have the bits of those of numbers", "[math]") {
  check_all<double, 2>();
  check_all<double, 16>();
  check_all<float, 4>();
  check_all<float, 16>();
}
#endif
