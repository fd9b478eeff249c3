// SPDX-License-Identifier: BSL-1.0
// Each variable once.
// EXPECT: tapeless: a pack requires each variable once; drop the repetition
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto B = tl::parameter<"B", tl::mat<3, 2>>;
#ifdef EXPECT_FAIL
constexpr auto theta = tl::zeros<double>(W, W);
#else
constexpr auto theta = tl::zeros<double>(W, B);
#endif
constexpr std::size_t size = theta.size();
