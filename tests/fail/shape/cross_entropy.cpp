// SPDX-License-Identifier: BSL-1.0
// One target for each logit.
// EXPECT: tapeless: cross_entropy(logits, onehot) requires two vectors of one size
// EXPECT: vectors_of_equal_size<a_is<here::vec<3>>, b_is<here::vec<10>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

#ifdef EXPECT_FAIL
using shape_of_t = tl::vec<10>;
#else
using shape_of_t = tl::vec<3>;
#endif

constexpr auto z = tl::parameter<"z", tl::vec<3>>;
constexpr auto target = tl::input<"t", shape_of_t>;
constexpr auto slope = tl::gradient(cross_entropy(z, target))[z];
