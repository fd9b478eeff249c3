// SPDX-License-Identifier: BSL-1.0
#include <tapeless/expr/structure.hpp>

#include <boost/hana/tuple.hpp>
#include <tapeless/tapeless.hpp>
#include <tuple>
#include <utility>

namespace {

namespace tl = tapeless;
namespace hana = boost::hana;
using namespace tl::literals;

constexpr auto a = tl::input<"a">;
constexpr auto v = tl::input<"v", tl::vec<4>>;
constexpr auto A = tl::input<"A", tl::mat<2, 3>>;

template <class Shape, class E>
constexpr bool has_shape(E) {
  return std::is_same_v<typename E::shape_type, Shape>;
}

static_assert(has_shape<tl::vec<2>>(tl::segment<1, 2>(v)));
static_assert(has_shape<tl::vec<1>>(tl::segment<3, 1>(v)));
static_assert(tl::segment<0, 4>(v) == v);
static_assert(has_shape<tl::vec<3>>(tl::row<1>(A)));
static_assert(row(A, 1_c) == tl::row<1>(A) && row(A, tl::hana::size_c<0>) == tl::row<0>(A));
static_assert(has_shape<tl::vec<6>>(concat(v, a, a)));
static_assert(has_shape<tl::vec<2>>(concat(a, a)));
static_assert(has_shape<tl::mat<3, 2>>(tl::reshape<tl::mat<3, 2>>(A)));
static_assert(tl::reshape<tl::mat<2, 3>>(A) == A);
static_assert(has_shape<tl::vec<6>>(tl::reshape<tl::vec<6>>(A)));

constexpr auto parts = tl::function(tl::segment<1, 2>(v), tl::row<1>(A), concat(a, v), tl::reshape<tl::mat<3, 2>>(A));
constexpr auto values = parts(v = {1., 2., 3., 4.}, A = {{1., 2., 3.}, {4., 5., 6.}}, a = 9.);
static_assert(std::get<0>(values) == tl::tensor<double, tl::vec<2>>{2, 3});
static_assert(std::get<1>(values) == tl::tensor<double, tl::vec<3>>{4, 5, 6});
static_assert(std::get<2>(values) == tl::tensor<double, tl::vec<5>>{9, 1, 2, 3, 4});
static_assert(std::get<3>(values)(2, 1) == 6 && std::get<3>(values)(1, 0) == 3);

// unroll: the state may be anything, and the index is an expression and an index
static_assert(tl::unroll<3>(a, [](auto state, auto) { return state * a; }) == a * a * a * a);
static_assert(tl::unroll<0>(a, [](auto state, auto) { return state + 1_c; }) == a);
static_assert(tl::unroll<4>(0_c, [](auto sum, auto k) { return sum + v[k] * k; }) == v[1_c] + v[2_c] * 2_c + v[3_c] * 3_c);
static_assert(tl::unroll<2>(0_c, [](auto sum, auto k) { return sum + dot(tl::row<k.value>(A), row(A, k)); }) ==
              dot(tl::row<0>(A), tl::row<0>(A)) + dot(tl::row<1>(A), tl::row<1>(A)));

constexpr auto fibonacci = tl::unroll<6>(std::pair(a, a), [](auto state, auto) {
  return std::pair(state.second, state.first + state.second);
});
static_assert(tl::function(fibonacci.second)(a = 1.0) == 21.0);

constexpr auto pair_of_tuple = tl::unroll<2>(hana::make_tuple(a, v), [](auto state, auto) {
  return hana::make_tuple(state[hana::size_c<0>] * 2_c, state[hana::size_c<1>] + state[hana::size_c<0>]);
});
static_assert(pair_of_tuple[hana::size_c<0>] == a * 2_c * 2_c);

template <class H, class C>
struct cell {
  H hidden;
  C carried;
};
template <class H, class C>
cell(H, C) -> cell<H, C>;
constexpr auto last = tl::unroll<3>(cell{tanh(v), v}, [](auto state, auto) {
  return cell{tanh(state.hidden + state.carried), state.carried * a};
});
static_assert(has_shape<tl::vec<4>>(last.hidden));

// many steps exceed no depth of instantiation
static_assert(tl::node_count(tl::unroll<500>(a, [](auto state, auto) { return sin(state); })) == 501);

}  // namespace
