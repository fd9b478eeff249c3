// SPDX-License-Identifier: BSL-1.0
#include <tapeless/diff/higher_order.hpp>

#include <tapeless/tapeless.hpp>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto a = tl::input<"a">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto u = tl::input<"u", tl::vec<3>>;
constexpr auto A = tl::input<"A", tl::mat<3, 3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;

template <class Shape, class E>
constexpr bool has_shape(E) {
  return std::is_same_v<typename E::shape_type, Shape>;
}
using entry = tl::entry_position;

// derivatives compose, and the order does not matter
static_assert(tl::derivative(tl::derivative(x * x * y, x), y) == 2_c * x);
static_assert(tl::equivalent(tl::derivative(tl::derivative(sin(x * y), x), y), tl::derivative(tl::derivative(sin(x * y), y), x)));
static_assert(tl::derivative(tl::derivative(dot(v, A * v), v)[0_c], v) != v);

// directional: gradient · u, for any shape of y
static_assert(tl::directional(x * y, x, a) == a * y);
static_assert(tl::directional(x * y, a, x) == 0_c);
static_assert(tl::directional(sum(square(v)), v, u) == sum(hadamard(tl::derivative(sum(square(v)), v), u)));
static_assert(has_shape<tl::vec<2>>(tl::directional(tanh(W * v), v, u)));
static_assert(tl::function(tl::directional(W * v, v, u))(W = {{1., 2., 3.}, {4., 5., 6.}}, v = {1., 1., 1.}, u = {1., 0., -1.}) ==
              tl::tensor<double, tl::vec<2>>{-2, -2});
// what the direction depends on is held: x·x along x is 2x·x
static_assert(tl::equivalent(tl::directional(x * x, x, x), 2_c * x * x));
constexpr auto ladder = sin(x * y) * (x * y) + exp(sin(x * y)) / (1_c + x * x);
static_assert(tl::equivalent(tl::directional(ladder, x, a), tl::derivative(ladder, x) * a));
static_assert(tl::equivalent(tl::directional(ladder, y, sin(a)), tl::derivative(ladder, y) * sin(a)));

// Hessian times vector, along a direction that depends on x too
static_assert(tl::equivalent(tl::hessian_vector(x * x * x, x, y), 6_c * x * y));
static_assert(tl::equivalent(tl::hessian_vector(x * x * x, x, x), 6_c * x * x));
static_assert(tl::function(tl::hessian_vector(dot(v, A * v), v, u))(A = {{1., 2., 3.}, {4., 5., 6.}, {7., 8., 9.}}, v = {1., 1., 1.},
                                                                    u = {1., 0., 0.}) == tl::tensor<double, tl::vec<3>>{2, 6, 10});
static_assert(tl::function(tl::hessian_vector(sum(v), v, u))(v = {1., 1., 1.}, u = {1., 0., 0.}) == tl::tensor<double, tl::vec<3>>{});

// f(a) + ∇f(a)·(x - a)
static_assert(tl::linearize(square(x), x, a) == square(a) + 2_c * a * (x - a));
static_assert(tl::linearize(sin(x) * y, x, 0_c) == sin(0_c) * y + y * cos(0_c) * x);
static_assert(tl::linearize(y, x, a) == y);
static_assert(tl::equivalent(tl::linearize(x * x, x, x + 1_c), square(x + 1_c) - 2_c * (x + 1_c)));
static_assert(has_shape<tl::vec<3>>(tl::linearize(hadamard(v, v), v, u)));
static_assert(tl::function(tl::linearize(hadamard(v, v), v, u))(v = {1., 2., 3.}, u = {1., 1., 1.}) ==
              tl::tensor<double, tl::vec<3>>{1, 3, 5});

// Jacobians: shapes, and what is zero by structure
constexpr auto diagonal = tl::jacobian(hadamard(v, v), v);
static_assert(has_shape<tl::mat<3, 3>>(diagonal));
static_assert(diagonal.nonzeros() == std::array{entry{0, 0}, entry{1, 1}, entry{2, 2}});
static_assert(has_shape<tl::vec<3>>(diagonal.nonzero_values()));
static_assert(diagonal.entry<0, 1>() == 0_c && diagonal.entry<1, 1>() == v[1_c] + v[1_c]);
static_assert(tl::function(diagonal)(v = {1., 2., 3.}) ==
              tl::tensor<double, tl::mat<3, 3>>{{2, 0, 0}, {0, 4, 0}, {0, 0, 6}});
