// SPDX-License-Identifier: BSL-1.0
#include <tapeless/shape/shape.hpp>

#include <concepts>

namespace {

namespace tl = tapeless;
using tl::extents;
using tl::extents_of;

static_assert(tl::scalar::rank == 0 && tl::scalar::size == 1);
static_assert(tl::vec<5>::rank == 1 && tl::vec<5>::size == 5);
static_assert(tl::mat<3, 7>::rank == 2 && tl::mat<3, 7>::size == 21);
static_assert(std::same_as<tl::vec<5>, tl::shape<5>>);
static_assert(std::same_as<tl::mat<3, 7>, tl::shape<3, 7>>);

static_assert(extents_of<tl::scalar>.is_scalar());
static_assert(!extents_of<tl::vec<1>>.is_scalar());
static_assert(!extents_of<tl::mat<1, 1>>.is_scalar());
static_assert(extents_of<tl::mat<3, 7>>.size() == 21);

// a vector is no matrix of one column
static_assert(extents_of<tl::vec<3>> != extents_of<tl::mat<3, 1>>);
static_assert(extents_of<tl::mat<1, 3>> != extents_of<tl::mat<3, 1>>);
static_assert(extents_of<tl::scalar> != extents_of<tl::vec<1>>);

// the code keeps a shape whole
template <class Shape>
constexpr bool survives = std::same_as<tl::shape_of<extents_of<Shape>.code()>, Shape> &&
                          extents::from(extents_of<Shape>.code()) == extents_of<Shape>;
static_assert(survives<tl::scalar>);
static_assert(survives<tl::vec<1>>);
static_assert(survives<tl::vec<784>>);
static_assert(survives<tl::mat<1, 1>>);
static_assert(survives<tl::mat<1000000, 3>>);
static_assert(survives<tl::mat<3, 2147483647>>);

}  // namespace
