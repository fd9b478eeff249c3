// SPDX-License-Identifier: BSL-1.0
#include <tapeless/shape/rules.hpp>

namespace {

namespace tl = tapeless;
namespace shapes = tapeless::shapes;

constexpr auto s = tl::extents_of<tl::scalar>;
constexpr auto v3 = tl::extents_of<tl::vec<3>>;
constexpr auto v2 = tl::extents_of<tl::vec<2>>;
constexpr auto m23 = tl::extents_of<tl::mat<2, 3>>;
constexpr auto m32 = tl::extents_of<tl::mat<3, 2>>;
constexpr auto m31 = tl::extents_of<tl::mat<3, 1>>;
constexpr auto m13 = tl::extents_of<tl::mat<1, 3>>;

// element by element: one shape, or a scalar on either side
static_assert(shapes::conform(s, s) && shapes::conform(v3, v3) && shapes::conform(m23, m23));
static_assert(shapes::conform(s, v3) && shapes::conform(m23, s));
static_assert(!shapes::conform(v3, v2) && !shapes::conform(m23, m32) && !shapes::conform(v3, m31));
static_assert(shapes::elementwise(s, s) == s);
static_assert(shapes::elementwise(s, v3) == v3 && shapes::elementwise(v3, s) == v3);
static_assert(shapes::elementwise(m23, m23) == m23);

// products
static_assert(shapes::multiplies(m23, v3) && shapes::product(m23, v3) == v2);
static_assert(shapes::multiplies(m23, m32) && shapes::product(m23, m32) == tl::extents_of<tl::mat<2, 2>>);
static_assert(shapes::multiplies(m23, m31) && shapes::product(m23, m31) == tl::extents_of<tl::mat<2, 1>>);
static_assert(shapes::multiplies(m31, m13) && shapes::product(m31, m13) == tl::extents_of<tl::mat<3, 3>>);
static_assert(shapes::product(m13, v3) == tl::extents_of<tl::vec<1>>);
static_assert(!shapes::multiplies(m23, v2) && !shapes::multiplies(m23, m23) && !shapes::multiplies(m23, s));
static_assert(!shapes::multiplies(v3, v3) && !shapes::multiplies(v3, m31) && !shapes::multiplies(v3, m13));

// a vector is a column
static_assert(shapes::transposed(s) == s && shapes::transposed(m23) == m32);
static_assert(shapes::transposed(v3) == m13 && shapes::transposed(m13) == m31);
static_assert(shapes::outer(v2, v3) == m23);

}  // namespace
