// SPDX-License-Identifier: BSL-1.0
// The target is an expression, too: neither the number of a class nor an array.
// EXPECT: tapeless: a plain number has no place in an expression; write the constant as 0.5_c or constant<0.5>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto logits = tl::input<"logits", tl::vec<3>>;
#ifdef EXPECT_FAIL
constexpr auto loss = cross_entropy(logits, 2);
#else
constexpr auto loss = cross_entropy(logits, tl::input<"onehot", tl::vec<3>>);
#endif
