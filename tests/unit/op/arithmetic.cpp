// SPDX-License-Identifier: BSL-1.0
#include <tapeless/op/arithmetic.hpp>

#include "unit/op/reference.hpp"

using namespace op_test;

namespace {

constexpr double somewhere[] = {-3.5, -1.0, -0.25, 0.5, 1.75, 4.0};
constexpr double pairs[][2] = {{0.5, 1.5}, {-1.25, 0.75}, {2.0, -2.5}, {-3.5, -1.0}, {0.25, 4.0}};

}  // namespace

TEST_CASE("d(-a) = -da", "[op]") {
  const auto negate = [](auto a) { return -a; };
  check_unary(negate, negate_points, {0}, {0}, somewhere);
}

TEST_CASE("d(a²) = 2a·da", "[op]") {
  const auto square_of = [](auto a) { return square(a); };
  check_unary(square_of, square_points, {0.5}, {1}, somewhere);
}

TEST_CASE("d(a + b) = da + db", "[op]") {
  const auto add = [](auto a, auto b) { return a + b; };
  check_binary(add, add_points, 0.5, pairs);
}

TEST_CASE("d(a - b) = da - db", "[op]") {
  const auto subtract = [](auto a, auto b) { return a - b; };
  check_binary(subtract, subtract_points, 0.5, pairs);
}

TEST_CASE("d(a⊙b) = b⊙da + a⊙db, of scalars d(a·b)", "[op]") {
  const auto multiply = [](auto a, auto b) { return hadamard(a, b); };
  static_assert(multiply(x, y) == x * y);
  check_binary(multiply, multiply_points, 0.5, pairs);
}

TEST_CASE("d(a/b) = da/b - a/b²·db", "[op]") {
  const auto divide = [](auto a, auto b) { return a / b; };
  check_binary(divide, divide_points, 2, pairs);
}

TEST_CASE("a + b of tensors and scalars", "[op]") {
  check_broadcasting([](auto a, auto b) { return a + b; }, [](double, double) { return 1.0; },
                     [](double, double) { return 1.0; });
}

TEST_CASE("a - b of tensors and scalars", "[op]") {
  check_broadcasting([](auto a, auto b) { return a - b; }, [](double, double) { return 1.0; },
                     [](double, double) { return -1.0; });
}

namespace {
struct elementwise_product {
  template <class X, class Y>
  constexpr auto operator()(X a, Y b) const {
    if constexpr (tl::expression<X>) return hadamard(a, b);
    else return a * b;
  }
};
}  // namespace

TEST_CASE("a⊙b of tensors and scalars", "[op]") {
  check_broadcasting(elementwise_product{}, [](double, double b) { return b; }, [](double a, double) { return a; });
}

TEST_CASE("a/b of tensors and scalars", "[op]") {
  check_broadcasting([](auto a, auto b) { return a / b; }, [](double, double b) { return 1 / b; },
                     [](double a, double b) { return -a / (b * b); });
}

TEST_CASE("scaling by * of tensors and scalars", "[op]") {
  constexpr auto program = tl::value_and_gradient(sum(hadamard(W, x * A)) + sum(hadamard(W, A * y)), tl::wrt(x, y, A));
  const auto r = program(x = 2.0, y = -3.0, A = {{1., 2., 3.}, {4., 5., 6.}}, W = {{1., -1., 2.}, {0.5, 0., -2.}});
  CHECK(r.value == -(1.0 - 2 + 6 + 2 - 12));
  CHECK(r.gradient[x] == -5.0);
  CHECK(r.gradient[y] == -5.0);
  CHECK(r.gradient[A](1, 2) == 2.0);
  CHECK(r.gradient[A](0, 0) == -1.0);
}

TEST_CASE("one operand in both slots receives both contributions", "[op]") {
  const auto r = tl::value_and_gradient(u * (x * x) + u * (x + x) + x / x + (x - x), tl::wrt(x))(x = 5.0, u = -2.0);
  CHECK(r.value == -2.0 * 25 - 2.0 * 10 + 1);
  CHECK(r.gradient[x] == Approx(-2.0 * 10 - 2.0 * 2));
  const auto s = tl::value_and_gradient(dot(w, hadamard(v, v) + v), tl::wrt(v))(v = {1., 2., 3.}, w = {1., -1., 2.});
  CHECK(s.gradient[v][0] == 3.0);
  CHECK(s.gradient[v][1] == -5.0);
  CHECK(s.gradient[v][2] == 14.0);
}
