// SPDX-License-Identifier: BSL-1.0
// A pack is made for variables; a tensor has a shape.
// EXPECT: tapeless: pack<T, Variables...> requires the types of variables: pack<float, decltype(W), decltype(b)>
// EXPECT: are_variables<false, shape<3>>
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto v = tl::parameter<"v", tl::vec<3>>;
#ifdef EXPECT_FAIL
using values = tl::pack<double, tl::vec<3>>;
#else
using values = tl::pack<double, decltype(v)>;
#endif
constexpr std::size_t bytes = sizeof(values);
