// SPDX-License-Identifier: BSL-1.0
#include <tapeless/tapeless.hpp>

namespace tl = tapeless;

constexpr auto x = tl::input<"x">;
constexpr auto slope = tl::value_and_gradient(x * x, tl::wrt(x));

int main() { return slope(x = 3.0).gradient[x] == 6.0 ? 0 : 1; }
