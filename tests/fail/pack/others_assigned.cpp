// SPDX-License-Identifier: BSL-1.0
// A pack is assigned from one that holds the same variables.
// EXPECT: = delete;  // tapeless: a pack is assigned from one of the same variables, in their order, and the same floating type
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
using other = tl::pack<double, decltype(W), decltype(b)>;
#else
using other = tl::pack<double, std::remove_const_t<decltype(W)>>;
#endif
void assign(weights& theta, const other& given) { theta = given; }
