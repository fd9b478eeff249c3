// SPDX-License-Identifier: BSL-1.0
// Packs are added if they hold the same variables.
// EXPECT: tapeless: packs are added, subtracted and compared with packs of the same variables, in their order, and the same floating type; make both from one list of variables
// EXPECT: are_packs_alike<pack_of<double, variable<"W", here::mat<2, 3>>>, pack_of<double, variable<"W", here::mat<2, 3>>, variable<"b", here::vec<2>>>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto W = tl::parameter<"W", tl::mat<2, 3>>;
constexpr auto b = tl::parameter<"b", tl::vec<2>>;
using weights = tl::pack<double, decltype(W)>;
#ifdef EXPECT_FAIL
using other = tl::pack<double, decltype(W), decltype(b)>;
#else
using other = weights;
#endif
void add(weights& total, const other& gradient) { total += gradient; }
