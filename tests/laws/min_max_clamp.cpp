// SPDX-License-Identifier: BSL-1.0
// min, max and clamp against the table: exact, at ties and at bounds too.
#include <tapeless/op/choice.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

constexpr auto c = tl::input<"c">;
constexpr double pairs[][2] = {{0.5, 1.5}, {1.25, -0.75}, {-2.0, 2.5}, {-3.5, -0.25}, {0.75, -2.0}};

double share_of_larger(double a, double b) { return a > b ? 1 : a < b ? 0 : 0.5; }
double share_of_smaller(double a, double b) { return share_of_larger(b, a); }

template <class T>
void check_clamp() {
  constexpr auto program = tl::value_and_gradient(u * clamp(c, x, y), tl::wrt(c, x, y, u));
  int count = 0;
  for (const ternary_point& p : clamp_points) {
    if (!usable<T>(p)) continue;
    ++count;
    const auto r = program(c = T(p.a), x = T(p.low), y = T(p.high), u = T(-2));
    INFO("at " << p.a << ", bounds " << p.low << ", " << p.high);
    CHECK(near(r.gradient[u], p.value.value(), {}));
    CHECK(near(r.gradient[c], -2 * p.by_a.value(), {}));
    CHECK(near(r.gradient[x], -2 * p.by_low.value(), {}));
    CHECK(near(r.gradient[y], -2 * p.by_high.value(), {}));
  }
  CHECK(count >= 18);
}

template <class T, class Shape>
void check_clamp_of_tensors() {
  constexpr auto a = tl::input<"a", Shape>;
  constexpr auto low = tl::input<"low", Shape>;
  constexpr auto high = tl::input<"high", Shape>;
  constexpr auto weight = tl::input<"weight", Shape>;
  constexpr auto E = sum(hadamard(weight, clamp(a, low, high)));
  constexpr auto program = tl::value_and_gradient(E, tl::wrt(a, low, high, weight));
  for (const auto& p : groups<T, Shape::size>(clamp_points)) {
    std::array<T, Shape::size> at{}, lows{}, highs{};
    for (std::size_t i = 0; i < at.size(); ++i) {
      at[i] = T(p[i]->a);
      lows[i] = T(p[i]->low);
      highs[i] = T(p[i]->high);
    }
    const auto r = program(a = at, low = lows, high = highs, weight = all_weights<T, Shape::size>());
    for (std::size_t i = 0; i < at.size(); ++i) {
      INFO("element " << i << " at " << p[i]->a << ", bounds " << p[i]->low << ", " << p[i]->high);
      CHECK(near(r.gradient[weight][i], p[i]->value.value(), {}));
      CHECK(near(r.gradient[a][i], weight_of(i) * p[i]->by_a.value(), {}));
      CHECK(near(r.gradient[low][i], weight_of(i) * p[i]->by_low.value(), {}));
      CHECK(near(r.gradient[high][i], weight_of(i) * p[i]->by_high.value(), {}));
    }
  }
}

}  // namespace

TEST_CASE("d max(a, b) = da where a > b, d min(a, b) = da where a < b, half of each where a = b", "[op]") {
  check_binary([](auto a, auto b) { return max(a, b); }, max_points, 0, pairs);
  check_binary([](auto a, auto b) { return min(a, b); }, min_points, 0, pairs);
}

TEST_CASE("max of tensors and scalars", "[op]") {
  const auto larger = [](auto a, auto b) {
    using std::max;
    return max(a, b);
  };
  check_broadcasting(larger, share_of_larger, share_of_smaller);
}

TEST_CASE("min of tensors and scalars", "[op]") {
  const auto smaller = [](auto a, auto b) {
    using std::min;
    return min(a, b);
  };
  check_broadcasting(smaller, share_of_smaller, share_of_larger);
}

TEMPLATE_TEST_CASE("d clamp(a, low, high) = dlow where a < low, dhigh where a > high, else da", "[op]", float, double,
                   long double) {
  check_clamp<TestType>();
  check_clamp_of_tensors<TestType, tl::vec<3>>();
  check_clamp_of_tensors<TestType, tl::mat<2, 3>>();
}
