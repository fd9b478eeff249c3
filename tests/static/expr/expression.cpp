// SPDX-License-Identifier: BSL-1.0
#include <tapeless/expr/expression.hpp>

#include <boost/hana/and.hpp>
#include <boost/hana/integral_constant.hpp>
#include <concepts>
#include <tapeless/expr/functions.hpp>
#include <tapeless/expr/literal.hpp>
#include <type_traits>

namespace {

namespace tl = tapeless;
using namespace tl::literals;

constexpr auto x = tl::input<"x">;
constexpr auto y = tl::input<"y">;
constexpr auto v = tl::input<"v", tl::vec<3>>;
constexpr auto w = tl::parameter<"w", tl::vec<3>>;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;

template <class Shape, class E>
constexpr bool has_shape(E) {
  return std::same_as<typename E::shape_type, Shape>;
}

// an expression is an empty object whose type is the node
static_assert(std::is_empty_v<decltype(sin(x) * y)>);
static_assert(std::is_trivially_copyable_v<decltype(A * v)>);
static_assert(std::same_as<decltype(x * y + sin(x)), decltype(sin(x) + y * x)>);
static_assert(!std::same_as<decltype(x * y), decltype(x + y)>);
static_assert(tl::expression<decltype(x)> && tl::expression<decltype((A * v))>);
static_assert(!tl::expression<double> && !tl::expression<tl::vec<3>>);

// a variable is its name, shape and role
static_assert(std::same_as<decltype(tl::input<"v", tl::vec<3>>), decltype(v)>);
static_assert(x != tl::input<"z">);
static_assert(x != tl::parameter<"x">);
static_assert(x != tl::input<"x", tl::vec<1>>);
static_assert(v != tl::input<"v", tl::mat<3, 1>>);
static_assert(tl::input<"x"> == tl::input<"x", tl::scalar>);

// == answers in its type
static_assert(std::same_as<decltype(x == x), tl::hana::bool_<true>>);
static_assert(std::same_as<decltype(x == y), tl::hana::bool_<false>>);
static_assert(std::same_as<decltype(x != y), tl::hana::bool_<true>>);
static_assert(x != v);

// shapes of results
static_assert(has_shape<tl::scalar>(x * y + x / y - x));
static_assert(has_shape<tl::vec<3>>(v + w) && has_shape<tl::vec<3>>(x - v) && has_shape<tl::vec<3>>(v / x));
static_assert(has_shape<tl::vec<3>>(x * v) && has_shape<tl::mat<2, 3>>(A * x) && has_shape<tl::mat<2, 3>>(x / A));
static_assert(has_shape<tl::vec<2>>(A * v) && has_shape<tl::mat<2, 2>>(A * transpose(A)));
static_assert(has_shape<tl::mat<3, 3>>(transpose(A) * A) && has_shape<tl::mat<3, 2>>(transpose(A)));
static_assert(has_shape<tl::mat<1, 3>>(transpose(v)) && has_shape<tl::mat<3, 3>>(outer(v, w)));
static_assert(has_shape<tl::vec<1>>(transpose(v) * w));
static_assert(has_shape<tl::scalar>(dot(v, w)) && has_shape<tl::scalar>(sum(A)) && has_shape<tl::scalar>(mean(v)));
static_assert(has_shape<tl::mat<2, 3>>(square(sqrt(exp(log(A))))) && has_shape<tl::vec<3>>(softplus(relu(sigmoid(v)))));
static_assert(has_shape<tl::vec<3>>(softmax(v)) && has_shape<tl::scalar>(logsumexp(A)));
static_assert(has_shape<tl::scalar>(cross_entropy(v, w)) && has_shape<tl::scalar>(v[0_c]));
static_assert(has_shape<tl::vec<3>>(gt(v, x)) && has_shape<tl::vec<3>>(select(x, v, y)));
static_assert(has_shape<tl::vec<3>>(select(v, x, y)) && has_shape<tl::mat<2, 3>>(select(A, x, A)));
static_assert(has_shape<tl::mat<4, 2>>(tl::broadcast<tl::mat<4, 2>>(x)));
static_assert(has_shape<tl::scalar>(0.5_c));

// sugar
static_assert(+x == x);
static_assert(sum(x) == x);
static_assert(logsumexp(x) == x);
static_assert(mean(v) == sum(v) / 3_c);
static_assert(mean(A) == sum(A) / 6_c);
static_assert(matmul(A, v) == A * v);
static_assert(hadamard(x, v) == x * v);
static_assert(v[1_c] == v(1_c) && A(1_c, 2_c) == A[5_c]);
static_assert(v[tl::hana::size_c<2>] == v[2_c] && v[std::integral_constant<int, 2>{}] == v[2_c]);
static_assert(v[0_c] != v[1_c]);
static_assert(v[1_c + 1_c] == v[2_c]);

}  // namespace
