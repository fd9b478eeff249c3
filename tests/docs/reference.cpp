// SPDX-License-Identifier: BSL-1.0
// The code of docs/reference/: check_blocks.py finds each block of those pages in here.
#include <array>
#include <boost/hana/fold_left.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/size.hpp>
#include <boost/hana/transform.hpp>
#include <boost/hana/tuple.hpp>
#include <cstdio>
#include <limits>
#include <tapeless/tapeless.hpp>
#include <type_traits>

#include "require.hpp"

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

namespace {

namespace operations {

constexpr auto x = tl::input<"x">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::input<"w", tl::vec<3>>;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;

template <class Shape, class E>
constexpr bool has_shape(E) {
  return std::is_same_v<typename E::shape_type, Shape>;
}

static_assert(has_shape<tl::vec<3>>(max(v, 0_c)));               // a scalar beside a vector goes with every element
static_assert(has_shape<tl::vec<2>>(A * v));                     // matrix times vector
static_assert(has_shape<tl::mat<1, 3>>(transpose(v)));           // a vector is a column
static_assert(has_shape<tl::vec<3>>(select(gt(v, w), v, x)));    // element by element

static_assert(tl::segment<1, 2>(v)[0_c] != v[1_c]);              // not the same node,
static_assert(tl::function(tl::segment<1, 2>(v)[0_c])(v = {1., 2., 3.}) == 2.0);  // but the same number
static_assert(has_shape<tl::vec<7>>(concat(x, v, tl::row<1>(A))));

// x⁴, one product for each step
static_assert(tl::unroll<3>(x, [](auto power, auto) { return power * x; }) == x * x * x * x);
// Horner's scheme; k is a constant expression and an index
constexpr auto horner = tl::unroll<3>(0_c, [](auto sum, auto k) { return sum * x + v[k]; });
static_assert(tl::function(horner)(x = 2.0, v = {1., 3., 5.}) == 15.0);

// the same program with the C library's functions
constexpr auto with_libm = tl::value_and_gradient<tl::math::libm_math>(sum(sin(v)), tl::wrt(v));

void run() {
  require(with_libm(v = {0.5, 1., 2.}).gradient[v][0] > 0.877, "libm");
}

}  // namespace operations

namespace kinks {

constexpr auto x = tl::input<"x">;
constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr double slope(auto e, double at) { return tl::value_and_gradient(e, tl::wrt(x))(x = at).gradient[x]; }

static_assert(slope(abs(x), 0.0) == 0.0);
static_assert(slope(clamp(x, 0_c, 1_c), 1.0) == 1.0);
static_assert(slope(max(x, 0_c), 0.0) == 0.5 && slope(relu(x), 0.0) == 0.0);    // not the same at the kink

void run() {
  const bool root = slope(sqrt(x), 0.0) == infinity;
  const bool not_taken = slope(select(gt(x, 0_c), sqrt(x), 0_c), 0.0) == 0.0;
  const double by_chain_rule = slope(sqrt(square(x)), 0.0);                     // 0·∞
  require(root && not_taken && by_chain_rule != by_chain_rule, "kinks");
}

}  // namespace kinks

namespace derivatives {

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto u = tl::input<"u", tl::vec<3>>;
constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;

namespace by_one {
constexpr auto h = tanh(W * v + b);
constexpr auto E = 0.5_c * sum(square(h));
static_assert(tl::derivative(E, h) == h);
static_assert(tl::derivative(E, b) == hadamard(h, 1_c - square(h)));
static_assert(tl::derivative(E, E) == 1_c);
static_assert(tl::derivative(E, x) == 0_c);                           // a variable that E does not contain
static_assert(tl::derivative(tl::derivative(x * x * y, x), y) == 2_c * x);
static_assert(tl::adjoint(E, h) == tl::derivative(E, h));
}  // namespace by_one

namespace by_several {
constexpr auto E = dot(b, W * v);
constexpr auto g = tl::gradient(E);                                   // by all parameters: b and W
static_assert(g[b] == W * v && g[W] == outer(b, v));
constexpr auto by_v = tl::gradient(E, tl::wrt(v, b));
static_assert(by_v[v] == transpose(W) * b);
}  // namespace by_several

namespace matrices {
constexpr auto y = concat(v[0_c] * v[1_c], exp(v[2_c]));              // vec<2>
constexpr auto J = tl::jacobian(y, v);                                // mat<2, 3>
static_assert(J.nonzeros() == std::array<tl::entry_position, 3>{{{0, 0}, {0, 1}, {1, 2}}});
static_assert(J.entry<0, 0>() == v[1_c] && J.entry<1, 1>() == 0_c);
static_assert(tl::function(J.nonzero_values())(v = {2., 3., 0.}) == tl::tensor<double, tl::vec<3>>{3, 2, 1});
static_assert(tl::function(J * u)(v = {2., 3., 0.}, u = {1., 1., 5.}) == tl::tensor<double, tl::vec<2>>{5, 5});

constexpr auto H = tl::hessian(square(v[0_c]) * v[1_c], v);           // mat<3, 3>
static_assert(H.entry<0, 1>() == H.entry<1, 0>());                    // one node
static_assert(H.nonzeros().size() == 3);                              // (0, 0), (0, 1), (1, 0)

constexpr auto both = tl::function(y, tl::jacobian(y, v));            // in one call
static_assert(std::get<1>(both(v = {2., 3., 0.}))(0, 1) == 2);        // row 0, column 1
}  // namespace matrices

namespace along {
static_assert(tl::directional(x * y, x, y) == y * y);                 // of a scalar: gradient · u
static_assert(tl::function(tl::directional(W * v, v, u))(W = {{1, 2, 3}, {4, 5, 6}}, v = {1, 1, 1}, u = {1, 0, -1}) ==
              tl::tensor<double, tl::vec<2>>{-2, -2});
static_assert(tl::equivalent(tl::hessian_vector(x * x * x, x, y), 6_c * x * y));
static_assert(tl::equivalent(tl::hessian_vector(x * x * x, x, x), 6_c * x * x));   // u = x is held
static_assert(tl::linearize(square(x), x, y) == square(y) + 2_c * y * (x - y));
}  // namespace along

namespace edges {
constexpr auto E = x * x + sin(x);
constexpr auto U = tl::fanout(E, x);                                  // three edges: x·x twice, sin
static_assert(hana::size(U) == hana::size_c<3>);
constexpr auto first = U[hana::size_c<0>];
static_assert(first.consumer == x * x && first.slot == hana::size_c<0>);
static_assert(tl::partial(first) == x);                               // ∂(x·x)/∂x, the other x held
static_assert(tl::contribution(E, U[hana::size_c<2>]) == cos(x));
static_assert(hana::fold_left(hana::transform(U, [](auto edge) { return tl::contribution(E, edge); }), hana::plus) ==
              tl::derivative(E, x));                                  // eq. 5.55
}  // namespace edges

namespace same_function {
static_assert(tl::equivalent((x * x - y * y) / (x - y), x + y));      // rational functions: decided
static_assert(tl::equivalent(tanh(x), 2_c * sigmoid(2_c * x) - 1_c));
static_assert(tl::equivalent(log(x * y), log(x) + log(y)));           // where both are defined
static_assert(tl::equivalent(hadamard(v + u, v - u), square(v) - square(u)));
static_assert(tl::equivalent(dot(v + u, v - u), squared_norm(v) - squared_norm(u)));

static_assert(tl::equivalent(sin(x + y), sin(x) * cos(y) + cos(x) * sin(y)));
static_assert(tl::equivalent(dot(W * v, W * u), dot(v, transpose(W) * (W * u))));      // element by element

// true, and not proved
static_assert(!tl::equivalent(sqrt(x) * sqrt(y), sqrt(x * y)));
static_assert(!tl::equivalent(max(x, y) + min(x, y), x + y));
// not true of the doubles that the constants are
static_assert(!tl::equivalent(0.1_c + 0.2_c, 0.3_c));
}  // namespace same_function

void check() {
  constexpr auto E = sum(square(tanh(W * v + b)));
  const auto report = tl::check_gradient(E, W = {{0.1, 0.2, 0.3}, {-0.4, 0.5, 0.6}}, b = {0.1, -0.1}, v = {1., 2., 3.});
  if (!report) std::puts(report.message().c_str());
  require(report.passed && report.entries == 11, "check_gradient");
}

}  // namespace derivatives

}  // namespace

int main() {
  operations::run();
  kinks::run();
  derivatives::check();
  return failures;
}
