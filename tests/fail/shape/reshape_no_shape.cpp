// SPDX-License-Identifier: BSL-1.0
// The type of a number is no shape.
// EXPECT: tapeless: broadcast<Shape>(a) and reshape<Shape>(a) require a shape: scalar, vec<N> or mat<R, C>
// EXPECT: is_a_shape<float>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto A = tl::input<"A", tl::mat<2, 3>>;
#ifdef EXPECT_FAIL
constexpr auto flat = tl::reshape<float>(A);
#else
constexpr auto flat = tl::reshape<tl::vec<6>>(A);
#endif
constexpr auto slope = tl::derivative(sum(flat), A);
