// SPDX-License-Identifier: BSL-1.0
#include <tapeless/pass/vertex_form.hpp>

#include <tapeless/diff/derivative.hpp>
#include <tapeless/diff/higher_order.hpp>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <tapeless/pass/equivalent.hpp>

// Identities that are there only element by element.

namespace {

namespace tl = tapeless;
using namespace tl::literals;
using tl::equivalent;

constexpr auto a = tl::input<"a">;
constexpr auto b = tl::input<"b">;
constexpr auto c = tl::input<"c">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto p = tl::input<"p", tl::vec<2>>;
constexpr auto A = tl::parameter<"A", tl::mat<2, 3>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 2>>;
constexpr auto C = tl::parameter<"C", tl::mat<2, 2>>;

// each operation on tensors, by its elements
static_assert(equivalent(sum(v), v[0_c] + v[1_c] + v[2_c]));
static_assert(equivalent(sum(A), sum(tl::row<0>(A)) + sum(tl::row<1>(A))));
static_assert(equivalent(mean(v), (v[0_c] + v[1_c] + v[2_c]) / 3_c));
static_assert(equivalent(dot(v, w), v[0_c] * w[0_c] + v[1_c] * w[1_c] + v[2_c] * w[2_c]));
static_assert(!equivalent(dot(v, w), v[0_c] * w[1_c] + v[1_c] * w[0_c] + v[2_c] * w[2_c]));
static_assert(equivalent(norm(v), sqrt(square(v[0_c]) + square(v[1_c]) + square(v[2_c]))));
static_assert(equivalent(squared_norm(v), square(v[2_c]) + square(v[1_c]) + square(v[0_c])));
static_assert(equivalent((A * v)[1_c], dot(tl::row<1>(A), v)));
static_assert(!equivalent((A * v)[1_c], dot(tl::row<0>(A), v)));
static_assert(equivalent((A * B)(0_c, 1_c), A(0_c, 0_c) * B(0_c, 1_c) + A(0_c, 1_c) * B(1_c, 1_c) + A(0_c, 2_c) * B(2_c, 1_c)));
static_assert(!equivalent((A * B)(0_c, 1_c), (A * B)(1_c, 0_c)));
static_assert(equivalent(outer(p, v)(1_c, 2_c), p[1_c] * v[2_c]));
static_assert(!equivalent(outer(p, v)(1_c, 0_c), p[0_c] * v[1_c]));
static_assert(equivalent(transpose(A)(2_c, 1_c), A(1_c, 2_c)));
static_assert(equivalent(tl::reshape<tl::mat<3, 2>>(A)(1_c, 1_c), A(1_c, 0_c)));
static_assert(!equivalent(tl::reshape<tl::mat<3, 2>>(A), transpose(A)));
static_assert(equivalent(tl::segment<1, 2>(v)[1_c], v[2_c]));
static_assert(equivalent(tl::row<1>(tl::broadcast<tl::mat<2, 3>>(v)), v));
static_assert(equivalent(tl::broadcast<tl::mat<2, 3>>(v), outer(concat(1_c, 1_c), v)));
static_assert(equivalent(concat(a, b, c)[1_c], b));
static_assert(!equivalent(concat(a, b), concat(b, a)));
static_assert(equivalent(concat(v, p)[3_c], p[0_c]));
static_assert(equivalent(concat(tl::segment<0, 1>(v), tl::segment<1, 2>(v)), v));
static_assert(equivalent(logsumexp(concat(a, b)), log(exp(a) + exp(b))));
static_assert(equivalent(logsumexp(A), log(sum(exp(A)))));
static_assert(!equivalent(logsumexp(A), logsumexp(tl::row<0>(A))));
static_assert(equivalent(exp(logsumexp(A)) * tl::row<0>(softmax(A))[0_c], (exp(logsumexp(tl::row<0>(A))) + exp(logsumexp(tl::row<1>(A)))) * softmax(tl::row<0>(A))[0_c]));
static_assert(equivalent(softmax(concat(a, b))[0_c], sigmoid(a - b)));
static_assert(equivalent(softmax(log(v)), v / sum(v)));
static_assert(equivalent(exp(log_softmax(A)), softmax(A)));
static_assert(!equivalent(exp(log_softmax(A)), softmax(2_c * A)));
static_assert(!equivalent(softmax(concat(a, b))[1_c], sigmoid(a - b)));
static_assert(equivalent(sum(softmax(v)), 1_c));
static_assert(!equivalent(sum(softmax(A)), 1_c));  // two rows: 2
static_assert(equivalent(sum(softmax(A)), 2_c));
static_assert(equivalent(tl::row<1>(softmax(A)), softmax(tl::row<1>(A))));
static_assert(equivalent(tl::row<0>(log_softmax(A)), log_softmax(tl::row<0>(A))));
static_assert(equivalent(cross_entropy(v, w), -dot(w, log_softmax(v))));
static_assert(equivalent(cross_entropy(A, A), cross_entropy(tl::row<0>(A), tl::row<0>(A)) + cross_entropy(tl::row<1>(A), tl::row<1>(A))));
static_assert(equivalent(softmax(v + a), softmax(v)));
static_assert(!equivalent(softmax(2_c * v), softmax(v)));
static_assert(equivalent(max_element(v), max_element(v) + 0_c * a));
static_assert(!equivalent(max_element(v), max_element(w)));

// of one element
constexpr auto one = tl::input<"one", tl::vec<1>>;
constexpr auto M = tl::parameter<"M", tl::mat<1, 1>>;
static_assert(equivalent(sum(one), one[0_c]));
static_assert(equivalent(transpose(M), M));
static_assert(equivalent(dot(one, one), square(one[0_c])));
static_assert(equivalent(softmax(one)[0_c], 1_c));
static_assert(!equivalent(M * one, one));

// many elements and atoms: within the limits of compilers, without an option
constexpr auto many = tl::input<"many", tl::vec<100>>;
constexpr auto zeros_of_many = tl::broadcast<tl::mat<17, 17>>((square(a) - a * a) * sum(many) * many[0_c]);
static_assert(!equivalent(sum(zeros_of_many * tl::broadcast<tl::mat<17, 17>>(b)), b));

// linear algebra
static_assert(equivalent((A * B) * p, A * (B * p)));
static_assert(equivalent((A * B) * C, A * (B * C)));
static_assert(equivalent(transpose(A * B), transpose(B) * transpose(A)));
static_assert(!equivalent(A * B, C));
static_assert(!equivalent(C * transpose(C), transpose(C) * C));
static_assert(equivalent(dot(C * p, C * p), dot(p, transpose(C) * (C * p))));

// rotations and cross products
constexpr auto R = tl::reshape<tl::mat<2, 2>>(concat(cos(a), -sin(a), sin(a), cos(a)));
static_assert(equivalent(R * transpose(R), tl::reshape<tl::mat<2, 2>>(concat(1_c, 0_c, 0_c, 1_c))));
static_assert(equivalent(squared_norm(R * p), squared_norm(p)));
constexpr auto px = cos(a) + cos(a + b);
constexpr auto py = sin(a) + sin(a + b);  // an arm of two joints: its tip's distance depends on the second alone
static_assert(equivalent(square(px) + square(py), 2_c + 2_c * cos(b)));
constexpr auto cross = [](auto x, auto y) {
  return concat(x[1_c] * y[2_c] - x[2_c] * y[1_c], x[2_c] * y[0_c] - x[0_c] * y[2_c], x[0_c] * y[1_c] - x[1_c] * y[0_c]);
};
static_assert(equivalent(dot(cross(v, w), v), 0_c));
static_assert(equivalent(cross(v, w), -cross(w, v)));
static_assert(!equivalent(cross(v, w), cross(w, v)));
static_assert(equivalent(squared_norm(cross(v, w)) + square(dot(v, w)), squared_norm(v) * squared_norm(w)));  // Lagrange

// derivatives
constexpr auto rosenbrock = 100_c * square(p[1_c] - square(p[0_c])) + square(1_c - p[0_c]);
static_assert(equivalent(tl::derivative(rosenbrock, p)[1_c], tl::derivative(rosenbrock, p[1_c])));
static_assert(equivalent(tl::derivative(rosenbrock, p)[1_c], 200_c * (p[1_c] - square(p[0_c]))));
static_assert(!equivalent(tl::derivative(rosenbrock, p)[0_c], 200_c * (p[1_c] - square(p[0_c]))));
static_assert(equivalent(tl::derivative(dot(p, C * p), p), (C + transpose(C)) * p));
static_assert(equivalent(tl::derivative(logsumexp(v), v), softmax(v)));
static_assert(equivalent(tl::derivative(cross_entropy(v, w), v), softmax(v) * sum(w) - w));

}  // namespace
