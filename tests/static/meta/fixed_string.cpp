// SPDX-License-Identifier: BSL-1.0
#include <tapeless/meta/fixed_string.hpp>

#include <type_traits>

namespace {

using tapeless::meta::fixed_string;

static_assert(fixed_string("abc").size() == 3);
static_assert(fixed_string("abc").view() == "abc");
static_assert(fixed_string("").size() == 0 && fixed_string("").view().empty());
static_assert(fixed_string("abc") == fixed_string("abc"));
static_assert(!(fixed_string("abc") == fixed_string("abd")));
static_assert(fixed_string("θ₁").view() == "θ₁");

// as a template argument: equal texts are one type
template <fixed_string Text>
struct named {};
static_assert(std::is_same_v<named<"x">, named<"x">>);
static_assert(!std::is_same_v<named<"x">, named<"y">>);
static_assert(!std::is_same_v<named<"x">, named<"x ">>);

}  // namespace
