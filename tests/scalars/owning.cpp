// SPDX-License-Identifier: BSL-1.0
// Numbers that a copy of their bytes would break: one that owns its memory, as multiprecision numbers do, and one in a union.
#include "scalars.hpp"

#include <cmath>
#include <concepts>
#include <memory>
#include <stdexcept>
#include <utility>

namespace {

using namespace scalars;

/// A double of its own; what was moved from has none.
class owning_number {
 public:
  owning_number(double value = 0) : number_(std::make_unique<double>(value)) {}
  owning_number(const owning_number& other) : owning_number(other.value()) {}
  owning_number(owning_number&&) = default;
  owning_number& operator=(const owning_number& other) { return *this = owning_number(other); }
  owning_number& operator=(owning_number&&) = default;
  ~owning_number() = default;
  double value() const { return number_ ? *number_ : throw std::logic_error("a number is read that was moved from"); }

 private:
  std::unique_ptr<double> number_;
};

struct with_room {
  int number;
  char more;
};
/// Two ways to see a double, the first with room that is not used.
struct number_in_union {
  union {
    with_room seen;
    double stored;
  };
  number_in_union(double value = 0) : stored(value) {}
  double value() const { return stored; }
};

template <class T>
concept number = std::same_as<T, owning_number> || std::same_as<T, number_in_union>;

template <number T> T operator+(const T& a, const T& b) { return a.value() + b.value(); }
template <number T> T operator-(const T& a, const T& b) { return a.value() - b.value(); }
template <number T> T operator*(const T& a, const T& b) { return a.value() * b.value(); }
template <number T> T operator/(const T& a, const T& b) { return a.value() / b.value(); }
template <number T> T operator-(const T& a) { return -a.value(); }
template <number T> T& operator+=(T& a, const T& b) { return a = a + b; }
template <number T> bool operator<(const T& a, const T& b) { return a.value() < b.value(); }
template <number T> bool operator>(const T& a, const T& b) { return a.value() > b.value(); }
template <number T> bool operator<=(const T& a, const T& b) { return a.value() <= b.value(); }
template <number T> bool operator>=(const T& a, const T& b) { return a.value() >= b.value(); }
template <number T> bool operator==(const T& a, const T& b) { return a.value() == b.value(); }
template <number T> T exp(const T& a) { return std::exp(a.value()); }
template <number T> T tanh(const T& a) { return std::tanh(a.value()); }
template <number T> T abs(const T& a) { return std::abs(a.value()); }

}  // namespace

TEMPLATE_TEST_CASE("numbers that own memory or lie in a union agree with doubles", "[scalars]", owning_number, number_in_union) {
  same_in_each_lane<TestType, 1>(network, tl::wrt(W, b, V, c, x, t), [](auto f) { return TestType(f(0)); },
                                 [](const TestType& a_number, std::size_t) { return a_number.value(); });

  constexpr auto f = stop_gradient(s) * exp(s) + max(s, 0.25_c) + select(gt(s, 0_c), abs(s), s) + clamp(s, 0_c, 1_c);
  const auto [value, gradient] = tl::value_and_gradient(f, tl::wrt(s))(s = TestType(0.75));
  const auto [expected, expected_gradient] = tl::value_and_gradient(f, tl::wrt(s))(s = 0.75);
  CHECK(value.value() == Approx(expected).epsilon(1e-14));
  CHECK(gradient[s].value() == Approx(expected_gradient[s]).epsilon(1e-14));
}