static_assert(tl::function(diagonal.nonzero_values())(v = {1., 2., 3.}) == tl::tensor<double, tl::vec<3>>{2, 4, 6});
static_assert(tl::jacobian(W * v, v).nonzeros().size() == 6);
static_assert(tl::jacobian(W * v, W).nonzeros().size() == 6);  // of 12: each element meets its own row only
static_assert(has_shape<tl::mat<2, 6>>(tl::jacobian(W * v, W)));
static_assert(has_shape<tl::mat<1, 3>>(tl::jacobian(sum(v), v)) && has_shape<tl::mat<3, 1>>(tl::jacobian(v * x, x)));
static_assert(has_shape<tl::mat<1, 1>>(tl::jacobian(x * y, x)));
static_assert(tl::jacobian(x * v, y).nonzeros().empty());
constexpr auto parts = concat(v[0_c] * v[1_c], tl::segment<1, 2>(v));
static_assert(tl::jacobian(parts, v).nonzeros() == std::array{entry{0, 0}, entry{0, 1}, entry{1, 1}, entry{2, 2}});
static_assert(tl::jacobian(transpose(A), A).nonzeros()[1] == entry{1, 3});
// an expression like any other
static_assert(has_shape<tl::vec<3>>(tl::jacobian(hadamard(v, v), v) * u));
static_assert(tl::function(tl::jacobian(tanh(W * v), v) * u - tl::directional(tanh(W * v), v, u))(
                  W = {{0., 0., 0.}, {0., 0., 0.}}, v = {1., 1., 1.}, u = {1., 2., 3.}) == tl::tensor<double, tl::vec<2>>{});

constexpr auto turn = tl::input<"turn", tl::vec<5>>;
// Hessians: symmetric entries are one node
constexpr auto bend = tl::hessian(square(v[0_c]) * v[1_c] + exp(v[2_c]), v);
static_assert(bend.nonzeros() == std::array{entry{0, 0}, entry{0, 1}, entry{1, 0}, entry{2, 2}});
static_assert(bend.entry<0, 1>() == bend.entry<1, 0>());
static_assert(bend.entry<2, 2>() == exp(v[2_c]));
static_assert(has_shape<tl::mat<1, 1>>(tl::hessian(sin(x), x)) && tl::hessian(sin(x), x).entry<0, 0>() == -sin(x));
static_assert(tl::hessian(sum(v), v).nonzeros().empty());
constexpr auto dense = tl::hessian(exp(dot(v, A * v)), v);
static_assert(dense.entry<0, 2>() == dense.entry<2, 0>() && dense.entry<1, 2>() == dense.entry<2, 1>());

// a norm of a vector costs a Jacobian what it costs written out: the elements of what goes down to it are known
template <class Norm>
constexpr auto turned(Norm) {
  constexpr auto of_first = turn[0_c] / Norm{};
  constexpr auto of_second = turn[1_c] / Norm{};
  return concat(of_first * turn[3_c] - of_second * turn[4_c], of_second * turn[3_c] + of_first * turn[4_c] + turn[2_c] / Norm{});
}
constexpr auto axis = tl::segment<0, 3>(turn);
constexpr auto as_vector = axis / sqrt(squared_norm(axis));
constexpr auto by_vector = concat(as_vector[0_c] * turn[3_c] - as_vector[1_c] * turn[4_c], as_vector[1_c] * turn[3_c] + as_vector[0_c] * turn[4_c] + as_vector[2_c]);
constexpr auto by_scalars = turned(sqrt(square(turn[0_c]) + square(turn[1_c]) + square(turn[2_c])));
static_assert(tl::function(tl::jacobian(by_vector, turn)).operation_count() <= tl::function(tl::jacobian(by_scalars, turn)).operation_count());

}  // namespace
