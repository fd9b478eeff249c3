// SPDX-License-Identifier: BSL-1.0
#include <tapeless/codegen/program.hpp>

// Programs in constant expressions: values and gradients of every operation. Numbers are chosen so that arithmetic is
// exact; functions are compared with math/, which the run-time tests compare with references.
#include <array>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/hana.hpp>
#include <tapeless/expr/literal.hpp>

namespace {

namespace tl = tapeless;
namespace math = tapeless::math;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto u = tl::input<"u">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto p = tl::input<"p", tl::vec<2>>;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
constexpr auto B = tl::input<"B", tl::mat<3, 2>>;

constexpr double xs = 1.5, ys = -0.75;
constexpr std::array vs = {1.0, -2.0, 0.5}, ws = {4.0, 0.25, -1.0};
constexpr std::array ps = {2.0, -3.0};
constexpr double As[2][3] = {{1, 2, 3}, {-4, 0, 0.5}}, Bs[3][2] = {{1, -1}, {2, 0}, {0.5, 4}};

constexpr double distance(double a, double b) { return a < b ? b - a : a - b; }
constexpr bool near(double a, double b) { return distance(a, b) <= 1e-15 * (1 + distance(b, 0)); }

/// Value of a scalar E at the point above, and one element of its gradient.
template <class E>
constexpr double value(E) {
  return tl::function(E{})(x = xs, y = ys, u = 3.0, v = vs, w = ws, p = ps, A = As, B = Bs);
}
template <class E, class X>
constexpr auto slope(E, X) {
  constexpr auto program = tl::value_and_gradient(E{}, tl::wrt(X{}));
  const auto r = program(x = xs, y = ys, u = 3.0, v = vs, w = ws, p = ps, A = As, B = Bs);
  return tl::tensor<double, typename X::shape_type>(r.gradient);
}
template <class T, std::size_t N>
constexpr bool is(const T& got, const double (&expected)[N]) {
  static_assert(T::size() == N);
  for (std::size_t i = 0; i < N; ++i)
    if (!near(got[i], expected[i])) return false;
  return true;
}

// arithmetic
static_assert(value(x + y) == 0.75 && value(x - y) == 2.25 && value(x * y) == -1.125 && value(x / y) == -2);
static_assert(value(-x) == -1.5 && value(square(y)) == 0.5625 && value(0.1_c) == 0.1 && value(x) == 1.5);
static_assert(is(slope(u * (x + y), x), {3}) && is(slope(u * (x - y), y), {-3}));
static_assert(is(slope(u * (x * y), x), {-2.25}) && is(slope(u * (x * x), x), {9}));
static_assert(is(slope(u * (x / y), x), {-4}) && is(slope(u * (x / y), y), {-8}));
static_assert(is(slope(u * -x, x), {-3}) && is(slope(u * square(x), x), {9}));

// elementary functions
static_assert(value(sqrt(x)) == math::sqrt(xs) && is(slope(u * sqrt(x), x), {3 * (0.5 / math::sqrt(xs))}));
static_assert(value(exp(x)) == math::exp(xs) && is(slope(u * exp(x), x), {3 * math::exp(xs)}));
static_assert(value(log(x)) == math::log(xs) && is(slope(u * log(x), x), {2}));
static_assert(value(sin(x)) == math::sin(xs) && is(slope(u * sin(x), x), {3 * math::cos(xs)}));
static_assert(value(cos(x)) == math::cos(xs) && is(slope(u * cos(x), x), {-3 * math::sin(xs)}));
constexpr double tanh_x = math::tanh(xs), sigmoid_x = math::sigmoid(xs);
static_assert(value(tanh(x)) == tanh_x && is(slope(u * tanh(x), x), {3 * (1 - tanh_x * tanh_x)}));
static_assert(value(sigmoid(x)) == sigmoid_x && is(slope(u * sigmoid(x), x), {3 * sigmoid_x * (1 - sigmoid_x)}));
static_assert(value(relu(x)) == 1.5 && value(relu(y)) == 0);
static_assert(is(slope(u * relu(x), x), {3}) && is(slope(u * relu(y), y), {0}));
static_assert(value(softplus(x)) == math::softplus(xs) && is(slope(u * softplus(x), x), {3 * sigmoid_x}));

// choice
static_assert(value(gt(x, y)) == 1 && value(gt(y, x)) == 0 && value(select(gt(x, y), x, y)) == 1.5);
static_assert(is(slope(u * select(gt(x, y), x, y), x), {3}) && is(slope(u * select(gt(x, y), x, y), y), {0}));
static_assert(is(slope(dot(w, select(gt(v, 0_c), v, x)), v), {4, 0, -1}));
static_assert(is(slope(dot(w, select(gt(v, 0_c), v, x)), x), {0.25}));

// linear algebra
static_assert(value(dot(v, w)) == 3 && is(slope(u * dot(v, w), v), {12, 0.75, -3}));
static_assert(value(sum(outer(p, v))) == 0.5);
static_assert(is(slope(sum(hadamard(A, outer(p, v))), p), {-1.5, -3.75}));
static_assert(is(slope(sum(hadamard(A, outer(p, v))), v), {14, 4, 4.5}));
static_assert(value(dot(p, A * v)) == 8.25);
static_assert(is(slope(dot(p, A * v), A), {2, -4, 1, -3, 6, -1.5}) && is(slope(dot(p, A * v), v), {14, 4, 4.5}));
static_assert(value(sum(A * B)) == 6.5 + 11 + (-3.75) + 6);
static_assert(is(slope(sum(A * B), A), {0, 2, 4.5, 0, 2, 4.5}) && is(slope(sum(A * B), B), {-3, -3, 2, 2, 3.5, 3.5}));
static_assert(value(sum(transpose(B) * transpose(A))) == value(sum(A * B)));
static_assert(is(slope(sum(hadamard(B, transpose(A))), A), {1, 2, 0.5, -1, 0, 4}));
static_assert(value(sum(A)) == 2.5 && value(mean(p)) == -0.5 && is(slope(u * mean(p), p), {1.5, 1.5}));

// structure, and scalars beside tensors
static_assert(value(v[1_c]) == -2 && value(A(1_c, 2_c)) == 0.5 && is(slope(u * v[1_c], v), {0, 3, 0}));
static_assert(is(slope(u * A(1_c, 0_c), A), {0, 0, 0, 3, 0, 0}));
static_assert(value(sum(tl::broadcast<tl::vec<3>>(x))) == 4.5);
static_assert(is(slope(dot(w, tl::broadcast<tl::vec<3>>(x)), x), {3.25}));
static_assert(value(sum(x * v)) == -0.75 && is(slope(dot(w, x * v), x), {3}));
static_assert(is(slope(dot(w, v / x), v), {8. / 3, .5 / 3, -2. / 3}));
static_assert(is(slope(sum(x - A), x), {6}));

// normalised exponentials: of equal elements, exactly
constexpr auto equal_logits = tl::broadcast<tl::vec<3>>(x) + 0_c * v;
static_assert(near(value(logsumexp(equal_logits)), xs + math::log(3.0)));
constexpr double soft[] = {value(softmax(v)[0_c]), value(softmax(v)[1_c]), value(softmax(v)[2_c])};
static_assert(near(soft[0] + soft[1] + soft[2], 1));
static_assert(near(value(cross_entropy(v, w)), 3.25 * value(logsumexp(v)) - 3));
static_assert(is(slope(u * logsumexp(v), v), {3 * soft[0], 3 * soft[1], 3 * soft[2]}));
static_assert(near(slope(cross_entropy(v, w), v)[1], 3.25 * soft[1] - 0.25));
static_assert(near(slope(dot(w, softmax(v)), v)[2], value(softmax(v)[2_c] * (w[2_c] - dot(w, softmax(v))))));

// other scalar types
static_assert(tl::function(x * y + 0.5_c)(x = 1.5f, y = 2.0f) == 3.5f);
static_assert(tl::value_and_gradient(square(x), tl::wrt(x))(x = 3.0L).gradient[x] == 6.0L);
static_assert(tl::value_and_gradient(square(x), tl::wrt(x))(x = 3).gradient[x] == 6.0);

// several outputs, packs and accumulation
static_assert(tl::function(x + y, x * y)(x = 2.0, y = 3.0) == std::tuple(5.0, 6.0));
static_assert([] {
  constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
  constexpr auto b = tl::parameter<"b", tl::vec<2>>;
  constexpr auto E = sum(square(W * v + b - p));
  constexpr auto step = tl::value_and_gradient(E);
  auto theta = tl::zeros<double>(tl::parameters(E));
  for (int n = 0; n < 60; ++n) {
    const auto [error, gradient] = step(theta, v = vs, p = ps);
    for (std::size_t i = 0; i < theta.size(); ++i) theta.data()[i] -= 0.0625 * gradient.data()[i];
  }
  auto total = tl::zeros<double>(tl::parameters(E));
  const double first = step.accumulate(total, theta, v = vs, p = ps);
  const double second = step.accumulate(total, theta, v = vs, p = ps);
  return first < 1e-12 && first == second && total[b][0] == 2 * step(theta, v = vs, p = ps).gradient[b][0];
}());

static_assert(tl::function(x * y).operation_count() == 1);
static_assert(tl::function(x).operation_count() == 0);
static_assert(decltype(tl::function(x * y))::workspace_bytes() == 0);
constexpr auto gradient_program = tl::value_and_gradient(sum(tanh(v)), tl::wrt(v));
static_assert(gradient_program.workspace_bytes<float>() == gradient_program.workspace_bytes() / 2);

}  // namespace
